import { createRequire } from "node:module";
import { join } from "node:path";
import { packageVersion } from "../place.js";
import { protocolVersion } from "../wire/message.js";

/** The content of a `kernel_info_reply`. */
export function kernelInfo(root: string) {
  const version = packageVersion(root);
  const language = compilerVersion(root);
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "voiplab",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: language,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: { name: "javascript", typescript: true },
      nbconvert_exporter: "script",
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

function compilerVersion(root: string): string {
  const tslab = createRequire(join(root, "package.json")).resolve("tslab/package.json");
  return createRequire(tslab)("@tslab/typescript-for-tslab/package.json").version;
}
