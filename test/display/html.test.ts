import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, jsonScript, raw, script, style } from "../../src/display/html.js";
import { hostile } from "./hostile.js";

describe("html", () => {
  test("escapes text and attributes", () => {
    const name = `"Eve" <script>alert('1')</script> & co`;
    const escaped = "&quot;Eve&quot; &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; co";
    expect(html`<p title="${name}">${name}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  test("lets markup and lists of markup pass, and shows nothing for what is not there", () => {
    const items = ["a<", 1, 2n].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}${undefined}${false}${raw("<hr>")}</ul>`.toString()).toBe(
      "<ul><li>a&lt;</li><li>1</li><li>2</li><hr></ul>",
    );
  });

  test("shows hidden characters", () => {
    expect(html`<b>${"a\u202eb\u0000c\u200bd\ud800"}</b>`.toString()).toBe(
      "<b>a⟨U+202E⟩b␀c⟨U+200B⟩d⟨U+D800⟩</b>",
    );
  });

  test.each([
    "javascript:alert(1)",
    " JaVaScRiPt:x",
    "data:text/html,<script>",
    "vbscript:x",
    "\u0001javascript:x",
    "//evil",
  ])("does not lead to %j", (address) => {
    expect(html`<a href="${address}">x</a>`.toString()).toBe('<a href="#">x</a>');
  });

  test("leads to pages, fragments, pictures and sounds", () => {
    for (const address of [
      "https://a.example/?b=1",
      "#here",
      "data:image/svg+xml;base64,PHN2Zz4=",
      "data:audio/wav;base64,UklG",
    ]) {
      expect(html`<a href="${address}">x</a>`.toString()).toBe(`<a href="${address}">x</a>`);
    }
  });

  test("no text leaves its place", () => {
    fc.assert(
      fc.property(hostile, hostile, (attribute, text) => {
        const markup = html`<p title="${attribute}" data-x='${attribute}'>${text}</p>`.toString();
        expect(markup).toMatch(/^<p title="[^"<>]*" data-x='[^'<>]*'>[^<>]*<\/p>$/);
      }),
    );
  });

  test("no address leads to a script", () => {
    fc.assert(
      fc.property(hostile, (address) => {
        const [, href] = /^<a href="([^"<>]*)"><\/a>$/.exec(html`<a href="${address}"></a>`.toString())!;
        expect(href).toMatch(/^(?:#|https?:|data:image\/svg\+xml;base64,|data:audio\/wav;base64,)/);
      }),
    );
  });

  test("refuses values where they could not be made safe", () => {
    const value = "x";
    expect(() => html`<script>${value}</script>`).toThrow(TypeError);
    expect(() => html`<style>${value}</style>`).toThrow(TypeError);
    expect(() => html`<p onclick="${value}">`).toThrow(TypeError);
    expect(() => html`<p style="color:${value}">`).toThrow(TypeError);
    expect(() => html`<p title=${value}>`).toThrow(TypeError);
    expect(() => html`<${value}>`).toThrow(TypeError);
    expect(() => html`<p ${value}>`).toThrow(TypeError);
    expect(() => html`<p title="${raw("<b>")}">`).toThrow(TypeError);
  });

  test("takes numbers in a style and markup as an attribute", () => {
    expect(html`<p style="width:${12}px" ${raw("hidden")}>`.toString()).toBe('<p style="width:12px" hidden>');
    expect(() => html`<p style="width:${Number.NaN}px">`).toThrow(TypeError);
  });
});

describe("scripts and styles", () => {
  test("nothing in data ends its element", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markup = jsonScript({ text }).toString();
        const json = /^<script type="application\/json">([^<]*)<\/script>$/.exec(markup)![1]!;
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
  });

  test("nothing in code ends its element", () => {
    expect(script('x = "</SCRIPT><!--"').toString()).toBe('<script>x = "\\x3c/SCRIPT>\\x3c!--"</script>');
  });

  test("a style is without comments and needless blanks", () => {
    expect(style("/* why */\na {\n  b: c;\n}\n").toString()).toBe("<style>a { b: c; }</style>");
  });
});
