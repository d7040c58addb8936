import type { Expected } from "../../src/course/answers/expected.js";

const WORDS = { s: "secondes", ms: "ms", byte: "octets", "%": "%", "kbit/s": "kbit/s" } as const;

/** An answer as students write it. */
export function spellings(expected: Expected): unknown[] {
  switch (expected.kind) {
    case "number": {
      const { value, unit } = expected;
      const decimal = String(value);
      const french = decimal.replace(".", ",");
      const united =
        unit === undefined
          ? []
          : [`${decimal} ${WORDS[unit]}`, `${french}\u00a0${WORDS[unit]}`, `${decimal}${WORDS[unit]}`];
      const other = unit === "s" ? [`${value * 1000} ms`] : unit === "ms" ? [`${value / 1000} s`] : [];
      const whole = Number.isInteger(value) && value >= 0;
      const grouped = whole
        ? [
            value.toLocaleString("en-US"),
            value.toLocaleString("fr-FR"),
            `0x${value.toString(16)}`,
            BigInt(value),
          ]
        : [];
      return [value, decimal, ` ${french} `, [value], ...united, ...other, ...grouped];
    }
    case "ssrc": {
      const hex = expected.value.toString(16).padStart(8, "0");
      return [
        expected.value,
        `0x${hex}`,
        `0x${hex.toUpperCase()}`,
        `0X${hex}`,
        hex,
        String(expected.value),
        { ssrc: `0x${hex}` },
      ];
    }
    case "text":
      return expected.accepted.flatMap((word) => [
        word,
        ` ${word.toUpperCase()} `,
        `"${word}"`,
        `<${word}>`,
        [word],
      ]);
    case "frame":
      return expected.frames.flatMap((frame) => [
        frame,
        String(frame),
        `frame ${frame}`,
        `trame n° ${frame}`,
        `#${frame}`,
        frame.toLocaleString("fr-FR"),
        { number: frame },
        { frame },
        [frame],
      ]);
    case "list": {
      const names = expected.items.map(([name]) => name!);
      const last = expected.items.map((item) => item.at(-1)!);
      return [
        names,
        [...last].reverse(),
        names.map((name) => ` ${name.toUpperCase()}`),
        names.join(", "),
        [...names].reverse().join("; "),
        names.join(" et "),
      ];
    }
  }
}
