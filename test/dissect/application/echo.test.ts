import { expect, test } from "vitest";
import { fieldOf, udpFrame, Wire } from "../media/wire.js";
import { text } from "./bytes-of.js";

test("Echo's rows and data are those of TShark 4.0.17", () => {
  const wire = new Wire();
  const request = wire.send(udpFrame({ destinationPort: 7, payload: text("hello") }));
  expect([request.label, request.info]).toEqual(["ECHO", "Request"]);
  expect(fieldOf(request.layers, "echo.data")?.value).toBe("68656c6c6f");
  expect(wire.row({ sourcePort: 7, payload: text("hello") })).toBe("ECHO | Response");
});
