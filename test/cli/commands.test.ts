import { beforeAll, describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { captureOf, voice } from "../voip/story.js";
import { type Ran, rowsOf, smallCapture, voiplab } from "./run.js";

const { file } = scratch();
const CAPTURE = file("small.pcap", smallCapture());

/** What scripts may rely on: the columns, and a row of the small capture. */
const COMMANDS = {
  frames: {
    columns: "number time source destination protocol length info",
    count: 12,
    row: {
      number: 6,
      time: 2.125,
      source: "10.0.0.10",
      destination: "10.0.0.12",
      protocol: "SIP",
      info: expect.stringContaining("Request: ACK sip:x@10.0.0.12"),
    },
    at: 5,
  },
  sip: {
    columns: "number method status call_id cseq from to",
    count: 8,
    row: {
      number: 2,
      method: null,
      status: 200,
      call_id: "reg",
      cseq: "7 REGISTER",
      from: "sip:10@example.org",
      to: "sip:12@example.org",
    },
    at: 1,
  },
  streams: {
    columns:
      "source_address source_port destination_address destination_port ssrc payload packets lost " +
      "min_delta_ms mean_delta_ms max_delta_ms min_jitter_ms mean_jitter_ms max_jitter_ms",
    count: 2,
    row: {
      source_address: "10.0.0.10",
      source_port: 4000,
      destination_address: "10.0.0.12",
      destination_port: 5000,
      ssrc: "0x2CF77874",
      payload: "g711U",
      packets: 3,
      lost: 0,
      min_delta_ms: 20,
      max_delta_ms: 20,
      mean_jitter_ms: 0,
    },
    at: 0,
  },
  calls: {
    columns: "start stop initial_speaker from to protocol duration packets state comments",
    count: 1,
    row: {
      start: 1,
      stop: 9.5,
      initial_speaker: "10.0.0.10",
      from: "<sip:10@example.org>",
      to: "<sip:12@example.org>",
      protocol: "SIP",
      duration: "00:00:08",
      packets: 6,
      state: "COMPLETED",
      comments: "INVITE 200",
    },
    at: 0,
  },
  registrations: {
    columns: "time frame client registrar address_of_record contact expires attempts outcome final_status",
    count: 1,
    row: {
      time: 0,
      frame: 1,
      client: "10.0.0.10",
      registrar: "10.0.0.12",
      address_of_record: "sip:12@example.org",
      contact: "sip:10@10.0.0.10",
      expires: 60,
      attempts: 1,
      outcome: "registered",
      final_status: 200,
    },
    at: 0,
  },
};

describe.each(Object.entries(COMMANDS))("voiplab %s", (command, { columns, count, row, at }) => {
  const names = columns.split(" ");

  let json: Ran;
  let tsv: Ran;
  let table: Ran;
  beforeAll(async () => {
    json = await voiplab([command, CAPTURE, "--format", "json"]);
    tsv = await voiplab([command, CAPTURE]);
    table = await voiplab([command, "--format=table", CAPTURE]);
  });

  it("reads all without a complaint", () => {
    expect([json, tsv, table].map(({ status, err }) => [status, err])).toEqual(new Array(3).fill([0, ""]));
  });

  it("prints JSON: an array of objects with these keys, numbers as numbers", () => {
    const rows = JSON.parse(json.out) as Record<string, unknown>[];
    expect(rows.length).toBe(count);
    for (const one of rows) expect(Object.keys(one)).toEqual(names);
    expect(rows[at]).toMatchObject(row);
  });

  it("prints TSV where no terminal reads it, and the same values", () => {
    const lines = tsv.out.split("\n");
    expect([lines[0], lines.length, lines.at(-1)]).toEqual([names.join("\t"), count + 2, ""]);
    for (const line of lines.slice(1, -1)) expect(line.split("\t").length).toBe(names.length);
    const decimal = (cell: string) => (/^-?\d+\.\d+$/.test(cell) ? String(Number(cell)) : cell);
    const cells = rowsOf(tsv.out).map((one) => Object.values(one).map(decimal));
    const values = (JSON.parse(json.out) as object[]).map((one) =>
      Object.values(one).map((value) => (value === null ? "" : String(value))),
    );
    expect(cells).toEqual(values);
  });

  it("prints a table: the same cells below their heads", () => {
    const [head = "", ...lines] = table.out.replace(/\n$/, "").split("\n");
    expect(lines.length).toBe(count);
    expect(head.trim().split(/ {2,}/)).toEqual(names);
    for (const value of Object.values(row)) {
      if (typeof value === "string") expect(lines[at]).toContain(value);
    }
    expect(lines.every((line) => line === line.trimEnd())).toBe(true);
  });
});

describe("voiplab streams --heuristic", () => {
  it("also takes RTP that no signalling announced", async () => {
    const path = file(
      "unannounced.pcap",
      captureOf(voice(0, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 9 })),
    );
    expect(rowsOf((await voiplab(["streams", path])).out)).toEqual([]);
    expect(rowsOf((await voiplab(["streams", path, "--heuristic"])).out)).toMatchObject([
      { source_port: "30000", packets: "9" },
    ]);
  });
});
