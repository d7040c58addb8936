import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { Host } from "../voip/hosts.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";

/** The machines behind the signalling: who is who. */
export class Hosts extends Rows<Host> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "address", label: h.address, kind: "address" },
        { key: "role", label: h.role },
        { key: "users", label: h.users },
        { key: "software", label: h.software },
        { key: "messages", label: h.sent, kind: "number" },
      ],
      rows: this.map((host) => ({ ...host, role: h.roles[host.role], users: host.users.join(", ") })),
      filterOf: (row) => `ip.addr == ${row.address}`,
    });
  }
}
