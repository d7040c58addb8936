/** Data by MIME type, as Jupyter's `display_data` carries it; `text/plain` is always there. */
export type MimeBundle = Record<string, unknown>;

/** The key under which a value says how it is shown (the convention of the Deno kernel). */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;

/** A value that knows how it is shown in a notebook. */
export interface Displayable {
  [jupyterDisplay](): MimeBundle | Promise<MimeBundle>;
}
