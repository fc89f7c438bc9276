import { sql, type RawBuilder } from 'kysely';
import type { Db, Trx } from '#server/db/db.ts';
import { open } from '#server/db/tables.ts';
import { findRevision, startRevision } from './revisions.ts';
import { undoneTables, type UndoneTable } from './undone-tables.ts';

/** Why a revision can't be taken back. `conflict`: something was changed again since; `what` names the first fifty. */
export type UndoRefusal =
  | { readonly reason: 'not_found' | 'already_undone' }
  | { readonly reason: 'conflict'; readonly what: readonly string[] };

export class UndoRefused extends Error {
  readonly refusal: UndoRefusal;
  constructor(refusal: UndoRefusal) {
    super(`the revision can't be undone: ${refusal.reason}`);
    this.name = 'UndoRefused';
    this.refusal = refusal;
  }
}

const conflictsNamed = 50;

/**
 * Takes back one revision, as a new one: what it added is ended, what it ended holds again. Refused when anything that it
 * touched was changed since to something else. An undo can be undone in the same way.
 */
export function undoRevision(
  db: Db,
  id: number,
  by: { readonly author: string; readonly reason?: string; readonly recorded_at?: string },
): Promise<{ readonly revision: number }> {
  return db.write(async (trx) => {
    const undone = await findRevision(trx, id);
    if (!undone) throw new UndoRefused({ reason: 'not_found' });
    if (undone.undone_by !== undefined) throw new UndoRefused({ reason: 'already_undone' });
    const what = new Set<string>();
    for (const table of undoneTables) for (const one of await conflicts(trx, table, id)) what.add(one);
    if (what.size > 0) throw new UndoRefused({ reason: 'conflict', what: [...what].sort().slice(0, conflictsNamed) });
    const { origin, as_of } = undone;
    const revision = await startRevision(trx, {
      reason: '',
      ...by,
      kind: 'undo',
      undoes: id,
      ...(origin === undefined ? {} : { origin }),
      ...(as_of === undefined ? {} : { as_of }),
    });
    for (const table of undoneTables) await restore(trx, table, id, revision);
    await trx.updateTable('revision').set({ undone_by: revision }).where('id', '=', id).execute();
    return { revision };
  });
}

const list = (columns: readonly string[], prefix = ''): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${prefix}${column}`)));
const sameKey = (key: readonly string[], a: string, b: string): RawBuilder<unknown> =>
  sql.join(
    key.map((column) => sql`${sql.ref(`${a}.${column}`)} = ${sql.ref(`${b}.${column}`)}`),
    sql` and `,
  );
/** Keys that the revision touched: it added a row to them or ended one. */
const touched = ({ name, key }: UndoneTable, id: number): RawBuilder<unknown> =>
  sql`select ${list(key)} from ${sql.table(name)} where revision_from = ${id} or revision_to = ${id}`;

/** Touched keys whose present content is not what the revision left: told by who made the content, which an undo keeps. */
async function conflicts(trx: Trx, table: UndoneTable, id: number): Promise<string[]> {
  const { name, key } = table;
  const t = sql.table(name);
  const { rows } = await sql<Record<string, string>>`
    select distinct ${list(key, 't.')} from ${t} as t
    where (t.revision_from = ${id} or t.revision_to = ${id}) and (
      exists (select 1 from ${t} as o where ${sameKey(key, 'o', 't')} and o.revision_to = ${open}
        and not exists (select 1 from ${t} as a where ${sameKey(key, 'a', 'o')} and a.revision_from = ${id} and a.made_by = o.made_by))
      or (t.revision_from = ${id} and not exists (select 1 from ${t} as o where ${sameKey(key, 'o', 't')} and o.revision_to = ${open})))
    order by ${list(key, 't.')} limit ${conflictsNamed}`.execute(trx);
  return rows.map((row) =>
    key
      .filter((column) => column !== 'origin' || key.length === 1)
      .map((column) => row[column])
      .join(' '),
  );
}

async function restore(trx: Trx, table: UndoneTable, id: number, revision: number): Promise<void> {
  const { name, key, columns } = table;
  const t = sql.table(name);
  const all = [...key, ...columns, 'made_by'];
  await sql`update ${t} set revision_to = ${revision} where revision_to = ${open} and (${list(key)}) in (${touched(table, id)})`.execute(
    trx,
  );
  await sql`insert into ${t} (${list(all)}, revision_from, revision_to)
    select ${list(all)}, cast(${revision} as bigint), cast(${open} as bigint) from ${t} where revision_to = ${id} and revision_from < ${id}`.execute(
    trx,
  );
}
