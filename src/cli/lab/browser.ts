import { spawn } from "node:child_process";

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  // `explorer` takes the address as one word; `start` would have a shell read the `&` in it.
  win32: ["explorer"],
};

/** Opens an address in the user's browser, if there is one: the address is printed in any case. */
export function openBrowser(address: string): void {
  const [program, ...words] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...words, address], { stdio: "ignore", detached: true });
  child.once("error", () => {});
  child.unref();
}
