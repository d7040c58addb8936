import { describe, expect, it } from "vitest";
import { hostsOf } from "../../src/voip/hosts.js";
import { analysed, dialog, type Sent } from "./story.js";

const SERVER = "10.0.0.12";

async function hostsIn(...sent: (Sent | Sent[])[]) {
  const { signalling } = await analysed(...sent);
  return hostsOf(signalling.events);
}

const roles = async (...sent: (Sent | Sent[])[]) =>
  (await hostsIn(...sent)).map(({ address, role }) => `${address} ${role}`);

describe("the machines behind the signalling", () => {
  it("are servers where they answer REGISTER", async () => {
    const found = await hostsIn(
      dialog(
        { caller: "10.0.0.10", callee: SERVER, callId: "1" },
        "0 → REGISTER 1 | User-Agent: PJSUA v2.14.1\n1 ← 401 REGISTER 1 | Server: Asterisk PBX 18.26.4",
      ),
      dialog({ caller: "10.0.0.51", callee: SERVER, callId: "2" }, "0.5 → REGISTER 1"),
    );
    expect(found).toEqual([
      { address: SERVER, role: "server", software: "Asterisk PBX 18.26.4", users: [], messages: 1, frame: 3 },
      {
        address: "10.0.0.10",
        role: "phone",
        software: "PJSUA v2.14.1",
        users: ["10"],
        messages: 1,
        frame: 1,
      },
      { address: "10.0.0.51", role: "phone", software: undefined, users: ["51"], messages: 1, frame: 2 },
    ]);
  });

  it("are servers where they pass calls on, though nobody registers in the capture", async () => {
    const first = dialog(
      { caller: "10.0.0.10", callee: SERVER, callId: "1" },
      "0 → INVITE 1\n9 ← 200 INVITE 1",
    );
    const second = dialog(
      { caller: SERVER, callee: "10.0.0.51", callId: "2" },
      "1 → INVITE 1\n8 ← 200 INVITE 1",
    );
    expect(await roles(first, second)).toEqual(["10.0.0.12 server", "10.0.0.10 phone", "10.0.0.51 phone"]);
  });

  it("are phones where they call after they were called, call back, or ask the other to wait", async () => {
    const called = dialog(
      { caller: "10.0.0.1", callee: "10.0.0.2", callId: "1" },
      "0 → INVITE 1\n1 ← 486 INVITE 1",
    );
    const calls = dialog({ caller: "10.0.0.2", callee: "10.0.0.3", callId: "2" }, "2 → INVITE 1");
    const back = dialog(
      { caller: "10.0.0.3", callee: "10.0.0.2", callId: "3" },
      "3 → INVITE 1\n4 ← INVITE 9",
    );
    expect(await roles(called, calls, back)).toEqual(["10.0.0.1 phone", "10.0.0.2 phone", "10.0.0.3 phone"]);
  });

  it("have each of their users once, in order of appearance", async () => {
    const call = dialog(
      { caller: "10.0.0.10", callee: SERVER, callId: "1" },
      "0 → INVITE 1\n1 → INVITE 2\n2 → BYE 3",
    );
    expect((await hostsIn(call))[0]).toMatchObject({ users: ["10"], messages: 3 });
  });
});
