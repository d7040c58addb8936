import type ts from "@tslab/typescript-for-tslab";
import { scriptOptions } from "./options.js";
import type { TypeScript } from "./typescript.js";

/**
 * Makes a script (CommonJS) of a module as the last step of compiling it. tslab does so afterwards, with the module's
 * text, which then is parsed, bound and printed a second time.
 */
export function makeScript(typescript: TypeScript): ts.TransformerFactory<ts.SourceFile> {
  const options = { ...scriptOptions(typescript), isolatedModules: true };
  return (context) =>
    typescript.transformModule(Object.create(context, { getCompilerOptions: { value: () => options } }));
}
