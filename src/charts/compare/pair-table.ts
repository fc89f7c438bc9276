import type { ChartTable, IdColumn, TableColumn } from '#charts/kit/table.ts';
import { subtractDecimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { compareWords } from './labels/index.ts';

/** The table of one side; undefined where nothing is known of it. */
export interface SideTable {
  readonly name: string;
  readonly table: ChartTable;
  readonly isUnknown: boolean;
  /** Leads of its cells take this day; omitted for the day of the page. */
  readonly day?: string;
}
type Cells = ChartTable['rows'][number];
type Leads = NonNullable<ChartTable['leads']>[number];

/** Which row of which table gives a row its ids. */
interface Source {
  readonly table: ChartTable;
  readonly at: number;
}
interface Found {
  readonly source: Source;
  readonly cells: Cells;
  readonly leads: Leads;
}

/** The rows of a table by what makes them belong together. */
function byKey({ table, day, isUnknown }: SideTable, keys: readonly string[]): Map<string, Found> {
  const places = keys.map((id) => table.columns.findIndex((column) => column.id === id));
  return new Map(
    (isUnknown ? [] : table.rows).map((cells, at) => [
      JSON.stringify(places.map((place) => cells[place] ?? null)),
      {
        source: { table, at },
        cells,
        leads: (table.leads?.[at] ?? []).map((lead) =>
          lead === null || day === undefined ? lead : { ...lead, as_of: [day] },
        ),
      },
    ]),
  );
}

/** First minus second, where both are known. */
const subtract = (a: string | null | undefined, b: string | null | undefined): string | null =>
  a === null || a === undefined || b === null || b === undefined ? null : subtractDecimal(a, b);

/** A cell by the id of its column: the two sides may have other columns. */
const cellOf = ({ columns }: ChartTable, cells: Cells | undefined, id: string) => {
  const at = columns.findIndex((column) => column.id === id);
  return at < 0 ? undefined : cells?.[at];
};

/** The columns of both sides, those of the first in their places. */
function joinColumns([a, b]: readonly [SideTable, SideTable]): readonly TableColumn[] {
  const known = new Set(a.table.columns.map(({ id }) => id));
  return [...a.table.columns, ...b.table.columns.filter(({ id }) => !known.has(id))];
}

/** The ids of both tables, for the rows that come of them. */
function joinIds(
  [a, b]: readonly [SideTable, SideTable],
  sources: readonly Source[],
): Readonly<Record<string, readonly IdColumn[]>> {
  const all = { ...b.table.ids, ...a.table.ids };
  return Object.fromEntries(
    Object.entries(all).map(([column, ids]) => [
      column,
      ids.map(({ id }) => ({
        id,
        cells: sources.map(({ table, at }) => {
          const own = table.ids?.[column]?.find((one) => one.id === id);
          return own?.cells[at] ?? null;
        }),
      })),
    ]),
  );
}

/** The column that names the side of a row. */
const sideId = 'side';
/** A row of the first side, of the second, and their difference, in turn. */
const sideIds = ['first', 'second', 'difference'] as const;

/**
 * The rows of both sides under one another, with their difference. Rows belong together by their
 * keys, which hold the unit: amounts of two currencies are never subtracted.
 */
export function pairTable(
  sides: readonly [SideTable, SideTable],
  keys: readonly string[],
  language: Language,
): ChartTable {
  const words = compareWords[language];
  const [a, b] = sides;
  const columns = joinColumns(sides);
  const [first, second] = [byKey(a, keys), byKey(b, keys)];
  const [head, ...rest] = columns;
  if (head === undefined) return a.table;
  const entries = [...new Set([...first.keys(), ...second.keys()])].flatMap((key): Found[] => {
    const found = [first.get(key), second.get(key)];
    const keyCells = (id: string) =>
      cellOf(a.table, found[0]?.cells, id) ?? cellOf(b.table, found[1]?.cells, id) ?? null;
    const source = found[0]?.source ?? found[1]?.source ?? { table: a.table, at: -1 };
    const row = (name: string, read: (column: TableColumn) => string | null, leads: Leads) => ({
      source,
      cells: [keyCells(head.id), name, ...rest.map(read)],
      leads,
    });
    const own = sides.map(({ name, table }, at): Found => {
      const leads = found[at]?.leads ?? [];
      return row(
        name,
        ({ id }) =>
          keys.includes(id) ? keyCells(id) : (cellOf(table, found[at]?.cells, id) ?? null),
        [leads[0] ?? null, null, ...leads.slice(1)],
      );
    });
    const difference = row(
      words.difference,
      ({ id, kind }) => {
        if (keys.includes(id)) return keyCells(id);
        if (kind !== 'number') return null;
        const [x, y] = sides.map(({ table }, at) => cellOf(table, found[at]?.cells, id));
        return subtract(x, y);
      },
      [],
    );
    return [...own, difference];
  });
  return {
    ids: {
      ...joinIds(
        sides,
        entries.map(({ source }) => source),
      ),
      [sideId]: [{ id: 'side_id', cells: entries.map((_, at) => sideIds[at % 3] ?? null) }],
    },
    columns: [head, { id: sideId, label: words.side, kind: 'text' }, ...rest],
    rows: entries.map(({ cells }) => cells),
    leads: entries.map(({ leads }) => leads),
  };
}
