import { States } from "../transport/tcp/states.js";

/** What FTP's control connections said of its transfers. */
export class FtpTransfers {
  /** The last command that moves data, by control connection. */
  readonly commands = new States<string>();
  /** By announced endpoint: which connection announced it, and how. */
  readonly byEndpoint: { control: number; method: string }[] = [];
}
