import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { createHighlighter, type Highlighter } from "../../../src/export/page/highlight.js";
import { createMarkdown, slug } from "../../../src/export/page/markdown.js";

let highlight: Highlighter;
beforeAll(async () => {
  highlight = await createHighlighter();
});

const folder = fileURLToPath(new URL("../notebooks", import.meta.url));
const pages: Record<string, string> = {
  "03-call.ipynb": "03-call.html",
  "appel à trois.ipynb": "appel.html",
};
const markdown = () =>
  createMarkdown({ folder, language: "en", pageOf: (notebook) => pages[notebook] }, highlight);
const render = async (source: string, attachments = {}) =>
  (await markdown()).render(source, attachments).trim();

describe("headings", () => {
  test("have stable anchors, numbered where they would be the same", async () => {
    const page = await markdown();
    page.render("# Who *hangs* up?\n\n## L'appel : `BYE` & fin\n\n## Frame");
    page.render("## Frame");
    expect(page.headings.map(({ level, id, html }) => [level, id, html])).toEqual([
      [1, "who-hangs-up", "Who <em>hangs</em> up?"],
      [2, "lappel-bye-fin", "L&#39;appel : <code>BYE</code> &amp; fin"],
      [2, "frame", "Frame"],
      [2, "frame-1", "Frame"],
    ]);
  });

  test("of symbols only have an anchor as well", () => {
    expect(slug("→")).toBe("section");
    expect(slug("Écouter l'appel")).toBe("écouter-lappel");
  });
});

describe("links", () => {
  test("to a notebook lead to its page, to a heading as Jupyter writes it to the page's", async () => {
    expect(await render("[a](03-call.ipynb#Who-hangs-up?)")).toContain('href="03-call.html#who-hangs-up"');
    expect(await render("[a](appel%20%C3%A0%20trois.ipynb)")).toContain('href="appel.html"');
    expect(await render("[a](elsewhere.ipynb#Who)")).toContain('href="elsewhere.html#who"');
    expect(await render("[a](#Who-hangs-up?)")).toContain('href="#who-hangs-up"');
    expect(await render("[a](https://www.rfc-editor.org/rfc/rfc3261#section-10)")).toContain(
      'href="https://www.rfc-editor.org/rfc/rfc3261#section-10"',
    );
  });

  test("to files beside the notebook are only their text: the page lies elsewhere", async () => {
    expect(await render("[a](../captures/README.md) [b](//host/notes.txt)")).toBe("<p>a b</p>");
  });

  test("that would run something are only their text", async () => {
    expect(await render("[a](javascript:alert(1)) [b](data:text/html,x)")).toBe("<p>a b</p>");
  });
});

describe("pictures", () => {
  const dot = "iVBORw0KGgo=";

  test("of the cell and beside the notebook are taken in", async () => {
    expect(await render("![dot](attachment:a%20dot.png)", { "a dot.png": { "image/png": dot } })).toBe(
      `<p><img src="data:image/png;base64,${dot}" alt="dot"></p>`,
    );
    expect(await render("![dot](dot.svg)")).toMatch(
      /^<p><img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="dot"><\/p>$/,
    );
  });

  test.each([
    "https://example.org/x.png",
    "/etc/logo.png",
    "../../../x.png",
    "attachment:none.png",
    "dot.txt",
    "%E0%A4%A.png",
  ])("from elsewhere are named, not loaded: %s", async (href) => {
    expect(await render(`![its name](${href})`)).toBe('<p><em class="missing">not loaded: its name</em></p>');
  });
});

test("code is coloured where its language is known", async () => {
  expect(await render("```ts\nconst a = 1;\n```")).toBe(
    '<pre class="code"><code><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;</code></pre>',
  );
  expect(await render("```sip\nVia: <x>\n```")).toContain('<span class="hljs-attribute">Via</span>');
  expect(await render("```none\n<x>\n```")).toBe('<pre class="code"><code>&lt;x&gt;</code></pre>');
});

test("HTML that runs is shown as text", async () => {
  expect(await render("a <script>alert(1)</script> <kbd>b</kbd>")).toBe(
    "<p>a &lt;script&gt;alert(1)&lt;/script&gt; <kbd>b</kbd></p>",
  );
});
