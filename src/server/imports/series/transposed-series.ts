import { compact } from '#domain/values/compact.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Cell, Row, Table } from '#server/imports/read/table.ts';
import { indicatorOf } from './indicator-columns.ts';
import { monthIn } from '#server/imports/values/period.ts';
import { findHeader } from '#server/imports/structure/header.ts';
import type { FoundTable } from '#server/imports/structure/tables.ts';

const unitHeader = /^(?:计量|計量)?(?:单位|單位|単位)$|^units?$|^단위$/i;
const isPeriod = (text: string): boolean =>
  monthIn(text, 'month') !== undefined || monthIn(text, 'year') !== undefined;
const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();

/**
 * Turns a table of indicators over years, quarters or months into rows, each with the number of its
 * column.
 * @returns undefined if the columns are no periods, or fewer than half of the rows are known
 *   indicators
 */
export function turnSeries(
  { table, header }: FoundTable,
  indicators: readonly Indicator[],
): FoundTable | undefined {
  const periods = header.columns.filter(({ child }) => isPeriod(child));
  const others = header.columns.filter(({ child }) => child !== '' && !isPeriod(child));
  const [label] = others;
  if (label === undefined || periods.length < 2 || others.length > 3) return undefined;
  const unit = others.find(({ child }) => unitHeader.test(child));
  const rows = table.rows
    .slice(header.first)
    .filter(({ cells }) => textOf(cells[label.index]) !== '');
  const named = rows.map(({ cells }) => {
    const said = unit === undefined ? '' : textOf(cells[unit.index]);
    return said === '' ? textOf(cells[label.index]) : `${textOf(cells[label.index])} (${said})`;
  });
  const known = named.filter(
    (child) => indicatorOf({ index: 0, parent: '', child, key: child }, indicators) !== undefined,
  );
  if (known.length === 0 || known.length * 2 < named.length) return undefined;
  const first: Row = { number: header.row, cells: ['Period', ...named] };
  const turned = periods.map(
    ({ index, child }): Row => ({
      number: header.row + index + 1,
      cells: [child, ...rows.map(({ cells }) => cells[index] ?? '')],
    }),
  );
  const { name } = table;
  const upright: Table = {
    ...compact({ name }),
    rows: [first, ...turned],
    merges: [],
    isTurned: true,
  };
  const found = findHeader(upright);
  return found === undefined
    ? undefined
    : { table: upright, header: { ...found, titles: header.titles } };
}
