import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { isLarge, type PendingUndo } from '#server/db/pending-undo.ts';
import type { Key } from './undo-conflict-store.ts';
import { columnList, type UndoneTable } from '#server/db/undone-tables.ts';

/** The most changed objects that are merged one by one. */
export const mostMerged = 20_000;

const sameColumns = (key: readonly string[], a: string, b: string): RawBuilder<unknown> =>
  sql.join(
    key.map((column) => sql`${sql.ref(`${a}.${column}`)} = ${sql.ref(`${b}.${column}`)}`),
    sql` and `,
  );
/** Selects the keys of the rows that the revision added or ended. */
export const rowsOfRevision = ({ name, key }: UndoneTable, id: number): RawBuilder<unknown> =>
  sql`select distinct ${columnList(key)} from ${sql.table(name)} where revision_from = ${id} or revision_to = ${id}`;

/**
 * Selects the keys of the undone revision that a later revision, before `revision`, also changed.
 */
const touchedAgain = (
  { name, key }: UndoneTable,
  id: number,
  revision: number,
): RawBuilder<unknown> => {
  const t = sql.table(name);
  return sql`select ${columnList(key, 'l.')} from (
      select ${columnList(key)} from ${t} where revision_from > ${id} and revision_from < ${revision}
      union select ${columnList(key)} from ${t} where revision_to > ${id} and revision_to < ${revision} and revision_to < ${sql.lit(open)}) as l
    where exists (select 1 from ${t} as t where ${sameColumns(key, 't', 'l')} and (t.revision_from = ${id} or t.revision_to = ${id}))`;
};

/**
 * Finds the keys whose present content another revision made. An undo copies `made_by`, so it is no
 * such revision.
 */
export async function findChangedAgain(trx: Trx, table: UndoneTable, id: number): Promise<Key[]> {
  const { name, key } = table;
  const t = sql.table(name);
  const isOpen = sql`${sameColumns(key, 'o', 'k')} and o.revision_to = ${open}`;
  const { rows } = await sql<Key>`
    select ${columnList(key, 'k.')} from (${touchedAgain(table, id, open)}) as k
    where exists (select 1 from ${t} as o where ${isOpen}
        and not exists (select 1 from ${t} as a where ${sameColumns(key, 'a', 'o')} and a.revision_from = ${id} and a.made_by = o.made_by))
      or (exists (select 1 from ${t} as w where ${sameColumns(key, 'w', 'k')} and w.revision_from = ${id})
        and not exists (select 1 from ${t} as o where ${isOpen}))
    order by ${columnList(key, 'k.')} limit ${mostMerged + 1}`.execute(trx);
  return rows;
}

/**
 * Makes the condition that the undone revision wrote the part of a row `r`. The other parts of its
 * key were the same before and stay.
 */
const isReplaced = ({ name, key, part }: UndoneTable, id: number): RawBuilder<unknown> =>
  part === undefined
    ? sql``
    : sql` and exists (select 1 from ${sql.table(name)} as w where ${sameColumns([...key, part], 'w', 'r')}
        and w.revision_from = ${id})`;

interface RestoreOptions {
  readonly id: number;
  /** The revision of the undo. */
  readonly revision: number;
  /** Keys that were changed later and stay. */
  readonly except: readonly Key[];
  /** The only origin of the rows. Omit it for all. */
  readonly origin?: Origin;
  /** The number of rows above which a table is left pending. */
  readonly pending_above: number;
}

/** Whether more than `limit` rows meet a condition. */
async function hasMore(
  trx: Trx,
  table: UndoneTable,
  condition: RawBuilder<unknown>,
  than: number,
): Promise<boolean> {
  const { rows } =
    await sql`select 1 from ${sql.table(table.name)} where ${condition} limit 1 offset ${sql.lit(than)}`.execute(
      trx,
    );
  return rows.length > 0;
}

/**
 * Ends the rows that the revision added and restores those that it ended, except keys that were
 * changed later.
 *
 * @returns the pending undo of a table with many rows, to pass to `leavePending` after all other
 * writes
 */
export async function restoreRows(
  trx: Trx,
  table: UndoneTable,
  { id, revision, except, origin, pending_above }: RestoreOptions,
): Promise<PendingUndo | undefined> {
  const { name, key, columns } = table;
  const t = sql.table(name);
  const all = [...key, ...columns, 'made_by'];
  const only = origin === undefined ? sql`` : sql` and origin = ${origin}`;
  const rows = except.map(
    (one) => sql`(${sql.join(key.map((column) => sql`${one[column] as Origin}`))})`,
  );
  const others =
    except.length === 0
      ? only
      : sql`${only} and (${columnList(key)}) not in (values ${sql.join(rows)})`;
  // keys that a later revision ended and restored are found by key, all others by the revision that
  // wrote them
  if (revision > id + 1)
    await sql`update ${t} as r set revision_to = ${revision} where revision_to = ${open} and revision_from > ${id}
      and (${columnList(key)}) in (${touchedAgain(table, id, revision)})${isReplaced(table, id)}${others}`.execute(
      trx,
    );
  await sql`insert into ${t} (${columnList(all)}, revision_from, revision_to)
    select ${columnList(all)}, cast(${revision} as bigint), cast(${open} as bigint) from ${t}
    where revision_to = ${id} and revision_to < ${sql.lit(open)} and revision_from < ${id}${others}`.execute(
    trx,
  );
  const isAddition = sql`revision_from = ${id} and revision_to = ${sql.lit(open)}`;
  if (isLarge(name) && (await hasMore(trx, table, isAddition, pending_above)))
    return { name, revision, undone: id, origin: origin ?? null };
  await sql`update ${t} set revision_to = ${revision} where ${isAddition}${others}`.execute(trx);
  return undefined;
}
