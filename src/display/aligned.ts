import { padWidth, textWidth } from "./width.js";

/** Lines whose cells stand below each other, two blanks apart. */
export function alignedLines(
  lines: readonly (readonly string[])[],
  sides: readonly ("left" | "right")[],
): string[] {
  const widths = sides.map((_, i) =>
    lines.reduce((widest, cells) => Math.max(widest, textWidth(cells[i] ?? "")), 0),
  );
  return lines.map((cells) =>
    cells
      .map((cell, i) => padWidth(cell, widths[i]!, sides[i]))
      .join("  ")
      .trimEnd(),
  );
}
