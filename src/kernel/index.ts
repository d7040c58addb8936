export { type InstallPlace, installKernel, kernelName, kernelSpec, writeKernelSpec } from "./spec.js";
