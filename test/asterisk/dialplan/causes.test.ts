import { describe, expect, it } from "vitest";
import {
  causeOf,
  dialStatusOf,
  fallthroughOf,
  refusalOf,
  UNREGISTERED,
} from "../../../src/asterisk/dialplan/causes.js";

// Asterisk 18.26.4, chan_sip: calls over loopback to plans of one step, and to phones that refuse with one status
describe("what the caller of Asterisk 18.26.4 gets", () => {
  it.each([
    [undefined, "603 Declined"],
    [17, "486 Busy here"],
    [19, "480 Temporarily unavailable"],
    [31, "480 Temporarily unavailable"],
    [99, "603 Declined"],
    [1, "404 Not Found"],
    [18, "408 Request Timeout"],
    [28, "484 Address incomplete"],
  ])("by Hangup(%s): %s", (cause, status) => {
    expect(refusalOf(cause)).toBe(status);
  });

  it.each([
    [486, "486 Busy here"],
    [603, "403 Forbidden"],
    [480, "480 Temporarily unavailable"],
    [404, "404 Not Found"],
  ])("by Hangup() after a Dial refused with %i: %s", (refusal, status) => {
    expect(refusalOf(causeOf(refusal))).toBe(status);
  });

  it("by Hangup() after a Dial to a phone that is not registered: 480", () => {
    expect(refusalOf(UNREGISTERED)).toBe("480 Temporarily unavailable");
  });

  it.each([
    ["BUSY", [480, 486, 600, 603], "486 Busy Here"],
    ["CONGESTION", [410, 482, 500, 502, 503, 504], "503 Service Unavailable"],
    ["CHANUNAVAIL", [400, 403, 404, 406, 408, 415, 484, 488, 501, 606], "503 Service Unavailable"],
  ] as const)(
    "where the plan ends after a Dial with DIALSTATUS %s (by %j): %s",
    (status, refusals, answer) => {
      expect(refusals.map(dialStatusOf)).toEqual(refusals.map(() => status));
      expect(fallthroughOf(status)).toBe(answer);
    },
  );

  it("where the plan ends after a Dial that nobody answered, or without one: 603", () => {
    expect([fallthroughOf("NOANSWER"), fallthroughOf(undefined)]).toEqual(["603 Declined", "603 Declined"]);
  });
});
