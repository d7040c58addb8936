import type { MimeBundle } from "../bundle.js";
import { tableHtml } from "./html.js";
import type { TableOptions } from "./options.js";
import { prepared } from "./prepared.js";
import { tableText } from "./text.js";

/** Rows as a table: `text/html` and `text/plain`. */
export function table<Row extends object>(options: TableOptions<Row>): MimeBundle {
  const ready = prepared(options);
  return { "text/html": tableHtml(ready).toString(), "text/plain": tableText(ready) };
}
