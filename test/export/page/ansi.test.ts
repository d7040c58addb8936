import { expect, test } from "vitest";
import { ansiToHtml, stripAnsi } from "../../../src/export/page/ansi.js";

const esc = "\u001b";

test("colours and weights become spans until they are reset", () => {
  expect(ansiToHtml(`a ${esc}[1;31mb${esc}[0m c`)).toBe('a <span class="ansi-bold ansi-fg-1">b</span> c');
  expect(ansiToHtml(`${esc}[31mr${esc}[32mg${esc}[39mn`)).toBe(
    '<span class="ansi-fg-1">r</span><span class="ansi-fg-2">g</span>n',
  );
  expect(ansiToHtml(`${esc}[93;44mx`)).toBe('<span class="ansi-fg-11 ansi-bg-4">x</span>');
  expect(ansiToHtml(`${esc}[1;4mx${esc}[22my`)).toBe(
    '<span class="ansi-bold ansi-underline">x</span><span class="ansi-underline">y</span>',
  );
});

test("a palette's and an exact colour are written out", () => {
  // xterm's 256 colours: 16 + 36 r + 6 g + b with levels 0, 95, 135 …; 232 on are greys 8, 18 …
  expect(ansiToHtml(`${esc}[38;5;196mx`)).toBe('<span style="color:rgb(255,0,0)">x</span>');
  expect(ansiToHtml(`${esc}[38;5;244mx`)).toBe('<span style="color:rgb(128,128,128)">x</span>');
  expect(ansiToHtml(`${esc}[48;2;1;2;300mx`)).toBe('<span style="background:rgb(1,2,255)">x</span>');
  expect(ansiToHtml(`${esc}[38;5;9;1mx`)).toBe(
    '<span class="ansi-bold" style="color:var(--ansi-9)">x</span>',
  );
});

test("text is escaped, and other sequences go", () => {
  expect(ansiToHtml(`${esc}[2K<b>${esc}]0;title\u0007&`)).toBe("&lt;b&gt;&amp;");
  expect(stripAnsi(`${esc}[31mred${esc}[0m${esc}[?25l`)).toBe("red");
});

test("a carriage return begins its line anew, before a line feed it is part of it", () => {
  expect(ansiToHtml("10 %\r50 %\r100 %\ndone\r\nnext")).toBe("100 %\ndone\nnext");
});
