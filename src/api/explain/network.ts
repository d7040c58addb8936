import { clock, duration } from "../../display/index.js";
import type { Frame } from "../frame.js";
import type { Context, Party } from "./context.js";
import type { Told } from "./explanation.js";
import { type FrameAt, near } from "./near.js";
import { shortened } from "./shortened.js";
import { words } from "./words.js";

const SIP_PORT = "5060";

/** A ping, its answer, or an error with the datagram that it quotes (RFC 792). */
export function explainIcmp(context: Context, frame: Frame, frameAt: FrameAt): Told {
  const say = words();
  const from = context.party(frame.source);
  const to = context.party(frame.destination);
  const type = Number.parseInt(frame.field("icmp.type") ?? "", 10);
  const code = Number.parseInt(frame.field("icmp.code") ?? "", 10);
  const title = say.title(frame.number, clock(frame.time), from, to, shortened(frame.info));
  const other = number(frame.field(type === 8 ? "icmp.resp_in" : "icmp.resp_to"));
  const lapse =
    other === undefined ? "" : duration(Math.abs((frameAt(other)?.time ?? frame.time) - frame.time));
  if (type === 8) {
    const answer = other === undefined ? say.pingUnanswered : say.pingAnswered(other, lapse);
    return { title, sentences: [say.ping(from, to), answer], frames: [other], reference: "RFC 792" };
  }
  if (type === 0) {
    return { title, sentences: [say.pong(from, other, lapse)], frames: [other], reference: "RFC 792" };
  }
  if (type === 3 && code === 3)
    return { title, reference: "RFC 1122 §3.2.2.1", ...portUnreachable(from, frame, frameAt) };
  return { title, sentences: [say.icmp(from, to, shortened(frame.info))], reference: "RFC 792" };
}

function portUnreachable(from: Party, frame: Frame, frameAt: FrameAt): Omit<Told, "title"> {
  const say = words();
  const { layers } = frame;
  const quoted = layers.slice(layers.findIndex(({ name }) => name === "icmp") + 1);
  const value = (name: string) =>
    quoted.flatMap(({ fields }) => fields).find((field) => field.name === name)?.value;
  const [id, source] = [value("ip.id"), value("ip.src")];
  const original = near(
    frame,
    frameAt,
    -1,
    (other) => other.source === source && other.field("ip.id") === id,
  );
  const protocol = original?.protocol ?? quoted.at(-1)?.name.toUpperCase() ?? "?";
  const port = value("udp.dstport") ?? "?";
  const meaning = protocol.startsWith("RTCP")
    ? say.unreachableRtcp
    : protocol.startsWith("RTP")
      ? say.unreachableRtp
      : protocol.startsWith("SIP") || port === SIP_PORT
        ? say.unreachableSip
        : undefined;
  return {
    sentences: [say.unreachable(from, shortened(port), shortened(protocol), original?.number), meaning],
    frames: [original?.number],
  };
}

/** Who has which address (RFC 826); machines are named by the addresses they say, as cards have no users. */
export function explainArp(context: Context, frame: Frame, frameAt: FrameAt): Told {
  const say = words();
  const field = (name: string) => shortened(frame.field(name) ?? "?");
  const sender = field("arp.src.proto_ipv4");
  const target = field("arp.dst.proto_ipv4");
  const title = say.title(
    frame.number,
    clock(frame.time),
    context.party(sender),
    context.party(target),
    shortened(frame.info),
  );
  const reference = "RFC 826";
  if (field("arp.opcode").includes("(1)")) {
    if (sender === target) {
      return { title, reference, sentences: [say.arpAnnounces(sender, field("arp.src.hw_mac"))] };
    }
    const reply = near(frame, frameAt, 1, (other) => isArp(other, "(2)", target));
    const answer = reply
      ? say.arpAnswered(reply.number, duration(reply.time - frame.time))
      : say.arpUnanswered;
    return { title, reference, sentences: [say.arpAsks(target, sender), answer], frames: [reply?.number] };
  }
  const asked = near(
    frame,
    frameAt,
    -1,
    (other) => isArp(other, "(1)", target) && other.field("arp.dst.proto_ipv4") === sender,
  );
  return {
    title,
    reference,
    sentences: [say.arpReply(sender, field("arp.src.hw_mac"), target), asked && say.arpAsked(asked.number)],
    frames: [asked?.number],
  };
}

function isArp(frame: Frame, opcode: string, sender: string): boolean {
  return (
    frame.protocol === "ARP" &&
    (frame.field("arp.opcode") ?? "").includes(opcode) &&
    frame.field("arp.src.proto_ipv4") === sender
  );
}

/** Bytes on SIP's port that are no message: line ends, zeros (RFC 5626 §3.5.1). */
export function explainKeepAlive(context: Context, frame: Frame): Told {
  const say = words();
  const from = context.party(frame.source);
  const to = context.party(frame.destination);
  const bytes = (number(frame.field("udp.length")) ?? 8) - 8;
  return {
    title: say.title(frame.number, clock(frame.time), from, to, shortened(frame.info)),
    sentences: [say.keepAlive(from, to, bytes)],
    reference: "RFC 5626 §3.5.1",
  };
}

export function isKeepAlive(frame: Frame): boolean {
  const ports = [frame.field("udp.srcport"), frame.field("udp.dstport")];
  return ports.includes(SIP_PORT) && (number(frame.field("udp.length")) ?? 99) <= 12;
}

function number(text: string | undefined): number | undefined {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? undefined : value;
}
