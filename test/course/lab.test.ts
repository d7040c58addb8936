import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Capture,
  check,
  exercise,
  jupyterDisplay,
  Lab,
  lab,
  lacking,
  openCapture,
  setLanguage,
} from "../../src/core.js";
import { captureOf, dialog } from "../voip/story.js";

const FILE = new URL("../../notebooks/captures/trame-asterisk.pcapng", import.meta.url);
const trame = () => openCapture(new File([readFileSync(FILE)], "trame-asterisk.pcapng"));
const plain = (shown: { [jupyterDisplay](): unknown }) =>
  String((shown[jupyterDisplay]() as Record<string, unknown>)["text/plain"]);

afterEach(() => {
  setLanguage("en");
  lab.reset();
});

describe("the lab", () => {
  it("says first of all that a capture must be open", () => {
    expect(() => check("01-1", "x")).toThrow("no capture is open: run the cell with openCapture first");
    expect(plain(exercise("01-1"))).toContain("What is the IP address of the server?");
  });

  it("checks against the capture opened last, or the one given", async () => {
    const first = await trame();
    expect(check("03-1", 15).solved).toBe(true);
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    await openCapture(captureOf(dialog(parties, "0 → INVITE 1\n1 ← 486 INVITE 1\n1.1 → ACK 1")));
    expect(check("03-1", 15).solved).toBe(false);
    expect(check("03-1", 1).solved).toBe(true);
    expect(check("03-1", 15, first).solved).toBe(true);
    expect(check("06-2", "refusé").solved).toBe(true);
    expect(check("04-1", "0x1").text).toContain("no voice in both directions of a call");
  });

  it("shows an exercise as a card, with the form of its answer, in the language set", async () => {
    await trame();
    setLanguage("fr");
    const card = plain(exercise("05-4"));
    expect(card).toContain("Exercice 05-4 · regarder de près");
    expect(card).toContain('Répondez par check("05-4", …) : un nombre (s).');
    expect(card).not.toContain("62");
  });

  it("keeps the hint for those who need it", async () => {
    const capture = await trame();
    const fresh = new Lab();
    expect(fresh.check("02-2", 200, capture).text).not.toContain("Hint");
    expect(fresh.check("02-2", 403, capture).text).not.toContain("Hint");
    expect(fresh.check("02-2", 407, capture).text).toContain("Hint");
    expect(new Lab().check("02-2", 999, capture).text).toBe(
      "Not that. Hint: read the second message of capture.registrations[0].messages.",
    );
    expect(new Lab().check("02-2", "a question", capture).verdict).toBe("unreadable");
  });

  it("compares a list item by item, and names what is missing where patience ends", async () => {
    const capture = await trame();
    const fresh = new Lab();
    const said = (answer: unknown) => fresh.check("06-5", answer, capture).text;
    expect(said([401, 100, 180, 487])).toContain("Not that. Not among them: 487. Still missing: 1.");
    expect(said("401, 180 and 200")).toContain("Not that. Still missing: 1.");
    setLanguage("fr");
    expect(said("401 ; 180 et 200")).toContain("Ce n’est pas cela. Il manque\u00a0: 100.");
    expect(said("200, 180, 100, 401, 600")).toContain("De trop\u00a0: 600.");
    expect(fresh.check("06-5", "", capture).verdict).toBe("unreadable");
    expect(fresh.check("06-5", ["200", 180, 100, "401"], capture).text).toBe("Exact.");
  });

  it("says on which captures the exercises of a lesson were solved", async () => {
    await trame();
    check("03-1", 15);
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const bytes = captureOf(dialog(parties, "0 → INVITE 1\n1 ← 486 INVITE 1\n1.1 → ACK 1"));
    await openCapture(new File([bytes as BlobPart], "mine.pcap"));
    check("03-2", 486);
    expect(plain(lab.progress())).toMatch(
      /03 Call set-up\s+●●○○○○ 2\/6\s+2\s.*trame-asterisk\.pcapng, mine\.pcap/,
    );
  });

  it("shows what is solved, lesson by lesson", async () => {
    await trame();
    check("05-2", 6536);
    check("05-2", "trame 6531");
    expect(plain(lab.progress())).toMatch(/05 The end of the call\s+○●○○○ 1\/5\s+2\s+05-1, 05-3, 05-4, 05-5/);
    expect([lab.solved("05-2"), lab.solved("05-1")]).toEqual([true, false]);
    setLanguage("fr");
    expect(plain(lab.progress())).toContain("05 La fin de l’appel");
    expect(check("05-2", 6536).text).toContain("elle confirme la fin");
    lab.reset();
    expect(lab.solved("05-2")).toBe(false);
  });

  it("knows its exercises by their ids", () => {
    expect(() => exercise("09-9")).toThrow(RangeError);
    expect(() => check("1", 2)).toThrow("there are 00-1, 00-2");
  });
});

describe("what a capture lacks", () => {
  it("is said in place of what a cell would show", async () => {
    const first = await trame();
    await openCapture(
      captureOf(dialog({ caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" }, "0 → OPTIONS 1")),
    );
    expect(plain(lacking("call"))).toBe("attention: bytes has nothing to show here: it holds no call.");
    expect(plain(lacking("challenge", first))).toContain("trame-asterisk.pcapng has nothing to show here");
    setLanguage("fr");
    expect(plain(lacking("ringing", first))).toBe(
      "attention : trame-asterisk.pcapng n’a rien à montrer ici : pas de premier appel qui sonne (180 ou 183), ou qu’on décroche ensuite.",
    );
  });
});

describe("the answers on the report's capture", () => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await trame();
  });

  // what the report's pages say: see notebooks/captures/README.md
  it.each([
    ["01-1", "192.168.187.12"],
    ["01-2", "192.168.187.10"],
    ["01-3", 1238],
    ["02-1", "user3"],
    ["02-2", 401],
    ["02-5", 0],
    ["02-6", "1234"],
    ["03-1", 15],
    ["03-2", 401],
    ["03-3", "Oe-iIK3F4mEHcoaCL.wGALwxRD7U9CtF"],
    ["03-4", "PCMU"],
    ["03-5", "0.493"],
    ["03-6", "3.233"],
    ["04-1", "0x75452F58"],
    ["04-2", 1],
    ["04-3", 160],
    ["04-4", 85.6],
    ["04-6", 41],
    ["05-1", "user1"],
    ["05-2", 6531],
    ["05-3", 200],
    ["05-4", 62.4],
    ["06-2", "hung up"],
    ["06-4", 401],
    ["01-6", ["user1", "user3"]],
    ["06-5", "100, 180, 200, 401"],
    ["07-1", "aor, auth et endpoint"],
    ["07-2", "user1"],
    ["07-3", 404],
    ["07-4", "pjsip"],
  ])("are the report's: %s is %s", (id, answer) => {
    expect(new Lab().check(id, answer, capture).verdict).toBe("right");
  });
});
