import { connect } from '#server/db/connect.ts';
import { getEngine, type Db, type Reader, type Trx } from '#server/db/db.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { connectPostgres, isPostgres } from '#server/db/open-existing.ts';
import { fillSearchPieces } from '#server/projects/search/search-piece-store.ts';
import { refreshStatistics } from '#server/db/statistics.ts';
import { migrate } from '#server/storage/migration-store.ts';
import { copyTable } from './copy-store.ts';
import { MoveRejection } from './move-rejection.ts';
import { withSource } from './source-store.ts';
import { countRows, listTables, withLateReferences, type StoredTable } from './table-store.ts';

/** The progress of a move: the copied rows of a table and the number of all its rows. */
export interface MoveProgress {
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}
export interface MoveOptions {
  /** The URLs of the source and of the target: paths of SQLite files, or `postgres://…`. */
  readonly from: string;
  readonly to: string;
  readonly onProgress: (progress: MoveProgress) => void;
  /**
   * Checks the copy before it becomes valid. It throws to discard the copy.
   *
   * @param source - the source, with values in the form of its engine
   */
  readonly check: (target: Trx, source: Reader) => Promise<void>;
}

/** Copies all rows into a store without tables. */
async function fill(
  source: Reader,
  target: Trx,
  onProgress: MoveOptions['onProgress'],
): Promise<void> {
  const [there] = await listTables(target);
  if (there !== undefined)
    throw new MoveRejection(
      `The database is not empty: it holds the table ${there.name}. Name an empty one; createdb makes one.`,
    );
  await migrate(target, getEngine(target));
  const tableNames = new Set((await listTables(source)).map(({ name }) => name));
  const tables = (await listTables(target)).filter(({ name }) => tableNames.has(name));
  await withLateReferences(target, async () => {
    for (const table of tables) await fillTable(source, target, table, onProgress);
  });
  await fillSearchPieces(target);
}
async function fillTable(
  source: Reader,
  target: Trx,
  table: StoredTable,
  onProgress: MoveOptions['onProgress'],
): Promise<void> {
  const { name } = table;
  const of = await countRows(source, name);
  await copyTable(source, target, table, (rows) => onProgress({ table: name, rows, of }));
  const arrivalCount = await countRows(target, name);
  if (arrivalCount !== of) throw new Error(`${name}: ${arrivalCount} of ${of} rows arrived.`);
}

const openTarget = (url: string, prepare: (trx: Trx) => Promise<void>): Promise<Db> =>
  isPostgres(url)
    ? connectPostgres({ url, completes_undos: false }, prepare)
    : connect(
        {
          engine: 'sqlite',
          durability: 'write-ahead log, synchronous=FULL',
          url,
          writer: portDialect(async () => [openSqlite(url)]),
        },
        prepare,
      );

/**
 * Copies a store into an empty one, on the same engine or another. The copy is one transaction, so
 * that a failure leaves the source unchanged and the target empty.
 * @throws MoveRejection if it cannot begin
 */
export const moveStore = ({ from, to, onProgress, check }: MoveOptions): Promise<void> =>
  withSource(from, async (source) => {
    const db = await openTarget(to, async (target) => {
      await fill(source, target, onProgress);
      await check(target, source);
    });
    await refreshStatistics(db, Number.POSITIVE_INFINITY).finally(() => db.close());
  });
