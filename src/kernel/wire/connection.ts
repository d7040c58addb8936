import { readFileSync } from "node:fs";

/** What Jupyter's connection file says. */
export interface Connection {
  transport: "tcp" | "ipc";
  ip: string;
  /** Empty: messages are not signed. */
  key: string;
  signature_scheme: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
}

export type Channel = "shell" | "iopub" | "stdin" | "control" | "hb";

export function readConnection(file: string): Connection {
  return { transport: "tcp", signature_scheme: "hmac-sha256", ...JSON.parse(readFileSync(file, "utf8")) };
}

/** Where a channel's socket is bound. */
export function address(connection: Connection, channel: Channel): string {
  const { transport, ip } = connection;
  const port = connection[`${channel}_port`];
  return transport === "ipc" ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
}
