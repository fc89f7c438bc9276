import { compact } from '#domain/values/compact.ts';
import type { Cell, Row, Table } from '#server/imports/read/table.ts';
import { findIndicator } from './indicator-columns.ts';
import type { SeriesVocabulary } from './series-vocabulary.ts';
import { parsePeriodMonth } from '#server/imports/values/period.ts';
import { findHeader } from '#server/imports/structure/header.ts';
import type { FoundTable } from '#server/imports/structure/tables.ts';

const unitHeader = /^(?:计量|計量)?(?:单位|單位|単位)$|^units?$|^단위$/i;
const isPeriod = (text: string): boolean =>
  parsePeriodMonth(text, 'month') !== undefined || parsePeriodMonth(text, 'year') !== undefined;
const trimText = (cell: Cell | undefined): string => String(cell ?? '').trim();

/**
 * Transposes a table of indicators by years, quarters or months. Each new row has the number of its
 * column.
 * @returns undefined if the columns are no periods, or if fewer than half of the rows are known
 * indicators
 */
export function transposeSeries(
  { table, header }: FoundTable,
  vocabulary: SeriesVocabulary,
): FoundTable | undefined {
  const periods = header.columns.filter(({ child }) => isPeriod(child));
  const others = header.columns.filter(({ child }) => child !== '' && !isPeriod(child));
  const [label] = others;
  if (label === undefined || periods.length < 2 || others.length > 3) return undefined;
  const unit = others.find(({ child }) => unitHeader.test(child));
  const rows = table.rows
    .slice(header.first)
    .filter(({ cells }) => trimText(cells[label.index]) !== '');
  const labels = rows.map(({ cells }) => {
    const unitText = unit === undefined ? '' : trimText(cells[unit.index]);
    return unitText === ''
      ? trimText(cells[label.index])
      : `${trimText(cells[label.index])} (${unitText})`;
  });
  const knownLabels = labels.filter(
    (child) => findIndicator({ index: 0, parent: '', child, key: child }, vocabulary) !== undefined,
  );
  if (knownLabels.length === 0 || knownLabels.length * 2 < labels.length) return undefined;
  const first: Row = { number: header.row, cells: ['Period', ...labels] };
  const newRows = periods.map(
    ({ index, child }): Row => ({
      number: header.row + index + 1,
      cells: [child, ...rows.map(({ cells }) => cells[index] ?? '')],
    }),
  );
  const { name } = table;
  const upright: Table = {
    ...compact({ name }),
    rows: [first, ...newRows],
    merges: [],
    isTransposed: true,
  };
  const foundHeader = findHeader(upright);
  return foundHeader === undefined
    ? undefined
    : { table: upright, header: { ...foundHeader, titles: header.titles } };
}
