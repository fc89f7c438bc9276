import type { OwnColumns } from '#domain/analysis/own-columns.ts';
import { isColumnKey, readColumnKey, readColumnValue } from '#domain/projects/fields/own-column.ts';
import { readVersus } from './read-versus.ts';
import { splitItems } from './register-filter.ts';

/** The groups, filters and comparison of a chart, as its address has them. */
interface NamedColumns {
  readonly by?: string | undefined;
  readonly column?: string | undefined;
  readonly versus?: string | undefined;
}
/** Lists the headings of the columns that a chart names in its groups, filters and comparison. */
export function listNamedColumns({ by = '', column = '', versus = '' }: NamedColumns): string[] {
  const other = readVersus(versus);
  const texts = [
    ...splitItems(column),
    ...(other?.kind === 'group' && other.field === 'column' ? other.values : []),
  ];
  return [
    ...new Set([
      ...(isColumnKey(by) ? [readColumnKey(by)] : []),
      ...texts.flatMap((text) => readColumnValue(text)?.heading ?? []),
    ]),
  ];
}

/** Lists the headings that a chart names although no project of the day has such a text. */
export const listMissingColumns = ({ columns, others }: OwnColumns, chart: NamedColumns) =>
  listNamedColumns(chart).filter(
    (heading) => !others.includes(heading) && columns.every((column) => column.heading !== heading),
  );
