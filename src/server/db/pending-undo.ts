import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { sealRevisions } from '#server/db/hash-chain/seal.ts';
import { getEngine, type Db, type Reader, type Trx } from './db.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { open, type LargeTable } from '#server/db/schema/tables.ts';
import { columnList, undoneTables, type UndoneTable } from './undone-tables.ts';
import { batches } from './versions.ts';

/** A table of an undo whose response came before all its rows were ended. */
export interface PendingUndo {
  readonly name: LargeTable;
  /** The revision of the undo. */
  readonly revision: number;
  /** The undone revision. */
  readonly undone: number;
  /** The only origin of the rows; null for all origins. */
  readonly origin: Origin | null;
}
interface ProjectKey {
  readonly origin: string;
  readonly code: string;
}

const large: ReadonlySet<string> = new Set<LargeTable>([
  'project_version',
  'project_history',
  'project_statement',
]);
/** Whether an import can add so many rows to a table that its undo stays pending. */
export const isLarge = (name: string): name is LargeTable => large.has(name);

/** Returns the name of the stored table while a view has its name. */
const storedTable = ({ name }: PendingUndo): RawBuilder<unknown> => sql.table(`${name}_stored`);
const findTable = ({ name }: PendingUndo): UndoneTable => {
  const table = undoneTables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`${name} is not undone`);
  return table;
};

/** Selects the rows `r` that the undo will end. */
const isEnded = ({ name, undone, origin }: PendingUndo, keeps: boolean): RawBuilder<unknown> => {
  const only = origin === null ? sql`` : sql` and r.origin = ${sql.lit(origin)}`;
  const others = sql` and not exists (select 1 from pending_undo_kept as k
    where k.name = ${sql.lit(name)} and k.origin = r.origin and k.code = r.code)`;
  return sql`r.revision_from = ${sql.lit(undone)} and r.revision_to = ${sql.lit(open)}${only}${keeps ? others : sql``}`;
};

/**
 * The longest wait for one exclusive table lock on PostgreSQL. Meanwhile later readers wait too. A
 * reader of several tables may hold one of them and wait for another. PostgreSQL ends one of two that
 * wait for each other after a second. The waits for three tables end before that.
 */
const longestLockWait = '300ms';
/** How often the locks of all tables are tried. */
const mostLockTries = 6;

/** Renames a table with its statistics. On PostgreSQL the statistics follow. */
async function rename(trx: Trx, from: string, to: string): Promise<void> {
  if (getEngine(trx) === 'sqlite') {
    const { rows } = await sql`select 1 from sqlite_master where name = 'sqlite_stat1'`.execute(
      trx,
    );
    if (rows.length > 0)
      await sql`update sqlite_stat1 set tbl = ${to} where tbl = ${from}`.execute(trx);
  }
  await sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(trx);
}

/**
 * Runs work that needs exclusive locks of tables. If readers hold them too long on PostgreSQL, it
 * undoes the work, which lets all locks go, and tries again.
 *
 * @throws an error of the kind `busy` if the last try fails too
 */
async function withTableLocks(trx: Trx, work: () => Promise<void>): Promise<void> {
  if (getEngine(trx) !== 'postgres') return work();
  await sql.raw(`set local lock_timeout = '${longestLockWait}'`).execute(trx);
  await sql`savepoint table_locks`.execute(trx);
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      break;
    } catch (error) {
      if (tries === mostLockTries || sqlErrorKind(error) !== 'busy') throw error;
      await sql`rollback to savepoint table_locks`.execute(trx);
    }
  }
  await sql`set local lock_timeout = 0`.execute(trx);
}

const projectsAtOnce = 500;

/**
 * Stores the projects that the undo does not change, out of those with rows that it would end.
 * @returns whether there are any
 */
