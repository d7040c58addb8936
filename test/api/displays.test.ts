import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Capture, jupyterDisplay } from "../../src/core.js";
import type { Displayable, MimeBundle } from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";
import { lesson } from "./lesson.js";

/** What is shown, and what its text must hold in each language. Numbers from TShark's goldens. */
type Shown = [name: string, of: (capture: Capture) => Displayable, en: string[], fr: string[]];

const SHOWN: Shown[] = [
  [
    "a capture",
    (capture) => capture,
    ["pcapng", "eth0", "106.1 s", "14,703", "Registrations  6", "Calls          2", "RTP streams    4"],
    ["106,1 s", "14 703", "Enregistrements  6", "Appels           2", "Flux RTP         4"],
  ],
  [
    "the packet list",
    ({ frames }) => frames,
    ["No.", "0.008354706", "Request: REGISTER sip:192.168.187.12"],
    ["N°", "0.008354706", "Request: REGISTER sip:192.168.187.12"],
  ],
  [
    "some frames",
    ({ frames }) => frames.filter(({ protocol }) => protocol === "ARP"),
    ["6.080584413", "02:00:c0:a8:bb:33", "ARP"],
    ["6.080584413", "02:00:c0:a8:bb:33", "ARP"],
  ],
  [
    "a frame",
    (capture) => capture.frame(15),
    ["frame 15: 42 bytes", "Sender IP address: 192.168.187.12", "0000"],
    ["trame 15 : 42 octets", "Sender IP address: 192.168.187.12"],
  ],
  ["the protocols", ({ protocols }) => protocols, ["RTP", "14,508", "98.7"], ["14 508", "98,7"]],
  [
    "the hosts",
    ({ hosts }) => hosts,
    ["server", "phone   user1", "Linphonec/5.1.65", "SIP messages sent"],
    ["serveur", "téléphone  user1", "Messages SIP envoyés"],
  ],
  [
    "the SIP messages",
    ({ sip }) => sip.slice(0, 4),
    ["401 Unauthorized (REGISTER)", "0.000646"],
    ["401 Unauthorized (REGISTER)", "0.000646"],
  ],
  // as TShark 4.0.17's `-q -z sip,stat`
  [
    "the SIP statistics",
    ({ sipStatistics }) => sipStatistics,
    ["45 SIP messages, 0 sent again", "3049 ms on average, 3046 to 3052 ms", "401 Unauthorized", "REGISTER"],
    ["45 messages SIP, dont 0 renvoyés", "3049 ms en moyenne, 3046 à 3052 ms", "requête", "403 Forbidden"],
  ],
  [
    "the registrations",
    ({ registrations }) => registrations,
    ["✗", "refused", "403", "13.136899", "unregistered", "5 min 00 s"],
    ["✗", "refusé", "403", "13.136899", "désenregistré", "5 min 00 s"],
  ],
  [
    "a registration",
    ({ registrations }) => registrations[3]!,
    ["✓", "24–27", "registered", "1 h 00 min"],
    ["✓", "24–27", "enregistré", "1 h 00 min"],
  ],
  [
    "a verified password",
    ({ registrations }) => registrations[3]!.verify("1234")!,
    ["163bbcb8f228144482ce82dfdf4341fb", "the same                          yes"],
    ["163bbcb8f228144482ce82dfdf4341fb", "identiques                        oui"],
  ],
  [
    "the calls",
    ({ calls }) => calls,
    ["26.837144", "102.435572", "192.168.187.10", "00:01:15", "COMPLETED", "INVITE 401 200", "INVITE 200"],
    ["Appelant", "26.837144", "00:01:15", "COMPLETED", "INVITE 401 200"],
  ],
  [
    "a call",
    ({ calls }) => calls[1]!,
    ["26.838479", "sip:user3@192.168.187.51", "INVITE 200"],
    ["26.838479", "sip:user3@192.168.187.51", "INVITE 200"],
  ],
  [
    "the calls end to end",
    ({ endToEndCalls }) => endToEndCalls,
    [
      "sip:user1@192.168.187.12",
      "sip:300@192.168.187.12",
      "sip:user3@192.168.187.51",
      "Answered by",
      "102.447740",
    ],
    ["Décroché par", "sip:user3@192.168.187.51", "102.447740"],
  ],
  [
    "the legs of a call",
    ({ calls }) => calls[1]!.legs,
    ["26.837144", "26.838479", "Continues", "same SSRC, same caller"],
    ["Branche", "même SSRC, même appelant"],
  ],
  [
    "its legs in sequence",
    ({ endToEndCalls }) => endToEndCalls[0]!.sequence(),
    ["17 messages between 3 parties", "user1", "user3", "Asterisk"],
    ["17 messages entre 3 acteurs"],
  ],
  [
    "its ending",
    ({ calls }) => calls[0]!.ending,
    ["caller", "hung up (BYE)", "14689–14690", "102.435265 s"],
    ["appelant", "raccroché (BYE)", "14689–14690", "102.435265 s"],
  ],
  [
    "its moments",
    ({ calls }) => calls[0]!.progress,
    ["ringing          26.865923 s", "ring time        3.019884 s", "talk time        72.549457 s"],
    ["sonnerie               26.865923 s", "durée de conversation  72.549457 s"],
  ],
  [
    "its descriptions",
    ({ calls }) => calls[0]!.descriptions,
    ["offer", "answer", "17922", "PCMU/8000 (0)", "sendrecv"],
    ["offre", "réponse", "17922"],
  ],
  [
    "its messages in sequence",
    ({ calls }) => calls[0]!.sequence(),
    ["user1", "Asterisk", "180 Ringing (INVITE)", "3627 → ← 3627 packets, 72.5 s", "14690"],
    ["180 Ringing (INVITE)", "3627 → ← 3627 paquets, 72,5 s"],
  ],
  [
    "both legs in sequence",
    ({ calls }) => calls.sequence(),
    ["17 messages between 3 parties", "user1", "user3", "Asterisk"],
    ["17 messages entre 3 acteurs"],
  ],
  [
    "all messages in sequence",
    (capture) => capture.sequence(),
    ["45 messages between 3 parties"],
    ["45 messages entre 3 acteurs", "3627 → ← 3627 paquets"],
  ],
  [
    "a registration in sequence",
    ({ registrations }) => registrations[1]!.sequence(),
    ["user3", "403 Forbidden"],
    ["403 Forbidden"],
  ],
  [
    "its player",
    ({ calls }) => calls[0]!.player(),
    ["sip:user1@192.168.187.12", "72.6 s", "8,000 Hz", "stereo", "g711U", "0 packets lost"],
    ["72,6 s", "8 000 Hz", "stéréo", "0 paquet perdu"],
  ],
  [
    "its waveform",
    ({ calls }) => calls[0]!.waveform(),
    ["caller", "callee", "580,448 samples"],
    ["appelant", "appelé", "580 448 échantillons"],
  ],
  [
    "who spoke when",
    ({ calls }) => calls[0]!.activity(),
    ["caller spoke 24.6 s (34 %)", "callee spoke 32.9 s (45 %)"],
    ["appelant a parlé 24,6 s (34 %)"],
  ],
  [
    "the streams",
    ({ streams }) => streams,
    ["0x2E9326FE", "g711U", "3,627", "20.000", "24.268", "0.361", "0.859", "29.895930"],
    ["0x2E9326FE", "3 627", "24,268", "0,361"],
  ],
  [
    "a stream",
    ({ streams }) => streams[3]!,
    ["192.168.187.12:17922", "27.604", "0.509", "1.325"],
    ["27,604", "0,509", "1,325"],
  ],
  [
    "its packets",
    ({ streams }) => streams[0]!.analysis,
    ["Skew (ms)", "Bandwidth (kbps)", "10853", "20.180", "64.00"],
    ["Débit (kbit/s)", "Marqueur", "20,180", "64,00"],
  ],
  [
    "what RTCP reports on a stream",
    ({ streams }) => streams[0]!.reports,
    ["1092", "192.168.187.12", "0x2E9326FE", "Round trip (ms)", "Lost here", "0.250"],
    ["Rapporteur", "Aller-retour (ms)", "0,250"],
  ],
  ["VoIP metrics, of which there are none", ({ voipMetrics }) => voipMetrics, ["no rows"], ["aucune ligne"]],
  [
    "a stream's quality",
    ({ streams }) => streams[0]!.quality(),
    ["E-model (ITU-T G.107)", "93.21", "4.41", "users very satisfied"],
    ["modèle E (UIT-T G.107)", "93,21", "4,41", "usagers très satisfaits"],
  ],
  [
    "a stream's chart",
    ({ streams }) => streams[0]!.jitterChart(),
    ["3,627 packets, 0 lost", "24.27 ms", "0.86 ms"],
    ["3 627 paquets", "24,27 ms"],
  ],
];

