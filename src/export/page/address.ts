/** Whether a link may lead there: the web, mail, and places in or beside the page. */
export const safeAddress = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:|#|[\p{L}\p{N}_./%() -]+(?:[?#]|$))/iu.test(address);

/** The address with its `%` codes read; as it is when they are damaged. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** An image's data (base64, or SVG as text) as a `data:` address. */
export function dataAddress(type: string, data: string): string {
  const text = type === "image/svg+xml" && data.trimStart().startsWith("<");
  const base64 = text ? Buffer.from(data, "utf8").toString("base64") : data.replace(/\s+/g, "");
  return `data:${type};base64,${base64}`;
}
