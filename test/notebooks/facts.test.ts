import { afterAll, describe, expect, test } from "vitest";
import { setLanguage } from "../../src/index.js";
import type { NAMES } from "./lessons.js";
import { plainText, type Shown, shownBy } from "./running.js";

afterAll(() => setLanguage("en"));

const inFrench = async (name: (typeof NAMES)[number]): Promise<Map<string, Shown>> =>
  new Map((await shownBy("fr", name)).map((shown) => [shown.id, shown]));

const markupOf = ({ bundles }: Shown): string => String(bundles[0]?.["text/html"]);

describe("what the prose says of this capture", () => {
  test("00: frame 9 is the REGISTER that the report explains", async () => {
    const cells = await inFrench("00-start");
    expect(plainText(cells.get("sum")!)).toBe("3100");
    expect(plainText(cells.get("row")!)).toMatch(/1\.762831[\s\S]+user3[\s\S]+serveur[\s\S]+916/);
    expect(plainText(cells.get("check-1")!)).toContain("200, c’est le nombre de lignes");
  });

  test("01: three machines spoke SIP, the server most; user3 never succeeds; one call here, two there", async () => {
    const cells = await inFrench("01-lab");
    const rows = plainText(cells.get("hosts")!).split("\n");
    expect(rows).toHaveLength(4);
    const sent = rows.slice(1).map((row) => Number(/(\d+)\s*$/.exec(row)![1]));
    expect(Math.max(...sent)).toBe(sent[0]);
    expect(rows[1]).toContain("192.168.187.12");
    expect(plainText(cells.get("seen")!)).toMatch(
      /user2 .*pas dans cette capture[\s\S]+user3 .*jamais venus/,
    );
    const calls = cells.get("points")!.bundles.map((bundle) => String(bundle["text/plain"]).split("\n"));
    expect(calls.map(({ length }) => length - 1)).toEqual([1, 2]);
    const ports = plainText(cells.get("field")!).split("\n").slice(1);
    expect(ports.map((row) => Number.parseInt(row, 10))).toEqual([23, 25, 28]);
  });

  test("02: one message four times, waiting longer each time; 1234 is found, and is right where 1235 is not", async () => {
    const cells = await inFrench("02-registration");
    const waits = plainText(cells.get("waits")!).match(/\d+,\d+$/gm);
    expect(waits).toEqual(["0,596", "1,129", "1,809"]);
    const identifiers = plainText(cells.get("again")!).split("\n").slice(3);
    const transactions = identifiers.map((row) => /\d+ +z9hG4b…\S+/.exec(row)![0]);
    expect([identifiers.length, new Set(transactions).size]).toEqual([8, 1]);
    expect(plainText(cells.get("workbench")!)).toMatch(/identiques +oui +non/);
    expect(plainText(cells.get("search")!)).toMatch(/^\d+ ms\n[\s\S]+mot de passe trouvé +1234/);
    expect(plainText(cells.get("attempts")!).match(/enregistré|refusé|désenregistré/g)).toEqual([
      "enregistré",
      "refusé",
      "refusé",
      "enregistré",
      "désenregistré",
      "désenregistré",
    ]);
  });

  test("03: what the plan says is what happened; PCMU was agreed on, and the picture taken back", async () => {
    const cells = await inFrench("03-call-setup");
    expect(plainText(cells.get("agreements")!)).toMatch(
      /18, 34.*PCMU[\s\S]+18, 34 +video +oui[\s\S]+40, 50.*PCMU[\s\S]+40, 50 +video +non/,
    );
    expect(plainText(cells.get("progress-times")!)).toMatch(/délai avant sonnerie +0\.493121 s/);
    const [own, both] = cells.get("against")!.bundles.map((bundle) => String(bundle["text/plain"]));
    expect(own).toMatch(/✓ +20 [\s\S]+✓ +34 [\s\S]+6531, 6536 /);
    expect(both!.match(/✓/g)).toHaveLength(3);
    expect(plainText(cells.get("translation")!)).toMatch(/sip:300@[\s\S]+sip:user3@192\.168\.187\.51/);
    expect(plainText(cells.get("lint")!)).toMatch(/✗ +6 +100 a une priorité 3 mais pas de 2/);
  });

  test("04: two streams without loss, 50 packets and 85,600 bits a second; keys, a bad link, players", async () => {
    const cells = await inFrench("04-conversation");
    expect(plainText(cells.get("streams")!)).toMatch(/^ +41 .* 3.113 +0 [\s\S]+^ +43 .* 3.112 +0 /m);
    expect(plainText(cells.get("rate")!)).toContain("{ packetsPerSecond: 50, bitsPerSecond: 85600 }");
    const steps = plainText(cells.get("packets")!).split("\n").slice(1);
    const numbers = steps.map((row) => row.replace(/(?<=\d)\s(?=\d{3}\b)/g, "").trim());
    expect(
      numbers
        .map((row) => row.split(/\s+/))
        .map(([frame, , sequence, timestamp]) => [frame, sequence, timestamp]),
    ).toEqual([
      ["43", "17711", "160"],
      ["49", "17712", "320"],
      ["53", "17713", "480"],
      ["55", "17714", "640"],
      ["57", "17715", "800"],
      ["59", "17716", "960"],
    ]);
    const pressed = String(cells.get("keys")!.bundles[0]!["text/plain"]).split("\n").slice(1);
    expect(pressed.map((row) => row.trim().at(-1))).toEqual(["4", "2", "3", "1"]);
    expect(plainText(cells.get("bad")!)).toMatch(/ 687 +21 [\s\S]+ 708 +0 /);
    const players = cells.get("player")!.bundles.map((bundle) => bundle["text/html"]);
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
