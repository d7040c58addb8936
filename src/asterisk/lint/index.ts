export { Finding, type FindingKind, type Severity } from "./finding.js";
export { type LintOptions, lint } from "./lint.js";
