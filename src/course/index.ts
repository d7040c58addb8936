export { Feedback, type Verdict } from "./feedback.js";
export { check, exercise, Lab, lab } from "./lab.js";
export { lacking } from "./lacking.js";
