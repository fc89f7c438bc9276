/**
 * A column of an imported register that is no field of the product. Projects keep its text under
 * its heading.
 */

/** The key by which projects are grouped by a column: `column:` and its heading. */
export type ColumnKey = `column:${string}`;
const prefix = 'column:';

/** Longest heading of a column that groups projects, in characters. */
export const longestColumn = 120;
/** Longest text that is the name of a group, in characters. A longer one is a note. */
export const longestColumnValue = 80;
/** A column with more different texts is offered neither as groups nor as a filter. */
export const mostColumnValues = 50;

/**
 * Whether a heading can name a column in a query. One engine reads the other headings as the path
 * of a value: those with a quote, a backslash, or `$` or `[` in front.
 */
export const isColumn = (heading: string): boolean =>
  heading.length <= longestColumn && heading.trim() !== '' && /^[^$["\\][^"\\]*$/u.test(heading);

/** Whether a key groups by a column. */
export const isColumnKey = (key: string): key is ColumnKey =>
  key.startsWith(prefix) && isColumn(key.slice(prefix.length));
/** Makes the key of a column from its heading. */
export const toColumnKey = (heading: string): ColumnKey => `${prefix}${heading}`;
/** Returns the heading of a column from its key. */
export const readColumnKey = (key: ColumnKey): string => key.slice(prefix.length);

/** The text of a project in a column; an empty one means that the project states none. */
export interface ColumnValue {
  readonly heading: string;
  readonly value: string;
}
/** Writes a text of a column as a value of a filter: `Risk class:High`. `%3A` is a colon. */
export const writeColumnValue = ({ heading, value }: ColumnValue): string =>
  `${heading.replace(/%/g, '%25').replace(/:/g, '%3A')}:${value}`;
/** Reads a value of a filter. @returns undefined where it names no column */
export function readColumnValue(text: string): ColumnValue | undefined {
  const end = text.indexOf(':');
  if (end < 0) return undefined;
  const heading = text.slice(0, end).replace(/%3A/gi, ':').replace(/%25/g, '%');
  return isColumn(heading) ? { heading, value: text.slice(end + 1).trim() } : undefined;
}

/** Groups the values of a filter by column. Values of one column are alternatives. */
export function groupColumnValues(
  texts: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const values = texts.flatMap((text) => readColumnValue(text) ?? []);
  return new Map(
    [...Map.groupBy(values, ({ heading }) => heading)].map(([heading, own]) => [
      heading,
      own.map(({ value }) => value),
    ]),
  );
}

/** The values of a filter without those of one column. */
export const dropColumn = (texts: readonly string[] = [], heading: string): readonly string[] =>
  texts.filter((text) => readColumnValue(text)?.heading !== heading);
