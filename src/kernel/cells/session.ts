import { relative } from "node:path";
import type { Converter } from "tslab/dist/converter.js";
import type { Failure } from "../pipe/protocol.js";
import type { Compiler } from "./compiler/typescript.js";
import { Declaring, declaringOneByOne, mergeDeclarations } from "./declarations.js";
import { compileFailure, thrownFailure } from "./failure.js";
import { Interrupted, inScript, isScriptInterruption } from "./interruption.js";
import { type CellSource, cellSource, nameFile, nameScript } from "./sources.js";

/** What became of a cell's code: its last expression's value, or why there is none. */
export type Outcome = { value: unknown } | { failure: Failure };

/** The variables and types of one notebook. */
export interface Session {
  evaluate(code: string, label: string): Promise<Outcome>;
  complete(code: string, position: number): ReturnType<Converter["complete"]>;
  inspect(code: string, position: number): ReturnType<Converter["inspect"]>;
  /** Ends the wait for the code that is being evaluated. */
  interrupt(): void;
}

/**
 * tslab's executor over tslab's converter. The executor only tells that a cell failed; why, and what the last
 * expression was, is read from what passes between the two. It also forgets the declarations of a cell that failed:
 * here they are kept beside it.
 *
 * @param prepare sees the code of each cell before it runs, where no interrupt reaches
 */
export function createSession(compiler: Compiler, folder: string, prepare: (code: string) => void): Session {
  const converter = compiler.createConverter();
  let source: CellSource;
  let failure: Failure | undefined;
  let lastExpression: string | undefined;
  let declarations = "";
  let running: { declaring: Declaring; declarations: string } | undefined;

  const between: Converter = {
    ...converter,
    convert(_, code) {
      compiler.noticeChanges();
      const result = converter.convert(declarations, code);
      if (result.diagnostics.length > 0) failure = compileFailure(result.diagnostics, source);
      source.map = compiler.maps.cell;
      for (const { path } of result.sideOutputs ?? []) {
        const file = compiler.maps.own.get(path);
        if (file) nameFile(path, file, relative(folder, file.path));
      }
      lastExpression = result.lastExpressionVar;
      const { script, names } = declaringOneByOne(result.output ?? "");
      if (result.diagnostics.length === 0) {
        prepare(code);
        const declaring = new Declaring(executor.locals, names);
        running = { declaring, declarations: result.declOutput ?? "" };
      }
      return {
        ...result,
        output: result.output && nameScript(script, source),
        // the executor would log the value
        lastExpressionVar: undefined,
        // tslab overlooks `for await`; a function too many that is async does no harm
        hasToplevelAwait: result.hasToplevelAwait || /\bfor\s+await\b/.test(code),
      };
    },
    complete: (_, code, position) => converter.complete(declarations, code, position),
    inspect: (_, code, position) => converter.inspect(declarations, code, position),
    addModule(name, content, meta) {
      const diagnostics = converter.addModule(name, content, meta);
      if (diagnostics.length > 0) failure = compileFailure(diagnostics, source);
      return diagnostics;
    },
  };
  const console = {
    log() {},
    error(error: unknown) {
      failure ??= thrownFailure(isScriptInterruption(error) ? new Interrupted() : error);
    },
  };
  const converters = { node: between, browser: between, close: () => converter.close() };
  const executor = compiler.createExecutor(folder, converters, console);

  function declarationsAfter(): string {
    if (!running) return declarations;
    if (!failure) return running.declarations;
    const missing = running.declaring.giveUp();
    return mergeDeclarations(compiler.typescript, declarations, running.declarations, missing);
  }

  return {
    async evaluate(code, label) {
      source = cellSource(label, code);
      failure = lastExpression = running = undefined;
      await inScript(() => executor.execute(code));
      declarations = declarationsAfter();
      if (failure) return { failure };
      const value = lastExpression === undefined ? undefined : executor.locals[lastExpression];
      if (lastExpression !== undefined) delete executor.locals[lastExpression];
      return { value: await value };
    },
    complete: (code, position) => executor.complete(code, position),
    inspect: (code, position) => executor.inspect(code, position),
    interrupt: () => executor.interrupt(),
  };
}
