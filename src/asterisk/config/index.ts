export { strip } from "./comments.js";
export { Problem, type ProblemKind } from "./problem.js";
export { type Config, type Entry, type ReadOptions, readConfig, type Section } from "./read.js";
