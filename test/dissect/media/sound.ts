import { expect } from "vitest";
import type { Field } from "../../../src/dissect/protocol.js";
import type { Row } from "./wire.js";

/** Layers lie in the frame's captured bytes, and fields in their layer, children in their parent. */
export function expectSound({ layers }: Row, captured: number): void {
  for (const layer of layers) {
    expect(layer.start).toBeGreaterThanOrEqual(0);
    expect(layer.end).toBeLessThanOrEqual(captured);
    expectInside(layer.fields, layer.start, layer.end);
  }
}

function expectInside(fields: readonly Field[], start: number, end: number): void {
  for (const field of fields) {
    expect(field.start, field.name).toBeGreaterThanOrEqual(start);
    expect(field.end, field.name).toBeLessThanOrEqual(end);
    expect(field.start, field.name).toBeLessThanOrEqual(field.end);
    expectInside(field.children ?? [], field.start, field.end);
  }
}
