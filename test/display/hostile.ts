import fc from "fast-check";

/** What a hostile phone writes into its headers. */
const payloads = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  "javascript:alert(1)",
  "</script><svg onload=alert(1)>",
  "]]><!--",
  "&lt;b&gt;&#60;",
  "$\\href{javascript:alert(1)}{x}$",
  "\\(x\\)",
  "[x](javascript:alert(1))",
  "\u001b[31mred\u001b[0m\u0007",
  "a\r\nVia: b\tc",
  "\u202emoc.elpmaxe\u202c\u200b\ufeff",
  "\ud800",
  "\u0000\uffff",
  "%{customdata}<extra></extra>",
  "名前🙂e\u0301",
  "x".repeat(5000),
];

/** Text from the wire: anything at all, often dangerous. */
export const hostile = fc.oneof(
  fc.constantFrom(...payloads),
  fc.string({ unit: "binary" }),
  fc.tuple(fc.constantFrom(...payloads), fc.string({ unit: "binary" })).map((parts) => parts.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);
