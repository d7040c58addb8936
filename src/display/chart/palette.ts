import type { Dash, SeriesColour } from "./model.js";

/** Each at least 3.6 : 1 against white and 3.7 : 1 against #212121 (WCAG 2.1 §1.4.11 asks for 3 : 1). */
export const SERIES: Record<SeriesColour, string> = {
  blue: "#2f81d6",
  orange: "#d95f0e",
  green: "#0f9271",
  violet: "#8b6fd8",
  gold: "#a97f0a",
  teal: "#1a8ba6",
  pink: "#b1609f",
  red: "#d6455d",
  grey: "#767b84",
};

/** The order in which series take their colours; red and grey have a meaning of their own. */
export const CYCLE: readonly SeriesColour[] = ["blue", "orange", "green", "violet", "gold", "teal", "pink"];

export const LIGHT = { paper: "#ffffff", ink: "#1f2328", quiet: "#59636e", grid: "#dfe3e8" };
export const DARK = { paper: "#111111", ink: "#e6e8ea", quiet: "#a9b0b8", grid: "#33383e" };

/** The pattern of a dashed line in pixels, for lines of about 1.5. */
export const DASHES: Record<Dash, string | undefined> = { solid: undefined, dash: "6 4", dot: "1.5 3.5" };