/** French numbers have narrow no-break blanks; here a blank is a blank. */
const blanks = (text: unknown) => String(text).replace(/[\u00a0\u202f]/g, " ");

const markup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("what is shown of", () => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await lesson();
  });
  afterEach(() => setLanguage("en"));

  describe.each(SHOWN)("%s", (_name, of, en, fr) => {
    it.each([
      ["en", en],
      ["fr", fr],
    ] as const)("in %s", (language, expected) => {
      // made in one language, shown in another: the moment of showing counts
      const made = of(capture);
      setLanguage(language);
      const bundle = made[jupyterDisplay]() as MimeBundle;
      const plain = blanks(bundle["text/plain"]);
      for (const text of expected) expect(plain).toContain(text);
      const html = blanks(bundle["text/html"]);
      expect(html).toContain(`lang="${language}"`);
      expect(html).toMatch(/<(?:table|dl|figure|img|div|pre)\b/);
      if (html.includes("<table")) {
        for (const text of expected.filter((one) => !/ {2}|[✓✗]/.test(one)))
          expect(html).toContain(markup(text));
      }
    });
  });

  it("round-trip times are those of TShark 4.0.17, which cuts each of their parts to milliseconds", () => {
    // -o rtcp.show_roundtrip_calculation:TRUE -o rtcp.roundtrip_min_threshhold:0 -e rtcp.roundtrip-delay
    const golden = new Map([
      [1092, 2],
      [1097, 2],
      [1127, 0],
    ]);
    for (const { frame, roundTrip } of capture.rtcpReports.filter((one) => golden.has(one.frame)))
      expect(Math.abs(roundTrip! - golden.get(frame)!)).toBeLessThan(2);
    expect(capture.rtcpReports.filter(({ roundTrip }) => roundTrip !== undefined)).toHaveLength(59);
  });

  it("a call's player is a WAV file that can be heard", () => {
    const { "text/html": html } = capture.calls[0]!.player()[jupyterDisplay]() as MimeBundle;
    const [, base64] = /src="data:audio\/wav;base64,([A-Za-z0-9+/=]+)"/.exec(String(html))!;
    const bytes = Buffer.from(base64!, "base64");
    expect(bytes.equals(capture.calls[0]!.recording().wav())).toBe(true);
  });

  it("a chart is there live and still", () => {
    const bundle = capture.streams[0]!.jitterChart()[jupyterDisplay]() as MimeBundle;
    expect(Object.keys(bundle)).toEqual(["application/vnd.plotly.v1+json", "text/html", "text/plain"]);
    const { data } = bundle["application/vnd.plotly.v1+json"] as { data: { x: ArrayLike<number> }[] };
    expect(data.length).toBeGreaterThan(1);
    expect(String(bundle["text/html"])).toContain("data:image/svg+xml;base64,");
  });

  it("a row leads to its frames, by a filter that Wireshark takes", () => {
    const calls = String(capture.calls[jupyterDisplay]()["text/html"]);
    expect(calls).toContain("frame.number in {30..34, 38, 42, 45, 14689..14690}");
    expect(String(capture.registrations[jupyterDisplay]()["text/html"])).toContain("frame.number in {7..10}");
  });
});
