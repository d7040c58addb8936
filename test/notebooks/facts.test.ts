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

  test("04: two streams of 50 packets and 85,600 bits a second; the second packet's jitter is a sixteenth of 1.061", async () => {
    const cells = await inFrench("04-conversation");
    expect(plainText(cells.get("streams")!).split("\n")).toHaveLength(3);
    expect(plainText(cells.get("rate")!)).toContain("{ packetsPerSecond: 50, bitsPerSecond: 85600 }");
    const steps = numbersOf(cells.get("packets")!);
    expect(steps.map(([, , sequence]) => sequence! - 17_711)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(steps.map(([, , , timestamp]) => timestamp)).toEqual([160, 320, 480, 640, 800, 960]);
    expect(plainText(cells.get("analysis")!)).toMatch(/\n +41 +24288 .*\n +48 +24289 +18,939 +0,066 +1,061/);
    const players = [...cells.get("player")!.bundles, cells.get("bad")!.bundles[2]!];
    for (const player of players) expect(player["text/html"]).toContain("<audio controls");
  });

  test("04: a key is twelve packets, three of them its end; the bad network loses 24 packets, of which Wireshark sees 21", async () => {
    const cells = await inFrench("04-conversation");
    const [pressed, packets] = cells.get("keys")!.bundles;
    expect(String(pressed!["text/plain"]).match(/\d$/gm)).toEqual(["4", "2", "3", "1"]);
    const list = String(packets!["text/html"]);
    expect(list.match(/DTMF Four 4 \(end\)</g)).toHaveLength(3);
    expect(list.match(/DTMF Four 4/g)).toHaveLength(12);
    const [streams, chart] = cells.get("bad")!.bundles.map((bundle) => String(bundle["text/plain"]));
    expect(streams).toMatch(/appelé .* 687 +21 /);
    expect(chart).toContain("24 perdus");
  });

  test("04: a buffer of 20 ms drops over a quarter, one of 50 nothing, and there R is highest", async () => {
    const cells = await inFrench("04-conversation");
    expect(plainText(cells.get("buffers")!)).toMatch(
      /\n20\u00a0ms +185 +26,9\u00a0%\n[\s\S]+\n50\u00a0ms +0 +0,0\u00a0%\n/,
    );
    const ratings = numbersOf(cells.get("tradeoff")!);
    const [best] = [...ratings].sort(([, , , a], [, , , b]) => b! - a!);
    expect(best!.slice(0, 2)).toEqual([50, 90]);
    expect(plainText(cells.get("quality")!).match(/(?<== R +)[\d,]+/g)).toEqual(["93,21", "79,57"]);
  });

  test("05: the caller hung up; talk is shorter than the call; the recorded BYE goes through the server", async () => {
    const cells = await inFrench("05-teardown");
    expect(plainText(cells.get("ending")!)).toMatch(/appelant\n.*raccroché \(BYE\).*6531, 6536/);
    expect(numbersOf(cells.get("byes")!).map(([frame]) => frame)).toEqual([14689, 14690, 14691, 14692]);
    const durations = plainText(cells.get("durations")!);
    expect(durations).toMatch(/call\.duration +00:01:06\n.*66\.15\n.*talkTime +62\.42\n/);
    expect(markupOf(cells.get("around")!)).toMatch(/BYE[\s\S]+Goodbye[\s\S]+>RTP<[\s\S]+200 OK \(BYE\)/);
  });

  test("05: each excerpt goes as the plan says; a 603 without a refusal, a refusal without 603", async () => {
    const cells = await inFrench("05-teardown");
    expect(plainText(cells.get("voicemail")!)).toMatch(/CANCEL[\s\S]+487 Request terminated/);
    expect(plainText(cells.get("message")!)).toContain("Messages-Waiting: yes");
    expect(plainText(cells.get("no-answer")!)).toMatch(/24 .*priorité 2 : 603 Declined/);
    expect(plainText(cells.get("declined")!)).toMatch(/603 Decline [\s\S]+VoiceMail\(200\)/);
    for (const id of ["voicemail", "no-answer", "declined"])
      expect(plainText(cells.get(id)!)).not.toContain("✗");
    expect(plainText(cells.get("unknown-number")!)).toContain("404 Not Found");
  });

  test("07: the accounts moved need a context; mended, nothing is wrong, and the recorded call goes by the plan", async () => {
    const cells = await inFrench("07-pjsip");
    expect(plainText(cells.get("lint-before")!).match(/passe par SIP/g)).toHaveLength(8);
    expect(plainText(cells.get("lint-after")!)).not.toContain("passe par SIP");
    expect(plainText(cells.get("against-before")!)).toMatch(/✗.*404 Not Found/);
    expect(plainText(cells.get("mended")!)).toContain("aucune ligne");
    expect(plainText(cells.get("against-after")!)).not.toContain("✗");
  });
});

/** The numbers of a table's rows, in French digits. */
function numbersOf(cell: Shown): number[][] {
  const rows = plainText(cell).split("\n").slice(1);
  return rows.map((row) => {
    const words = row
      .replace(/(?<=\d)\s(?=\d{3}\b)/g, "")
      .trim()
      .split(/\s+/);
    return words.map((word) => Number(word.replace(",", ".")));
  });
}
