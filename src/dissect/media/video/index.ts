export { h263PlusRemark, h263Remark } from "./h263.js";
export { h264Remark } from "./h264.js";
export { h265Remark } from "./h265.js";
export { vp8Remark } from "./vp8.js";
