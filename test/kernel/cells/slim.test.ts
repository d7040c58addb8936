import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { expect, it } from "vitest";
import { createSlimmer } from "../../../src/kernel/cells/compiler/slim.js";
import type { TypeScript } from "../../../src/kernel/cells/compiler/typescript.js";

const converter = createRequire(import.meta.url).resolve("tslab/dist/converter.js");
const typescript: TypeScript = createRequire(converter)("@tslab/typescript-for-tslab");

const text = `
/** A call that was answered. */
interface AnsweredCall {
  /** Seconds since the epoch. */
  answeredAtSeconds: number;
}
/** Tells of a call. */
declare function describeAnsweredCall(call: AnsweredCall): "a literal of some length";
`;

interface Documented {
  jsDoc?: { comment: string; parent: ts.Node }[];
}

it("gives a slimmed file's text and documentation again when they are asked for", () => {
  const folder = mkdtempSync(join(tmpdir(), "voiplab-slim-"));
  const name = join(folder, "call.d.ts");
  writeFileSync(name, text);
  const file = typescript.createSourceFile(name, text, typescript.ScriptTarget.ES2022);
  const slimmer = createSlimmer(typescript);
  slimmer.parsed(file);
  typescript.bindSourceFile(file, {});
  slimmer.finish();
  expect(Object.getOwnPropertyDescriptor(file, "text")?.get).toBeTypeOf("function");

  const [call, describe] = file.statements as unknown as [ts.InterfaceDeclaration, ts.FunctionDeclaration];
  const comments = [call, call.members[0], describe].map((node) => (node as Documented).jsDoc?.[0]?.comment);
  expect(comments).toEqual(["A call that was answered.", "Seconds since the epoch.", "Tells of a call."]);
  expect((describe as Documented).jsDoc?.[0]?.parent).toBe(describe);
  expect((call.name as Documented).jsDoc).toBeUndefined();
  expect(describe.type?.getText()).toBe('"a literal of some length"');
  expect(file.text).toBe(text);
  rmSync(folder, { recursive: true });
});
