import { setChartLibrary } from "./display/index.js";
import { chartLibrarySource } from "./files/chart-library.js";

export * from "./core.js";
export { FileError } from "./files/file-error.js";
export { openCapture } from "./files/open-capture.js";
export { readText } from "./files/read-text.js";
export { saveWav } from "./files/save-wav.js";

setChartLibrary({ source: chartLibrarySource });
