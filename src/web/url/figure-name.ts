/** Splits the name in `data-measure` into the measure of a figure and the query of its subject. */
export function readFigureName(name: string): {
  readonly measure: string;
  readonly query: Readonly<Record<string, string>>;
} {
  const [measure = '', of = ''] = name.split('?');
  return { measure, query: Object.fromEntries(new URLSearchParams(of)) };
}
