import { registrationsOf } from "../../voip/registrations.js";
import { rowsCommand } from "../rows.js";
import { secondsIn } from "../seconds.js";

const COLUMNS = [
  "time",
  "frame",
  "client",
  "registrar",
  "address_of_record",
  "contact",
  "expires",
  "attempts",
  "outcome",
  "final_status",
];

/** One row an attempt to register. */
export const run = rowsCommand(COLUMNS, function* ({ signalling, facts }) {
  const seconds = secondsIn(facts);
  for (const registration of registrationsOf(signalling.byCallId)) {
    yield [
      seconds(registration.time),
      registration.frame,
      registration.client,
      registration.registrar,
      registration.addressOfRecord,
      registration.contact,
      registration.expires,
      registration.attempts,
      registration.outcome,
      registration.finalStatus,
    ];
  }
});
