import { formatDuration } from "../../dissect/time.js";
import { callsOf } from "../../voip/calls.js";
import { rowsCommand } from "../rows.js";
import { secondsIn } from "../seconds.js";

const COLUMNS = [
  "start",
  "stop",
  "initial_speaker",
  "from",
  "to",
  "protocol",
  "duration",
  "packets",
  "state",
  "comments",
];

/** Wireshark's VoIP Calls. */
export const run = rowsCommand(COLUMNS, function* ({ signalling, facts }) {
  const seconds = secondsIn(facts);
  for (const call of callsOf(signalling.byCallId)) {
    yield [
      seconds(call.start),
      seconds(call.stop),
      call.initialSpeaker,
      call.from,
      call.to,
      call.protocol,
      formatDuration(call.stop - call.start),
      call.packets,
      call.state,
      call.comments,
    ];
  }
});
