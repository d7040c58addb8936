import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { language } from "../../language.js";
import { encodeFrame, FrameReader } from "../pipe/frames.js";
import {
  descriptors,
  type Event,
  type OutputMessage,
  type Request,
  type StreamName,
} from "../pipe/protocol.js";
import { currentCell } from "./context.js";

/**
 * What a cell says is written to the pipe before the next statement runs: a loop that never yields is heard while
 * it runs, and nothing is lost when the process dies.
 */
function send(event: Event, body?: Uint8Array | string): void {
  const frame = encodeFrame(event, body);
  for (let written = 0; written < frame.length; ) {
    try {
      written += writeSync(descriptors.events, frame, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

export function sendText(name: StreamName, text: string): void {
  const cell = currentCell();
  if (cell !== undefined && text !== "") send({ type: "stream", cell, name }, text);
}

export function sendOutput(message: OutputMessage, content: object, cell = currentCell()): void {
  if (cell !== undefined) send({ type: "publish", cell, message }, JSON.stringify(content));
}

export function sendInputRequest(cell: string, id: string, prompt: string, password: boolean): void {
  send({ type: "input", cell, id, prompt, password });
}

export function sendReply(id: string, content: object): void {
  send({ type: "reply", id, language: language() }, JSON.stringify(content));
}

/** Calls `take` for each request from now on; `end` when the front is gone. */
export function receiveRequests(take: (request: Request) => void, end: () => void): void {
  const frames = new FrameReader<Request>();
  const pipe = new Socket({ fd: descriptors.requests, readable: true, writable: false });
  pipe.on("data", (piece: Buffer) => {
    for (const { head } of frames.push(piece)) take(head);
  });
  pipe.on("error", end);
  pipe.on("end", end);
  send({ type: "ready" });
}
