import { parseSync, Visitor } from 'vite';

const maxFileLines = 300;
/** Biome limits the lines of code of a function to 50; this limits all its lines. */
const maxFunctionLines = 60;
const maxComponentLines = 80;

/** A node of the syntax tree. The fields of its kinds are read by name. */
type SyntaxNode = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
} & Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const isFunction = (node: SyntaxNode): boolean =>
  /Function(Expression|Declaration)$/.test(node.type);

/** Whether an expression is JSX in one of its branches. */
function isJsx(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value.type === 'JSXElement' || value.type === 'JSXFragment') return true;
  if (value.type === 'ConditionalExpression')
    return isJsx(value['consequent']) || isJsx(value['alternate']);
  if (value.type === 'LogicalExpression') return isJsx(value['right']);
  if (value.type === 'ParenthesizedExpression') return isJsx(value['expression']);
  return false;
}

/** Whether a statement returns JSX. Functions inside it are functions of their own. */
function returnsJsx(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(returnsJsx);
  if (!isNode(value) || isFunction(value)) return false;
  if (value.type === 'ReturnStatement') return isJsx(value['argument']);
  return Object.values(value).some(returnsJsx);
}

/**
 * Finds functions, components and files that are longer than their limit.
 * Blank lines, comments and markup count: they are lines to read. A component is a function that
 * returns JSX. A test file may have long functions, since each suite of tests is one.
 * @returns a line for each, with its path and first line
 */
export function longCode(path: string, text: string): readonly string[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1;
  const results: string[] = [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > maxFileLines) results.push(`${path}: file of ${lines} lines`);
  if (/^tests\/|\.(test|fixture)\.tsx?$/.test(path)) return results;
  const check = (node: unknown): void => {
    if (!isNode(node)) return;
    const body = node['body'];
    const isComponent = isJsx(body) || returnsJsx(body);
    const first = lineAt(node.start);
    const length = lineAt(node.end) - first + 1;
    if (length > (isComponent ? maxComponentLines : maxFunctionLines))
      results.push(`${path}:${first} ${isComponent ? 'component' : 'function'} of ${length} lines`);
  };
  new Visitor({
    FunctionDeclaration: check,
    FunctionExpression: check,
    ArrowFunctionExpression: check,
  }).visit(parseSync(path, text).program);
  return results;
}
