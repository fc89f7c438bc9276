import { parseSync, Visitor } from 'vite';

type Program = ReturnType<typeof parseSync>['program'];
/** A node of the syntax tree, with the fields that an expression around another one has. */
type Expression = {
  readonly type: string;
  readonly operator?: string;
  readonly expression?: unknown;
};

/** Takes an expression out of its parentheses and assertions of a type. */
function unwrap(expression: Expression): Expression {
  return /^(ParenthesizedExpression|TSAsExpression|TSSatisfiesExpression)$/.test(expression.type)
    ? unwrap(expression.expression as Expression)
    : expression;
}
/** Whether a condition decides what is spread. The default of a missing object (`??`) does not. */
function isConditional(argument: Expression): boolean {
  const { type, operator } = unwrap(argument);
  return type === 'ConditionalExpression' || (type === 'LogicalExpression' && operator !== '??');
}

/**
 * Finds the spreads of an object, or of the props of an element, that depend on a condition.
 * @returns the offsets at which they begin
 */
export function conditionalSpreads(path: string, text: string): readonly number[] {
  if (!text.includes('...(')) return [];
  const offsets: number[] = [];
  const program: Program = parseSync(path, text).program;
  new Visitor({
    ObjectExpression: ({ properties }) => {
      for (const property of properties)
        if (property.type === 'SpreadElement' && isConditional(property.argument))
          offsets.push(property.start);
    },
    JSXSpreadAttribute: ({ argument, start }) => {
      if (isConditional(argument)) offsets.push(start);
    },
  }).visit(program);
  return offsets;
}
