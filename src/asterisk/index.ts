export {
  type Account,
  type AccountList,
  readPjsip,
  readSip,
  type Technology,
  toPjsip,
} from "./accounts/index.js";
export {
  accountOf,
  type CallSeen,
  type Compared,
  type CompareOptions,
  compareCall,
} from "./against/compare.js";
export { Problem, type ProblemKind, type ReadOptions } from "./config/index.js";
export { contextsWith } from "./dialplan/find.js";
export {
  type Context,
  type Directive,
  type Extension,
  type Plan,
  type Step,
  written,
} from "./dialplan/model.js";
export type { TraceOptions, TraceStep } from "./dialplan/path.js";
export { readPlan } from "./dialplan/read.js";
export { trace } from "./dialplan/trace.js";
export { Finding, type FindingKind, type LintOptions, lint, type Severity } from "./lint/index.js";
