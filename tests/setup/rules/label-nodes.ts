import {
  type CallExpression,
  type Expression,
  isArrowFunction,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';

/** Label files, without the vocabularies of the import and the contents of example zones. */
const labelFile = /\/labels\/(?:.*\/)?(en|ja|zh-CN|index)\.ts$/i;
export const isLabelFile = (path: string): boolean =>
  labelFile.test(path) && !/\/server\/(imports|samples)\//.test(path);
export const isEnglish = (path: string): boolean => isLabelFile(path) && path.endsWith('/en.ts');
export const isIndex = (path: string): boolean => isLabelFile(path) && path.endsWith('/index.ts');

/** Lists all nodes below a node. */
export function* nodesBelow(node: Node): Generator<Node> {
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesBelow(child);
  }
}

/** Lists the keys of a label file with their paths, as `columns.status`. */
export function* keysOf(node: Node, path = ''): Generator<readonly [name: Node, path: string]> {
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) {
    // a table with a declared type has the keys of that type, and the functions beside it read it
    if (isArrowFunction(child) || (isVariableDeclaration(child) && child.type)) continue;
    if (!isPropertyAssignment(child) && !isShorthandPropertyAssignment(child)) {
      const group = isVariableDeclaration(child) ? child.name.getText() : 'en';
      yield* keysOf(child, group === 'en' ? path : `${group}.`);
      continue;
    }
    const key = `${path}${child.name.getText()}`;
    if (isPropertyAssignment(child) && isObjectLiteralExpression(child.initializer))
      yield* keysOf(child.initializer, `${key}.`);
    else yield [child.name, key];
  }
}

/** Expressions that may hold labels as a whole: they have a type of labels. */
export const isValue = (node: Node): node is Expression =>
  isIdentifier(node) ||
  isPropertyAccessExpression(node) ||
  isElementAccessExpression(node) ||
  isCallExpression(node);

/** The places of values that another type may be expected at. */
export const isPassedOn = (node: Expression): boolean => {
  const { parent } = node;
  switch (parent.kind) {
    case SyntaxKind.CallExpression:
      return (parent as CallExpression).expression !== node;
    case SyntaxKind.PropertyAssignment:
    case SyntaxKind.VariableDeclaration:
      return 'initializer' in parent && parent.initializer === node;
    case SyntaxKind.ShorthandPropertyAssignment:
    case SyntaxKind.SpreadAssignment:
    case SyntaxKind.JsxSpreadAttribute:
    case SyntaxKind.ReturnStatement:
    case SyntaxKind.ArrowFunction:
    case SyntaxKind.JsxExpression:
    case SyntaxKind.ConditionalExpression:
    case SyntaxKind.ArrayLiteralExpression:
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.BinaryExpression:
      return true;
    default:
      return false;
  }
};
