import { compact } from '#domain/values/compact.ts';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { ProjectSum } from './sum-cache.ts';

/** A row of a grouped query. `count` is the number of its rows; an empty group has none. */
type GroupRow = { readonly count: number };
type Addend = number | bigint | null;

/** The memory in bytes of a row, roughly. */
const rowBytes = 250;

export interface GroupSumOptions<Scope, Row extends GroupRow> {
  readonly name: string;
  /** The columns that add up. All others are the key of a group. */
  readonly added: readonly (keyof Row & string)[];
  readonly read: (reader: Reader, scope: Scope) => Promise<readonly Row[]>;
  readonly changedByDay?: ProjectSum<Scope & ProjectScope, readonly Row[]>['changedByDay'];
}

/**
 * Makes a sum of a query that groups projects and counts or adds exact integers. Its rows have one
 * order, so that a sum that was read and one that was kept are equal.
 */
export function groupSum<Scope extends ProjectScope, Row extends GroupRow>({
  name,
  added,
  read,
  changedByDay,
}: GroupSumOptions<Scope, Row>): ProjectSum<Scope, readonly Row[]> {
  const isAdded: ReadonlySet<string> = new Set(added);
  const keyOf = (row: Row): string =>
    JSON.stringify(
      Object.entries(row).map(([column, value]) =>
        isAdded.has(column) ? 0 : typeof value === 'bigint' ? String(value) : value,
      ),
    );
  const addTo = (groups: Map<string, Row>, row: Row, sign: 1 | -1): void => {
    const key = keyOf(row);
    const group = groups.get(key);
    const sums = added.map((column) => [
      column,
      addSigned(group?.[column] as Addend | undefined, row[column] as Addend, sign),
    ]);
    const next = { ...row, ...Object.fromEntries(sums) } as Row;
    if (next.count === 0) groups.delete(key);
    else groups.set(key, next);
  };
  const inOrder = (groups: Map<string, Row>): readonly Row[] =>
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return {
    name,
    read: async (reader, scope) => {
      const groups = new Map<string, Row>();
      for (const row of await read(reader, scope)) addTo(groups, row, 1);
      return inOrder(groups);
    },
    replace: (sum, { before, after }) => {
      if (before.length === 0 && after.length === 0) return sum;
      const groups = new Map(sum.map((row) => [keyOf(row), row]));
      for (const row of before) addTo(groups, row, -1);
      for (const row of after) addTo(groups, row, 1);
      return inOrder(groups);
    },
    sizeOf: (sum) => sum.length * rowBytes,
    ...compact({ changedByDay }),
  };
}

/** Adds exact integers. An unknown amount adds nothing. */
function addSigned(sum: Addend | undefined, addend: Addend, sign: 1 | -1): Addend {
  if (addend === null) return sum ?? null;
  if (typeof addend === 'bigint') return BigInt(sum ?? 0) + BigInt(sign) * addend;
  return Number(sum ?? 0) + sign * addend;
}
