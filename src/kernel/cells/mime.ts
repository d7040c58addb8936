import { inspect } from "node:util";
import { jupyterDisplay, type MimeBundle } from "../../display/bundle.js";

const mimeType = /^[a-z]+\/[\w.+-]+$/i;

/** A value as Jupyter shows it: by its own method, as the bundle that it is, or as text. */
export function toBundle(value: unknown): MimeBundle | Promise<MimeBundle> {
  const own = (value as { [jupyterDisplay]?: unknown } | null | undefined)?.[jupyterDisplay];
  if (typeof own !== "function") return isBundle(value) ? encoded(value) : { "text/plain": inspect(value) };
  const bundle = own.call(value);
  return typeof bundle?.then === "function" ? Promise.resolve(bundle).then(encoded) : encoded(bundle);
}

/** A plain object whose keys all look like MIME types. */
function isBundle(value: unknown): value is MimeBundle {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => mimeType.test(key));
}

/** Bytes travel as base64. */
function encoded(bundle: MimeBundle): MimeBundle {
  const entries = Object.entries(bundle);
  return Object.fromEntries(
    entries.map(([type, data]) => [
      type,
      data instanceof Uint8Array
        ? Buffer.from(data.buffer, data.byteOffset, data.length).toString("base64")
        : data,
    ]),
  );
}
