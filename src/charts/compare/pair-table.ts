import { compact } from '#domain/values/compact.ts';
import {
  type ChartTable,
  type FigureOf,
  findFigure,
  type IdColumn,
  type TableColumn,
  type TableFigure,
} from '#charts/kit/table.ts';
import { subtractDecimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { compareLabels } from './labels/index.ts';

/** The table of one side; undefined where nothing is known of it. */
export interface SideTable {
  readonly name: string;
  readonly table: ChartTable;
  readonly isUnknown: boolean;
  /** The day of the links of its cells; omitted for the day of the page. */
  readonly day?: string;
  /** The further subject of its figures: another day, or other projects. */
  readonly of?: FigureOf;
}
type Cells = ChartTable['rows'][number];
type Leads = NonNullable<ChartTable['leads']>[number];

/** The row and the table from which a row takes its ids. */
interface Source {
  readonly table: ChartTable;
  readonly at: number;
}
interface SourceRow {
  readonly source: Source;
  /** The figure in the column of an id. */
  readonly figure: (id: string) => TableFigure | undefined;
  readonly cells: Cells;
  readonly leads: Leads;
}

/** Maps the rows of a table to the key by which rows of both sides belong together. */
function byKey(
  { table, day, isUnknown, of }: SideTable,
  keys: readonly string[],
): Map<string, SourceRow> {
  const places = keys.map((id) => table.columns.findIndex((column) => column.id === id));
  return new Map(
    (isUnknown ? [] : table.rows).map((cells, at) => [
      JSON.stringify(places.map((place) => cells[place] ?? null)),
      {
        source: { table, at },
        cells,
        figure: (id) => {
          const place = table.columns.findIndex((column) => column.id === id);
          const figure = findFigure(table, at, place);
          return figure === undefined ? undefined : { ...figure, of: { ...figure.of, ...of } };
        },
        leads: (table.leads?.[at] ?? []).map((lead) =>
          lead === null || day === undefined ? lead : { ...lead, as_of: [day] },
        ),
      },
    ]),
  );
}

/** First − second, where both are known. */
const subtract = (a: string | null | undefined, b: string | null | undefined): string | null =>
  a === null || a === undefined || b === null || b === undefined ? null : subtractDecimal(a, b);

/** Finds a cell by the id of its column, since the two sides may have different columns. */
const cellOf = ({ columns }: ChartTable, cells: Cells | undefined, id: string) => {
  const at = columns.findIndex((column) => column.id === id);
  return at < 0 ? undefined : cells?.[at];
};

/** Joins the columns of both sides; those of the first keep their places. */
function joinColumns([a, b]: readonly [SideTable, SideTable]): readonly TableColumn[] {
  const knownColumns = new Set(a.table.columns.map(({ id }) => id));
  return [...a.table.columns, ...b.table.columns.filter(({ id }) => !knownColumns.has(id))];
}

/** Joins the ids of both tables, for the rows that come from them. */
function joinIds(
  [a, b]: readonly [SideTable, SideTable],
  rows: readonly SourceRow[],
): Readonly<Record<string, readonly IdColumn[]>> {
  const all = { ...b.table.ids, ...a.table.ids };
  return Object.fromEntries(
    Object.entries(all).map(([column, ids]) => [
      column,
      ids.map(({ id }) => ({
        id,
        cells: rows.map(({ source: { table, at } }) => {
          const own = table.ids?.[column]?.find((one) => one.id === id);
          return own?.cells[at] ?? null;
        }),
      })),
    ]),
  );
}

const noFigure = (): undefined => undefined;

/** The difference of two figures, where both sides have one. */
function findDifference(
  [first, second]: readonly (SourceRow | undefined)[],
  id: string,
  versus: string,
): TableFigure | undefined {
  const [figure, other] = [first?.figure(id), second?.figure(id)];
  return figure === undefined || other === undefined
    ? undefined
    : { ...figure, of: { ...figure.of, versus } };
}

/** Makes a column of figures, each with the subject of its own side. */
function withFigures(column: TableColumn, entries: readonly SourceRow[]): TableColumn {
  if (column.kind !== 'number') return column;
  const { of: _of, ...own } = column;
  const figures = entries.map(({ figure }) => figure(column.id));
  const { measure } = column;
  return {
    ...own,
    ...compact({
      measure_rows:
        measure === null ? undefined : figures.map((figure) => figure?.measure ?? measure),
    }),
    of_rows: figures.map((figure) => figure?.of ?? null),
  };
}

/** The id of the column that names the side of a row. */
const sideId = 'side';
/** A row of the first side, of the second, and their difference, in turn. */
const sideIds = ['first', 'second', 'difference'] as const;

/**
 * Lists the side of each row and, where the second side has another day, the day. A difference
 * belongs to both days.
 */
function listSideIds(
  { day }: SideTable,
  as_of: string,
  entries: readonly unknown[],
): readonly IdColumn[] {
  const list = (id: string, values: readonly (string | null)[]): IdColumn => ({
    id,
    cells: entries.map((_, at) => values[at % values.length] ?? null),
  });
  const days = day === undefined ? [] : [list('register_as_of', [as_of, day, null])];
  return [list('side_id', sideIds), ...days];
}

interface PairOptions {
  /** The columns by which a row of each side belong together. */
  readonly keys: readonly string[];
  readonly versus: string;
  /** The day of the first side. */
  readonly as_of: string;
}

/** Lists the rows of both sides with equal keys; a side may have no such row. */
function listPairs([a, b]: readonly [SideTable, SideTable], keys: readonly string[]) {
  const [first, second] = [byKey(a, keys), byKey(b, keys)];
  const all = new Set([...first.keys(), ...second.keys()]);
  return [...all].map((key) => [first.get(key), second.get(key)] as const);
}

/**
 * Makes the rows of both sides, with their difference. Rows belong together by their keys, which
 * include the unit: amounts of two currencies are never subtracted.
 */
export function pairTable(
  sides: readonly [SideTable, SideTable],
  { keys, versus, as_of }: PairOptions,
  language: Language,
): ChartTable {
  const words = compareLabels[language];
  const [a, b] = sides;
  const [head, ...rest] = joinColumns(sides);
  if (head === undefined) return a.table;
  const entries = listPairs(sides, keys).flatMap((pair): SourceRow[] => {
    const keyCells = (id: string) =>
      cellOf(a.table, pair[0]?.cells, id) ?? cellOf(b.table, pair[1]?.cells, id) ?? null;
    const source = pair[0]?.source ?? pair[1]?.source ?? { table: a.table, at: -1 };
    const row = (
      name: string,
      figure: SourceRow['figure'],
      read: (column: TableColumn) => string | null,
      leads: Leads,
    ): SourceRow => ({
      source,
      figure,
      cells: [keyCells(head.id), name, ...rest.map(read)],
      leads,
    });
    const own = sides.map(({ name, table }, at): SourceRow => {
      const leads = pair[at]?.leads ?? [];
      return row(
        name,
        pair[at]?.figure ?? noFigure,
        ({ id }) =>
          keys.includes(id) ? keyCells(id) : (cellOf(table, pair[at]?.cells, id) ?? null),
        [leads[0] ?? null, null, ...leads.slice(1)],
      );
    });
    const difference = row(
      words.difference,
      (id) => findDifference(pair, id, versus),
      ({ id, kind }) => {
        if (keys.includes(id)) return keyCells(id);
        const [x, y] = sides.map(({ table }, at) => cellOf(table, pair[at]?.cells, id));
        return kind === 'number' ? subtract(x, y) : null;
      },
      [],
    );
    return [...own, difference];
  });
  return {
    ids: {
      ...joinIds(sides, entries),
      [sideId]: listSideIds(b, as_of, entries),
    },
    columns: [
      head,
      { id: sideId, label: words.side, kind: 'text' },
      ...rest.map((column) => withFigures(column, entries)),
    ],
    rows: entries.map(({ cells }) => cells),
    leads: entries.map(({ leads }) => leads),
  };
}
