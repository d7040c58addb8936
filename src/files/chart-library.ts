import { readFileSync } from "node:fs";
import { dependencyFile } from "./package.js";

/**
 * The text of the smallest distribution of plotly.js that draws what charts hold (scatter and bar traces). It is read
 * as text: plotly.js cannot be required outside a browser.
 */
export function chartLibrarySource(): string {
  return readFileSync(dependencyFile("plotly.js/dist/plotly-basic.min.js"), "utf8");
}
