import { addressSpec, type NameAddress } from "../../dissect/sip/index.js";
import { rowsCommand } from "../rows.js";

const COLUMNS = ["number", "method", "status", "call_id", "cseq", "from", "to"];

/** One row a SIP message. */
export const run = rowsCommand(COLUMNS, function* ({ signalling }) {
  for (const { frame, message } of signalling.events) {
    yield [
      frame,
      message.method,
      message.status,
      message.callId,
      message.header("CSeq"),
      addressOf(message.from),
      addressOf(message.to),
    ];
  }
});

/** Nothing where there is no URI, as in Wireshark. */
function addressOf(address: NameAddress | undefined): string | undefined {
  return address && /^[a-z][a-z0-9+.-]*$/.test(address.uri.scheme) ? addressSpec(address) : undefined;
}
