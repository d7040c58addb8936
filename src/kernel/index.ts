export { installKernel, kernelSpec, writeKernelSpec } from "./spec.js";
