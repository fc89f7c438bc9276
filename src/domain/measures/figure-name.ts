import type { MeasureId } from './measure-id.ts';

/** Writes the subject of a figure as a query. */
export const writeFigureQuery = (of: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(of)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    )
    .join('&');

/** Names a figure in one word: its measure and its subject. */
export function writeFigureName(
  measure: MeasureId,
  of: Readonly<Record<string, string | undefined>>,
): string {
  const query = writeFigureQuery(of);
  return query === '' ? measure : `${measure}?${query}`;
}
