import { addressSpec } from "../../dissect/sip/index.js";
import { rowsCommand } from "../rows.js";

const COLUMNS = ["number", "method", "status", "call_id", "cseq", "from", "to"];

/** One row a SIP message. */
export const { run } = rowsCommand(COLUMNS, function* ({ signalling }) {
  for (const { frame, message } of signalling.events) {
    yield [
      frame,
      message.method,
      message.status,
      message.callId,
      message.header("CSeq")?.replace(/\s+/g, " "),
      message.from && addressSpec(message.from),
      message.to && addressSpec(message.to),
    ];
  }
});
