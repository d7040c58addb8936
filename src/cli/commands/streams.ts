import { ssrcText } from "../../voip/ssrc.js";
import { Decimal } from "../cell.js";
import { rowsCommand } from "../rows.js";

const COLUMNS = [
  "source_address",
  "source_port",
  "destination_address",
  "destination_port",
  "ssrc",
  "payload",
  "packets",
  "lost",
  "min_delta_ms",
  "mean_delta_ms",
  "max_delta_ms",
  "min_jitter_ms",
  "mean_jitter_ms",
  "max_jitter_ms",
];

/** Wireshark's RTP Streams. */
export const run = rowsCommand(
  COLUMNS,
  function* ({ streams }) {
    for (const { source, destination, ssrc, payload, statistics } of streams.list) {
      const { delta, jitter } = statistics;
      yield [
        source.address,
        source.port,
        destination.address,
        destination.port,
        ssrcText(ssrc),
        payload,
        statistics.packets,
        statistics.lost,
        ...[delta?.min, delta?.mean, delta?.max, jitter?.min, jitter?.mean, jitter?.max].map(milliseconds),
      ];
    }
  },
  { allowHeuristic: true, needs: { keepMessages: false } },
);

function milliseconds(value: number | undefined): Decimal | undefined {
  return value === undefined ? undefined : new Decimal(value.toFixed(3));
}
