export * from "./frame.js";
export type { PcapFormat } from "./pcap-layout.js";
export * from "./pcap-writer.js";
export * from "./pcapng-writer.js";
export * from "./read.js";
export * from "./source.js";
export * from "./table.js";
export { type CaptureWriter, captureBytes, type FrameToWrite } from "./writer.js";
