import { afterAll, describe, expect, test } from "vitest";
import { setLanguage } from "../../src/index.js";
import type { NAMES } from "./lessons.js";
import { plainText, type Shown, shownBy } from "./running.js";

afterAll(() => setLanguage("en"));

const inFrench = async (name: (typeof NAMES)[number]): Promise<Map<string, Shown>> =>
  new Map((await shownBy("fr", name)).map((shown) => [shown.id, shown]));

const markupOf = ({ bundles }: Shown): string => String(bundles[0]?.["text/html"]);

describe("what the prose says of this capture", () => {
  test("01: three machines, the server with the most messages", async () => {
    const rows = plainText((await inFrench("01-lab")).get("hosts")!).split("\n");
    expect(rows).toHaveLength(4);
    const sent = rows.slice(1).map((row) => Number(/(\d+)\s*$/.exec(row)![1]));
    expect(Math.max(...sent)).toBe(sent[0]);
    expect(rows[1]).toContain("192.168.187.12");
  });

  test("02: the digest verifies; 0000 and 123 were typed before the right secret; four digits are found", async () => {
    const cells = await inFrench("02-registration");
    expect(plainText(cells.get("digest")!)).toMatch(/identiques\s+oui/);
    expect(plainText(cells.get("candidates")!)).toBe("[ '0000', '123', '1234', '1234' ]");
    expect(plainText(cells.get("force")!)).toBe("'1234'");
    expect(plainText(cells.get("refused")!)).toMatch(/403 Forbidden[\s\S]+200 OK/);
    expect(plainText(cells.get("unregister")!)).toContain("[ '0', '0' ]");
  });

  test("03: one phone call is two calls; the SDP offer announces the caller's SSRC", async () => {
    const cells = await inFrench("03-call-setup");
    expect(plainText(cells.get("calls")!).split("\n")).toHaveLength(3);
    expect(plainText(cells.get("sdp")!)).toContain(`a=ssrc:${0x2e9326fe}`);
    expect(plainText(cells.get("descriptions")!)).toMatch(/4000[\s\S]+17922[\s\S]+17924[\s\S]+7078/);
  });

  test("04: four streams without loss, 50 packets and 85,600 bits a second; a player a direction and one for both", async () => {
    const cells = await inFrench("04-conversation");
    expect(plainText(cells.get("streams")!).split("\n")).toHaveLength(5);
    expect(plainText(cells.get("lost")!).match(/packets: 3627, lost: 0/g)).toHaveLength(4);
    expect(plainText(cells.get("rate")!)).toContain("{ packetsPerSecond: 50, bitsPerSecond: 85600 }");
    const steps = plainText(cells.get("packets")!).split("\n").slice(1);
    const numbers = steps.map((row) =>
      row
        .replace(/(?<=\d)\s(?=\d{3}\b)/g, "")
        .trim()
        .split(/\s+/),
    );
    expect(numbers.map(([frame]) => Number(frame))).toEqual([58, 62, 66, 70, 74, 78]);
    expect(numbers.map(([, , sequence]) => Number(sequence) - 10_814)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(numbers.map(([, , , timestamp]) => Number(timestamp))).toEqual([160, 320, 480, 640, 800, 960]);
    const players = ["player-caller", "player-callee", "player"].map(
      (id) => cells.get(id)!.bundles[0]!["text/html"],
    );
    for (const player of players) expect(player).toContain("<audio controls");
    expect(plainText(cells.get("player")!)).toContain("stéréo");
  });

  test("05: the caller hung up; talk is three seconds shorter than the call", async () => {
    const cells = await inFrench("05-teardown");
    expect(plainText(cells.get("ending")!)).toMatch(/appelant\n.*raccroché \(BYE\).*14689–14690/);
    expect(
      plainText(cells.get("byes")!)
        .split("\n")
        .slice(1)
        .map((row) => Number.parseInt(row, 10)),
    ).toEqual([14689, 14690, 14691, 14692]);
    const durations = plainText(cells.get("durations")!);
    expect(durations).toContain("'call.duration': '00:01:15'");
    expect(durations).toContain("'call.progress.talkTime': 72.549");
    expect(markupOf(cells.get("around")!)).toMatch(/RTP<.*\n(.*RTCP<.*Goodbye.*\n){2}.*BYE/);
  });
});
