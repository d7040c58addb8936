import { createRequire } from "node:module";
import { dependencyFile, packageVersion } from "../../files/package.js";
import { protocolVersion } from "../wire/message.js";

/** The content of a `kernel_info_reply`. A lesson holds the same `language_info`, or it opens as changed. */
export function kernelInfo() {
  const version = packageVersion();
  const language = compilerVersion();
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "voiplab",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: language,
      mimetype: "application/typescript",
      file_extension: ".ts",
      codemirror_mode: "typescript",
    },
    banner: `voiplab ${version}, TypeScript ${language}, Node ${process.versions.node}`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Wireshark", url: "https://www.wireshark.org/docs/" },
    ],
    debugger: false,
    supported_features: [],
  };
}

function compilerVersion(): string {
  const tslab = dependencyFile("tslab/package.json");
  return createRequire(tslab)("@tslab/typescript-for-tslab/package.json").version;
}
