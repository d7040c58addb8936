import { afterEach, describe, expect, test } from "vitest";
import { table } from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";

afterEach(() => setLanguage("en"));

const messages = [
  { frame: 1, time: 0, from: "192.168.187.10", message: "REGISTER", bytes: 623 },
  { frame: 2, time: 0.000646, from: "192.168.187.12", message: "401 Unauthorized", bytes: 1531 },
  { frame: 3, time: 0.008355, from: "192.168.187.10", message: "名前 REGISTER", bytes: 791 },
];

const options = {
  caption: "registration",
  columns: [
    { key: "time", label: "time (s)", kind: "time" },
    { key: "from", label: "source", kind: "address" },
    { key: "message" },
    { key: "bytes", title: "on the wire" },
  ],
  rows: messages,
  frameOf: (row: (typeof messages)[number]) => row.frame,
} as const;

const html = (bundle: Record<string, unknown>) =>
  (bundle["text/html"] as string).replace(/<style>.*?<\/style>/s, "");

test("usual keys are said in the language set, others stand as they are", () => {
  const rows = [{ frame: 9, time: 1.5, constructor: 1, SSRC: 7 }];
  expect(table({ rows })["text/plain"]).toMatch(/^frame +time +constructor +SSRC\n/);
  setLanguage("fr");
  expect(table({ rows })["text/plain"]).toMatch(/^trame +temps +constructor +SSRC\n/);
});

describe("in plain text", () => {
  test("columns stand below each other, whatever the width of the characters", () => {
    expect(table(options)["text/plain"]).toBe(
      [
        "registration",
        "",
        "frame  time (s)  source          message           bytes",
        "    1  0.000000  192.168.187.10  REGISTER            623",
        "    2  0.000646  192.168.187.12  401 Unauthorized  1,531",
        "    3  0.008355  192.168.187.10  名前 REGISTER       791",
      ].join("\n"),
    );
  });

  test("rows are few, and the others are counted", () => {
    const rows = Array.from({ length: 6631 }, (_, number) => ({ number }));
    const lines = (table({ rows })["text/plain"] as string).split("\n");
    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toBe("… and 6,591 more");
    setLanguage("fr");
    expect((table({ rows })["text/plain"] as string).split("\n").at(-1)).toBe("… et 6\u202f591 de plus");
  });

  test("a sentence is not cut; other text is, with the rest in its tooltip", () => {
    const text = "word ".repeat(40).trim();
    const shown = (kind: "text" | "sentence") =>
      html(table({ columns: [{ key: "text", kind }], rows: [{ text }] }));
    expect(shown("sentence")).toContain(`>${text}</td>`);
    expect(shown("text")).not.toContain(`>${text}</td>`);
    expect(shown("text")).toContain(`title="${text}"`);
  });

  test("a highlight is a sign", () => {
    const highlight = ({ message }: { message: string }) =>
      /^4/.test(message) ? ("bad" as const) : undefined;
    const lines = (table({ ...options, highlight })["text/plain"] as string).split("\n");
    expect(lines[4]).toMatch(/^✗ +2 {2}0.000646/);
  });

  test("nothing is said to be nothing", () => {
    expect(table({ rows: [] })["text/plain"]).toContain("no rows");
    expect(html(table({ rows: [] }))).toContain("no rows");
  });
});

describe("in HTML", () => {
  test("a row leads to its frame", () => {
    const markup = html(table(options));
    expect(markup).toContain('<td class="f" title="frame.number == 2">2</td>');
    const long = html(table({ rows: [{}], frameOf: () => [1, 3, 4, 7] }));
    expect(long).toContain("<span>1,</span> <span>3–4,</span> <span>7</span></td>");
    expect(markup).toContain("<code>frame.number in {1..3}</code>");
    expect(html(table({ ...options, filterOf: () => "rtp.ssrc == 0x2CF77874" }))).toContain(
      'title="rtp.ssrc == 0x2CF77874"',
    );
  });

  test("heads belong to their columns, numbers stand to the right, addresses in a fixed width", () => {
    const markup = html(table(options));
    expect(markup).toContain("<caption>registration</caption>");
    expect(markup).toContain('<th scope="col" class="n" title="on the wire">bytes</th>');
    expect(markup).toContain('<td class="m">192.168.187.12</td>');
    expect(markup).toContain('<td class="n">1,531</td>');
  });

  test("thousands of rows stay small", () => {
    const rows = Array.from({ length: 6631 }, (_, number) => ({ number, name: "<b>".repeat(3000) }));
    const markup = html(table({ rows }));
    expect(markup.match(/<tr>/g)).toHaveLength(201);
    expect(markup).toContain("… and 6,431 more");
    expect(markup.length).toBeLessThan(800_000);
    expect(html(table({ rows, maxRows: 3, total: 10_000 }))).toContain("… and 9,997 more");
  });

  test("a highlight has a colour and a word", () => {
    const markup = html(table({ ...options, highlight: () => "bad" }));
    expect(markup).toContain('<tr class="bad">');
    expect(markup).toContain('role="img" aria-label="failed">✗</span>');
  });

  test("the words are the reader's", () => {
    setLanguage("fr");
    const markup = html(table(options));
    expect(markup).toContain('lang="fr"');
    expect(markup).toContain(">trame</th>");
    expect(markup).toContain("dans Wireshark :");
  });
});
