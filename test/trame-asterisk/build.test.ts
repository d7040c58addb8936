import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CAPTURE as RECORDED } from "../goldens/goldens.js";
import { trameAsterisk } from "./build.js";
import { CAPTURE } from "./report.js";

test("the capture is what its sources give, byte for byte", async () => {
  const built = await trameAsterisk(readFileSync(RECORDED));
  expect(Buffer.compare(built, readFileSync(CAPTURE)), "npm run build:capture writes it anew").toBe(0);
});