async function keepProjects(
  trx: Trx,
  pending: PendingUndo,
  keys: readonly ProjectKey[],
): Promise<boolean> {
  const { name } = pending;
  for (const batch of batches(keys, projectsAtOnce))
    await trx
      .insertInto('pending_undo_kept')
      .values(batch.map(({ origin, code }) => ({ name, origin, code })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await sql`delete from pending_undo_kept where name = ${name} and not exists (select 1 from ${sql.table(name)} as r
    where r.origin = pending_undo_kept.origin and r.code = pending_undo_kept.code and ${isEnded(pending, false)})`.execute(
    trx,
  );
  const row = await trx
    .selectFrom('pending_undo_kept')
    .select('code')
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A pending undo, with the projects that it does not change. */
interface LargeUndo {
  readonly pending: PendingUndo;
  readonly projects: readonly ProjectKey[];
}

/**
 * Replaces tables by views that show their rows as they are after the undo. All that needs no lock
 * comes before the first lock, which readers wait for.
 * @throws Error for a table whose undo is never pending
 */
export async function leavePending(trx: Trx, undos: readonly LargeUndo[]): Promise<void> {
  const tables: { readonly pending: PendingUndo; readonly keeps: boolean }[] = [];
  for (const { pending, projects } of undos) {
    tables.push({ pending, keeps: await keepProjects(trx, pending, projects) });
    await trx
      .insertInto('pending_undo')
      .values({ ...pending, ended_origin: '', ended_code: '' })
      .execute();
  }
  await withTableLocks(trx, async () => {
    for (const { pending, keeps } of tables) await replaceByView(trx, pending, keeps);
  });
}

async function replaceByView(trx: Trx, pending: PendingUndo, keeps: boolean): Promise<void> {
  const { name, revision } = pending;
  await rename(trx, name, `${name}_stored`);
  const { key, columns } = findTable(pending);
  await sql`create view ${sql.table(name)} as select ${columnList([...key, ...columns, 'made_by', 'revision_from'], 'r.')},
    cast(case when ${isEnded(pending, keeps)} then ${sql.lit(revision)} else r.revision_to end as bigint) as revision_to
    from ${storedTable(pending)} as r`.execute(trx);
}

/** A pending undo. `ended_origin` and `ended_code` name the last project whose rows are ended. */
type StartedUndo = PendingUndo & { readonly ended_origin: string; readonly ended_code: string };
const pendingUndos = (reader: Reader): Promise<StartedUndo[]> =>
  reader
    .selectFrom('pending_undo')
    .select(['name', 'revision', 'undone', 'origin', 'ended_origin', 'ended_code'])
    .orderBy('name')
    .execute();

const endRows = (pending: PendingUndo, within = sql``): RawBuilder<unknown> =>
  sql`update ${storedTable(pending)} as r set revision_to = ${sql.lit(pending.revision)} where ${isEnded(pending, true)}${within}`;

/**
 * Ends the remaining rows of a pending undo. Then replaces the views by their tables and adds the
 * undo to the chain.
 */
export async function completeUndo(trx: Trx): Promise<void> {
  const pending = await pendingUndos(trx);
  const [first] = pending;
  if (first === undefined) return;
  for (const one of pending) await endRows(one).execute(trx);
  await withTableLocks(trx, async () => {
    for (const { name } of pending) {
      await sql`drop view ${sql.table(name)}`.execute(trx);
      await rename(trx, `${name}_stored`, name);
    }
  });
  await trx.deleteFrom('pending_undo_kept').execute();
  await trx.deleteFrom('pending_undo').execute();
  await sealRevisions(trx, { id: first.revision - 1, hash: null });
}

/**
 * Ends the rows of the next projects of a table, in the order of their codes.
 * @returns false if none are left
 */
async function endSome(trx: Trx, name: LargeTable): Promise<boolean> {
  const pending = (await pendingUndos(trx)).find((one) => one.name === name);
  if (pending === undefined) return false;
  const beyond = sql` and (r.origin, r.code) > (${pending.ended_origin}, ${pending.ended_code})`;
  const { rows } =
    await sql<ProjectKey>`select distinct r.origin, r.code from ${storedTable(pending)} as r
    where ${isEnded(pending, true)}${beyond} order by r.origin, r.code limit ${sql.lit(projectsAtOnce)}`.execute(
      trx,
    );
  const last = rows.at(-1);
  if (last === undefined) return false;
  await endRows(
    pending,
    sql`${beyond} and (r.origin, r.code) <= (${last.origin}, ${last.code})`,
  ).execute(trx);
  await trx
    .updateTable('pending_undo')
    .set({ ended_origin: last.origin, ended_code: last.code })
    .where('name', '=', name)
    .execute();
  return true;
}

type Writer = Pick<Db, 'read' | 'write'>;
/**
 * Completes a pending undo in short transactions, so that others can write in between. Readers see
 * the same state throughout.
 */
async function completeInSteps(db: Writer): Promise<void> {
  for (const { name } of await pendingUndos(db.read))
    while (await db.write((trx) => endSome(trx, name)));
  await db.write(completeUndo);
}

const retryMs = 1000;
const mostTries = 60;
/**
 * Completes a pending undo. Retries while others hold its tables. If it gives up, the next change
 * completes the undo.
 */
export async function completeInBackground(db: Writer): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      await completeInSteps(db);
      return;
    } catch (error) {
      if (sqlErrorKind(error) !== 'busy') return;
    }
    await new Promise((resolve) => {
      const timer: unknown = setTimeout(resolve, retryMs);
      // on Node, the timer must not keep a finished process alive
      if (
        typeof timer === 'object' &&
        timer !== null &&
        'unref' in timer &&
        typeof timer.unref === 'function'
      )
        timer.unref();
    });
  }
}
