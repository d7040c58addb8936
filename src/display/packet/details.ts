import type { MimeBundle } from "../bundle.js";
import { frameReference } from "../frames.js";
import { html, script } from "../html.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import packetStyle from "../style/packet.css?raw";
import { dumpHtml } from "./dump.js";
import type { PacketOptions } from "./model.js";
import packetScript from "./packet.page.js?raw";
import { packetText } from "./text.js";
import { treeHtml } from "./tree.js";

/** The packet details and the packet bytes of a frame, as Wireshark's two panes: each field leads to its bytes. */
export function packetDetails(options: PacketOptions): MimeBundle {
  const { number, layers, bytes, reassembled, length } = options;
  const title = messages().packetTitle(number, length ?? bytes.length, bytes.length);
  const { filter } = frameReference(number);
  const second =
    reassembled &&
    html`<p>${messages().reassembled(reassembled.length)}</p>${dumpHtml(reassembled, layers, "reassembled")}`;
  const content = html`<p class="voiplab-head"><b>${title}</b> <span class="voiplab-filter">${messages().filter} <code>${filter}</code></span></p><div class="voiplab-panes"><div class="voiplab-tree" style="max-height:440px;overflow:auto">${treeHtml(layers)}</div><div class="voiplab-dump" style="max-height:440px;overflow:auto">${dumpHtml(bytes, layers, "frame")}${second}</div></div>${script(packetScript)}`;
  return {
    "text/html": shell("packet", packetStyle, content).toString(),
    "text/plain": packetText(options),
  };
}

/** What lights up a field's bytes in a page, and a byte's field: each packet's HTML holds it. */
export const packetBehaviour: string = packetScript;
