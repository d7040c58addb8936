import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import {
  chartBehaviour,
  chartLibraryScript,
  lineChart,
  packetBehaviour,
  playerBehaviour,
  setChartLibrary,
  withoutChartLibrary,
} from "../../../src/display/index.js";

const source = "window.Plotly={version:'test'};//</script>";
const chart = () => lineChart({ title: "a", series: [{ name: "b", y: [1, 2] }] })["text/html"] as string;
const carries = (markup: string) => markup.includes("version:'test'");

afterEach(() => setChartLibrary(undefined));

describe("the chart library", () => {
  test("goes in with the first chart only", () => {
    let read = 0;
    setChartLibrary({ source: () => `${source}${++read}` });
    expect([chart(), chart(), chart()].map(carries)).toEqual([true, false, false]);
    expect(read).toBe(1);
  });

  test("goes in again for a new document", () => {
    for (let document = 0; document < 2; document++) {
      setChartLibrary({ source: () => source });
      expect([chart(), chart()].map(carries)).toEqual([true, false]);
    }
  });

  test("goes in again when the cell that carried it runs again, and for no other", () => {
    let place = { cell: "a", run: 1 };
    setChartLibrary({ source: () => source, place: () => place });
    const runs = [1, 2, 3, 4, 4].map((run, i) => {
      place = { cell: ["a", "b", "b", "a", "a"][i]!, run };
      return carries(chart());
    });
    expect(runs).toEqual([true, false, false, true, false]);
  });

  test("stays out where the page has it, or nobody does", () => {
    setChartLibrary("page");
    expect(carries(chart())).toBe(false);
    setChartLibrary(undefined);
    expect(carries(chart())).toBe(false);
  });

  test("can be taken out of a chart, which stays as it was", () => {
    setChartLibrary({ source: () => source });
    const first = chart();
    const taken = withoutChartLibrary(first);
    expect(carries(taken)).toBe(false);
    expect(taken).toBe(chart());
    expect(withoutChartLibrary(taken)).toBe(taken);
  });
});

describe("the script that holds it", () => {
  const run = (window: Record<string, unknown>, code: string) => {
    const events: string[] = [];
    const Event = class {
      constructor(readonly type: string) {}
    };
    Object.assign(window, {
      window,
      Event,
      dispatchEvent: (event: { type: string }) => events.push(event.type),
    });
    const body = /^<script[^>]*>([\s\S]*)<\/script>$/.exec(chartLibraryScript(code).toString())![1]!;
    runInNewContext(body, window);
    return events;
  };

  test("hides module loaders from the library and says when it is there", () => {
    const seen = "window.Plotly=[typeof define,typeof module,typeof exports,typeof require].join()";
    const define = Object.assign(() => {}, { amd: true });
    const window: Record<string, unknown> = {
      define,
      module: { exports: {} },
      exports: {},
      require: () => {},
    };
    expect(run(window, seen)).toEqual(["voiplab:library"]);
    expect(window.Plotly).toBe("undefined,undefined,undefined,undefined");
    expect(window.define).toBe(define);
  });

  test("leaves a library that the page has alone", () => {
    const window: Record<string, unknown> = { Plotly: "the page's" };
    expect(run(window, source)).toEqual(["voiplab:library"]);
    expect(window.Plotly).toBe("the page's");
  });
});

test("what runs in a page can be read by it", () => {
  for (const behaviour of [chartBehaviour, packetBehaviour, playerBehaviour]) {
    expect(() => new Function(behaviour)).not.toThrow();
    expect(behaviour).not.toMatch(/<\/script|<!--/);
  }
});
