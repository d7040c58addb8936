import { readFileSync } from "node:fs";
import { extname, relative, resolve, sep } from "node:path";
import type { Bundle } from "../notebook.js";
import { dataAddress, decodeAddress } from "./address.js";

const types: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
};

/**
 * A picture of a Markdown cell as a `data:` address: an attachment of the cell, or a file in or beside the notebook's
 * folder (a notebook must not carry off files from elsewhere). Undefined for all others.
 */
export function pictureAddress(
  href: string,
  folder: string,
  attachments: Readonly<Record<string, Bundle>>,
): string | undefined {
  if (/^data:image\/[\w.+-]+;base64,[\w+/=]*$/.test(href)) return href;
  if (href.startsWith("attachment:")) {
    const [type, data] = Object.entries(attachments[decodeAddress(href.slice(11))] ?? {})[0] ?? [];
    return type && typeof data === "string" ? dataAddress(type, data) : undefined;
  }
  const type = types[extname(href).toLowerCase()];
  const path = resolve(folder, decodeAddress(href));
  const outside = relative(resolve(folder, ".."), path).split(sep)[0] === "..";
  if (type === undefined || /^[a-z]+:/i.test(href) || outside) return undefined;
  try {
    return `data:${type};base64,${readFileSync(path).toString("base64")}`;
  } catch {
    return undefined;
  }
}
