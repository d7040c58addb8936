import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/**
 * Writes `{ size }` out as `{ size: exports.size }` where `size` is of an earlier cell. tslab does so with every
 * other mention of an earlier cell's names; of these it takes the property for the variable.
 */
export function writeOutShorthands(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  earlier: ts.SourceFile | undefined,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;
  const isEarlier = (node: ts.Node) =>
    checker
      .getShorthandAssignmentValueSymbol(node)
      ?.declarations?.some((one) => one.getSourceFile() === earlier);

  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!typescript.isShorthandPropertyAssignment(node) || !isEarlier(node)) {
        return typescript.visitEachChild(node, visit, context);
      }
      const { name, objectAssignmentInitializer: otherwise } = node;
      const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name.text);
      const target = otherwise
        ? factory.createAssignment(value, typescript.visitNode(otherwise, visit, typescript.isExpression))
        : value;
      return typescript.setTextRange(factory.createPropertyAssignment(name.text, target), node);
    };
    return (file) => typescript.visitEachChild(file, visit, context);
  };
}
