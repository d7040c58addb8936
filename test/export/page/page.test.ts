import { describe, expect, test } from "vitest";
import type { Cell, Output } from "../../../src/export/notebook.js";
import { notebookPage, type PageLinks } from "../../../src/export/page/page.js";

const cell = (fields: Partial<Cell>): Cell => ({
  type: "code",
  source: "",
  tags: new Set(),
  attachments: {},
  sourceHidden: false,
  executionCount: undefined,
  outputs: [],
  ...fields,
});
const md = (source: string) => cell({ type: "markdown", source });
const shows = (data: Record<string, unknown>) =>
  cell({ source: "x", outputs: [{ output_type: "display_data", data }] });

function page(cells: Cell[], links: PageLinks = {}, language: "en" | "fr" = "en"): Promise<string> {
  const notebook = { path: "n.ipynb", cells, metadata: {} };
  return notebookPage(notebook, "Who <hangs> up?", links, { folder: ".", language, pageOf: () => undefined });
}
const main = async (...cells: Cell[]) => /<main>\n([\s\S]*)<\/main>/.exec(await page(cells))?.[1];

describe("a page", () => {
  test("says its language, its title, and what it may load: nothing", async () => {
    const html = await page([md("# Hello")], {}, "fr");
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("<title>Who &lt;hangs&gt; up?</title>");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src ('sha256-[\w+/]{43}=' ?)+; style-src 'unsafe-inline'; img-src data: blob:; media-src data:; base-uri 'none'; form-action 'none'$/,
    );
  });

  test("has a table of contents from four headings on", async () => {
    expect(await page([md("# a\n## b"), md("## c")])).not.toContain("<nav");
    const html = await page([md("# a\n## b\n### `c`"), md("## d\n#### e")]);
    expect(/<ol>([\s\S]*?)<\/ol>/.exec(html)?.[1]?.trim().split("\n")).toEqual([
      '<li class="depth-0"><a href="#b">b</a></li>',
      '<li class="depth-1"><a href="#c"><code>c</code></a></li>',
      '<li class="depth-0"><a href="#d">d</a></li>',
    ]);
  });

  test("leads to its neighbours and its translation", async () => {
    const html = await page([], {
      previous: { href: "01.html", title: "The <capture>" },
      next: { href: "03.html", title: "The call" },
      translation: { href: "../fr/02.html", title: "Qui ?", language: "fr" },
    });
    expect(html).toContain('<a rel="prev" href="01.html"><span>Previous</span> The &lt;capture&gt;</a>');
    expect(html).toContain('<a rel="next" href="03.html"><span>Next</span> The call</a>');
    expect(html).toContain(
      '<a class="translation" lang="fr" hreflang="fr" href="../fr/02.html">Français</a>',
    );
    expect(await page([])).not.toContain("<header");
  });

  test("carries the chart library once, and only with charts", async () => {
    const figure = { data: [{ y: [1, 2] }], layout: { title: { text: "</script><b>" } } };
    const chart = shows({ "application/vnd.plotly.v1+json": figure, "text/plain": "chart" });
    const html = await page([chart, chart]);
    expect(html.match(/data-voiplab-library/g)).toHaveLength(1);
    expect(html.indexOf("data-voiplab-library")).toBeLessThan(html.indexOf("</head>"));
    expect(html).toContain('"text":"\\u003c/script>\\u003cb>"');
    const plain = await page([md("# voiplab")]);
    expect(plain).not.toContain("data-voiplab-library");
    expect(plain.length).toBeLessThan(30_000);
  });
});

describe("a code cell", () => {
  test("is its number, its code in colours, and its outputs", async () => {
    const outputs: Output[] = [{ output_type: "stream", name: "stdout", text: "\u001b[31m<1>\u001b[0m\n" }];
    expect(await main(cell({ source: "let a = 1;\n", executionCount: 7, outputs }))).toBe(
      `<section class="cell" id="cell-1">
<pre class="code"><span class="count" aria-hidden="true">7</span><code><span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>;</code></pre>
<div class="outputs">
<pre class="stream stdout"><span class="ansi-fg-1">&lt;1&gt;</span>
</pre>
</div>
</section>
`,
    );
  });

  test("may hide its code, fold it, hide its outputs, or be left out", async () => {
    const outputs: Output[] = [{ output_type: "stream", name: "stdout", text: "out" }];
    const tagged = (tag: string) => main(cell({ source: "code", outputs, tags: new Set([tag]) }));
    expect(await tagged("remove-input")).not.toContain("code");
    expect(await tagged("remove-output")).not.toContain("out");
    expect(await tagged("remove-cell")).toBe("");
    expect(await main(cell({ source: "code", sourceHidden: true }))).toContain("<summary>Code</summary>");
    expect(await main(cell({ source: "  \n" }), cell({ type: "raw", source: "raw" }))).toBe("");
  });

  test("shows an error with its traceback's colours", async () => {
    const traceback = ["\u001b[31mTypeError\u001b[0m: no", "  line 2"];
    const outputs: Output[] = [{ output_type: "error", ename: "TypeError", evalue: "no", traceback }];
    expect(await main(cell({ source: "x", outputs }))).toContain(
      '<pre class="stream error"><span class="ansi-fg-1">TypeError</span>: no\n  line 2</pre>',
    );
  });
});

describe("an output is shown as", () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      "HTML rather than a picture",
      { "text/html": "<b>h</b>", "image/png": "AA==", "text/plain": "t" },
      "<b>h</b>",
    ],
    [
      "a picture rather than text",
      { "image/png": "AA\n==", "text/plain": "t" },
      '<img src="data:image/png;base64,AA==" alt="image">',
    ],
    [
      "SVG in a picture, where nothing in it runs",
      { "image/svg+xml": "<svg/>" },
      '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="image">',
    ],
    [
      "Markdown rather than text",
      { "text/markdown": "**m**", "text/plain": "t" },
      "<p><strong>m</strong></p>\n",
    ],
    [
      "text rather than JSON",
      { "application/json": { a: 1 }, "text/plain": "<t>" },
      '<pre class="text">&lt;t&gt;</pre>',
    ],
    ["JSON", { "application/json": { a: 1 } }, '<pre class="text">{\n  &quot;a&quot;: 1\n}</pre>'],
  ])("%s", async (_, data, shown) => {
    expect(await main(shows(data))).toContain(`<div class="shown">${shown}</div>`);
  });

  test("nothing, when nobody can show it", async () => {
    expect(await main(shows({ "application/x-unknown": "?" }))).not.toContain("outputs");
  });

  test("HTML without what runs or leads away, but with data and one copy of each style", async () => {
    const html = `<style>p{}</style><script>alert(1)</script ><p>a</p><script type="application/json">{"a":1}</script><meta http-equiv="refresh" content="0;url=https://x"><script>never closed`;
    const shown = await main(shows({ "text/html": html }), shows({ "text/html": html }));
    const rest =
      '<p>a</p><script type="application/json">{"a":1}</script>&lt;meta http-equiv="refresh" content="0;url=https://x">';
    expect(shown).toContain(`<div class="shown"><style>p{}</style>${rest}</div>`);
    expect(shown).toContain(`<div class="shown">${rest}</div>`);
    expect(shown).not.toContain("alert");
  });
});
