import { describe, expect, test } from "vitest";
import { readNotebook } from "../../src/export/notebook.js";
import { NotebookFolder } from "./notebooks.js";

const folder = new NotebookFolder();

test("cells come with their text in one piece, tags, attachments and stored outputs", () => {
  const path = folder.notebook("n.ipynb", [
    {
      cell_type: "markdown",
      source: ["# a\n", "b"],
      metadata: {},
      attachments: { "x.png": { "image/png": "AA==" } },
    },
    {
      cell_type: "code",
      source: "1",
      metadata: { tags: ["raises-exception"], jupyter: { source_hidden: true } },
      execution_count: 3,
      outputs: [
        { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] },
        {
          output_type: "display_data",
          metadata: {},
          data: { "text/html": ["<b>", "</b>"], "application/json": [1, 2] },
        },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
        { output_type: "of a later format" },
      ],
    },
  ]);
  expect(readNotebook(path).cells).toEqual([
    {
      type: "markdown",
      source: "# a\nb",
      tags: new Set(),
      attachments: { "x.png": { "image/png": "AA==" } },
      sourceHidden: false,
      executionCount: undefined,
      outputs: [],
    },
    {
      type: "code",
      source: "1",
      tags: new Set(["raises-exception"]),
      attachments: {},
      sourceHidden: true,
      executionCount: 3,
      outputs: [
        { output_type: "stream", name: "stdout", text: "a\nb\n" },
        { output_type: "display_data", data: { "text/html": "<b></b>", "application/json": [1, 2] } },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
      ],
    },
  ]);
});

describe("one sentence says why a file is no notebook to export:", () => {
  test.each([
    ["not JSON", "{ nbformat", "is not JSON, so no notebook"],
    [
      "JSON of something else",
      "[1, 2]",
      'is no notebook: expected JSON with "nbformat" and a list of "cells"',
    ],
    ["without cells", '{"nbformat": 4}', "is no notebook"],
    [
      "format 3",
      '{"nbformat": 3, "worksheets": []}',
      "is in notebook format 3, expected format 4; open it in JupyterLab",
    ],
    [
      "a cell without source",
      '{"nbformat": 4, "cells": [{"cell_type": "code"}]}',
      'cell 1 has no "cell_type" and "source"',
    ],
  ])("%s", (name, text, sentence) => {
    const path = folder.file(`${name}.ipynb`, text);
    expect(() => readNotebook(path)).toThrow(
      expect.objectContaining({ status: 2, message: expect.stringContaining(`${path}: ${sentence}`) }),
    );
  });

  test("missing", () => {
    expect(() => readNotebook("none.ipynb")).toThrow("none.ipynb: no such file; check the path");
    expect(() => readNotebook(folder.path)).toThrow("cannot be read (EISDIR)");
  });
});
