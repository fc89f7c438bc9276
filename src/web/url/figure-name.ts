/** The measure of a figure and the query of what it is of, as its `data-measure` names them. */
export function readFigureName(name: string): {
  readonly measure: string;
  readonly query: Readonly<Record<string, string>>;
} {
  const [measure = '', of = ''] = name.split('?');
  return { measure, query: Object.fromEntries(new URLSearchParams(of)) };
}
