import { readFileSync } from "node:fs";

/** A packet as the statistics take it: ns, sequence, timestamp, payload type, marker. */
export type Arrival = [
  time: number,
  sequence: number,
  timestamp: number,
  payloadType: number,
  marker: boolean,
];

/** A stream's packets and what TShark printed of them. */
export interface RecordedStream {
  row: TSharkRow;
  packets: Arrival[];
}

export interface TSharkRow {
  firstTime: number;
  lastTime: number;
  payload: string;
  packets: number;
  lost: number;
  delta: [min: number, mean: number, max: number];
  jitter: [min: number, mean: number, max: number];
  problem: boolean;
}

const ROW =
  /^= (\S+) (\S+) \S+ \d+ \S+ \d+ 0x\w+ (.+) (\d+) (-?\d+) \(\S+%\) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+)( X)?$/;

/** Reads a text file of this folder; the file's head says what its lines hold. */
export function recordedStreams(name: string): RecordedStream[] {
  const streams: RecordedStream[] = [];
  for (const line of readFileSync(new URL(name, import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const match = ROW.exec(line);
    if (match) streams.push({ row: rowOf(match), packets: [] });
    else appendPackets(streams[streams.length - 1].packets, line.split(" "));
  }
  return streams;
}

function rowOf(match: RegExpExecArray): TSharkRow {
  const [firstTime, lastTime] = match.slice(1, 3).map(Number);
  const [packets, lost, ...measures] = match.slice(4, 12).map(Number);
  const [delta, jitter] = [measures.slice(0, 3), measures.slice(3)] as [
    TSharkRow["delta"],
    TSharkRow["jitter"],
  ];
  return {
    firstTime,
    lastTime,
    payload: match[3],
    packets,
    lost,
    delta,
    jitter,
    problem: match[12] !== undefined,
  };
}

function appendPackets(packets: Arrival[], tokens: string[]): void {
  for (const token of tokens) {
    const [elapsed, sequenceStep = "1", timestampStep = "160", type, marker] = token.split(",");
    const [time, sequence, timestamp, typeBefore] = packets[packets.length - 1] ?? [0, 0, 0, 0];
    packets.push([
      time + Number(elapsed),
      (sequence + Number(sequenceStep)) & 0xffff,
      (timestamp + Number(timestampStep)) >>> 0,
      type === undefined ? typeBefore : Number(type),
      marker === "m",
    ]);
  }
}
