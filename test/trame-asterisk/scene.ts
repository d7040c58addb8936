import { AUDIO_PORT, VIDEO_PORT } from "./asterisk.js";
import { CALL } from "./call.js";
import { type Hosts, newHosts } from "./hosts.js";
import { lastWords, questions } from "./https.js";
import { arpProbe, discovery, keepAlive, ping, printerState } from "./neighbours.js";
import * as phone from "./phone.js";
import { REGISTER, UNAUTHORIZED } from "./registration.js";
import { type Reporting, rtcp, senderReport } from "./reports.js";
import { back, datagram, once, portUnreachable, type Sent } from "./sent.js";
import { packetsOf, phoneTimes, type Voice, wirelessTimes } from "./voice.js";

// All times are in µs since the first frame; those up to the 48th frame, of BYE and of its answer are the report's,
// but for frames 17, 28, 37, 38 and 46, whose times its pages do not show.

const BYE = 69_673_587;

/** What the microphones took in, in packets of G.711: user1's and user3's. */
export interface Speech {
  user1: readonly Uint8Array[];
  user3: readonly Uint8Array[];
}

/** All frames, in the order of their times. */
export function scene(speech: Speech): Sent[] {
  const hosts = newHosts();
  const sent = [
    ...lastWords(hosts),
    ...registrations(hosts),
    ...signalling(hosts),
    ...conversation(hosts, speech),
    ...neighbours(hosts),
  ];
  return sent.sort((a, b) => a.at - b.at);
}

const SIP = { sourcePort: 5060, destinationPort: 5060 };

function registrations({ user3, server }: Hosts): Sent[] {
  const way = { from: user3, to: server };
  const times = [
    [1_762_831, 1_763_668],
    [2_358_555, 2_359_504],
    [3_487_429, 3_487_846],
    [5_296_747, 5_297_459],
  ] as const;
  return times.flatMap(([asked, answered]) => [
    datagram(asked, way, SIP, REGISTER),
    datagram(answered, back(way), SIP, UNAUTHORIZED),
  ]);
}

function signalling({ user1, server }: Hosts): Sent[] {
  const way = { from: user1, to: server };
  const ask = (at: number, message: Uint8Array) => datagram(at, way, SIP, message);
  const answer = (at: number, message: Uint8Array) => datagram(at, back(way), SIP, message);
  return [
    ask(3_525_459, CALL[15]),
    answer(3_526_173, CALL[16]),
    ask(3_537_912, CALL[17]),
    ask(3_538_611, CALL[18]),
    answer(3_539_721, CALL[19]),
    answer(4_018_580, CALL[20]),
    answer(7_251_274, CALL[34]),
    ask(7_418_688, CALL[35]),
    answer(7_420_057, CALL[40]),
    ask(7_457_902, CALL.answer),
    answer(7_458_617, CALL.confirmation),
    ask(BYE, CALL[6531]),
    answer(69_674_147, CALL[6536]),
  ];
}

/** RTP and RTCP. Two sessions, as the phone takes leave twice (frames 42 and 44): a voice, and video without any. */
function conversation({ user1, server }: Hosts, speech: Speech): Sent[] {
  const way = { from: user1, to: server };
  const voice: Voice = {
    way,
    ...{ sourcePort: phone.AUDIO_PORT, destinationPort: AUDIO_PORT },
    ...{ ssrc: 0x75452f58, sequence: 17_711, timestamp: 160 },
    times: phoneTimes(7_430_599, 7_455_300, BYE),
    name: "k3vTq@pj9sWb2n.org",
  };
  const reply: Voice = {
    way: back(way),
    ...{ sourcePort: AUDIO_PORT, destinationPort: phone.AUDIO_PORT },
    ...{ ssrc: 0x2cf77874, sequence: 24_288, timestamp: 3_728_990_016 },
    times: wirelessTimes([7_427_866, 7_446_805], 7_424_900, 3113, 69_673_986),
    name: "9a4e1f70-52cb-4d0e-b6a3-3fd1c85e2b67",
  };
  const ports = { sourcePort: phone.VIDEO_PORT, destinationPort: VIDEO_PORT };
  const video = { ssrc: 0x1e9a50c3, ports };
  const own: Reporting = { voice, reports: [7_430_599, ...every(4_931_000, 12_377_140, BYE)] };
  const other: Reporting = { voice: reply, reports: every(5_000_250, 12_429_310, BYE) };
  // Until the second INVITE is answered nothing listens where RTCP goes, and the server says so of each packet.
  const lost = [
    rtcp(7_418_688, voice, video),
    rtcp(7_418_688, voice, {}),
    rtcp(7_430_599, voice, { ...video, bye: true }),
    senderReport(7_430_599, own, other, true),
  ].map(once);
  const complaints = [7_419_178, 7_419_181, 7_431_139, 7_431_140];
  const [first, ...rest] = packetsOf(voice, speech.user1);
  return [
    ...lost.slice(0, 3),
    first!,
    ...lost.slice(3),
    ...complaints.map((at, i) => portUnreachable(at, back(way), lost[i]!)),
    rtcp(7_434_715, voice, {}),
    ...rest,
    ...packetsOf(reply, speech.user3),
    ...own.reports.slice(1).map((at) => senderReport(at, own, other)),
    ...other.reports.map((at) => senderReport(at, other, own)),
    senderReport(BYE, own, other, true),
  ];
}

function neighbours(hosts: Hosts): Sent[] {
  const { user1, user3, server } = hosts;
  const toPhone = { from: server, to: user1 };
  const ports = [57_500, 52_221, 38_114, 60_907, 41_266, 49_583, 35_720, 58_031, 44_395];
  return [
    ...[0, ...every(4_506_484, 4_506_484, 72_200_000)].map((at, i) =>
      discovery(at, hosts, ports[i % ports.length]!, i + 412),
    ),
    ...ping(4_023_167, hosts, 0x01d2, 4_023_618),
    ...ping(4_546_748, hosts, 0x01d5, 4_547_140),
    ...every(9_870_000, 14_029_461, BYE).flatMap((at, i) => [
      ...ping(at, hosts, 0x01d9 + 7 * i, at + 431),
      ...ping(at + 523_117, hosts, 0x01dc + 7 * i, at + 523_509),
    ]),
    ...ping(69_673_702, hosts, 0x020b, 69_673_931),
    ...every(30_000_000, 4_189_159, BYE).map((at) => keepAlive(at, { from: user3, to: server }, 2)),
    ...every(15_000_000, 4_546_746, BYE).map((at) => keepAlive(at, back(toPhone), 1)),
    ...every(15_000_000, 4_561_023, BYE).map((at) => keepAlive(at, toPhone, 2)),
    ...every(15_000_000, 6_286_990, BYE).map((at, i) => printerState(at, hosts, 0x2b1c + i)),
    ...arpProbe(6_492_416, { from: user3, to: server }, 6_492_718, "answers"),
    ...every(11_400_000, 12_631_880, BYE).flatMap((at) => arpProbe(at, toPhone, at + 388, "asks")),
    ...questions(every(1_090_000, 8_102_640, 72_000_000), hosts),
  ];
}

/** Times from `first` on, before `end`. */
function every(interval: number, first: number, end: number): number[] {
  return Array.from({ length: Math.ceil((end - first) / interval) }, (_, i) => first + i * interval);
}
