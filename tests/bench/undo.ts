import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';
import { open } from '#server/db/tables.ts';
import { fillSample } from '#server/samples/index.ts';
import { putProjects } from '#server/store/put-projects.ts';
import { listCodes, recordsByCode } from '#server/store/known-projects.ts';
import { currentRevision, writeRevision } from '#server/store/revisions.ts';
import { undoRevision } from '#server/store/undo.ts';
import { fillLargeRegister } from '../setup/large-register.ts';
import { openableEngines } from '../setup/stores.ts';
import { table } from './figures.ts';

const projects = Number(process.env['HEADWAY_BENCH_PROJECTS'] ?? 100_000);
/** Projects that somebody edited since, whose edits stay. */
const edited = 200;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Ends the rows of the import by plain SQL and takes that back: what any undo that ends each row has to do at least. */
const plainEnd = (db: Db, id: number): Promise<number> =>
  timed(async () => {
    const enough = new Error('enough');
    await db
      .write(async (trx) => {
        for (const name of ['project_version', 'project_history', 'project_statement'] as const)
          await sql`update ${sql.table(name)} set revision_to = ${id + 1} where revision_from = ${id} and revision_to = ${open}`.execute(
            trx,
          );
        throw enough;
      })
      .catch((error: unknown) => {
        if (error !== enough) throw error;
      });
  });

async function editSome(db: Db): Promise<void> {
  const codes = (await listCodes(db, 'own')).slice(0, edited);
  const records = await recordsByCode(db, 'own', codes);
  const changed = records.map((record) => ({ ...record, facts: { ...record.facts, owner: 'somebody' } }));
  await writeRevision(db, { author: 'bench', kind: 'project', reason: '', origin: 'own' }, (trx, revision) =>
    putProjects(trx, revision, changed),
  );
}

/** Undo of an import of a large register against ending its rows by plain SQL and against the import itself, in one run. */
export async function benchUndo(): Promise<void> {
  for (const { name, open: openStore } of openableEngines) {
    const { db, close } = await openStore();
    try {
      await fillSample(db, 'sample');
      const stored = await timed(() => fillLargeRegister(db, projects));
      const id = await currentRevision(db);
      const plain = await plainEnd(db, id);
      const undone = await timed(() => undoRevision(db, id, { author: 'bench' }));
      const again = await timed(() => undoRevision(db, id + 1, { author: 'bench' }));
      await editSome(db);
      const last = await currentRevision(db);
      const ratio = (ms: number): string[] => [String(Math.round(ms)), (ms / plain).toFixed(1), (ms / stored).toFixed(2)];
      table([
        [`${projects} projects, ${name}`, 'ms', '× plain SQL', '× storing it'],
        ['storing it', ...ratio(stored)],
        ['its rows ended by plain SQL', ...ratio(plain)],
        ['undo', ...ratio(undone)],
        ['undo of the undo', ...ratio(again)],
        [`undo of ${edited} edits`, ...ratio(await timed(() => undoRevision(db, last, { author: 'bench' })))],
      ]);
    } finally {
      await close();
    }
  }
}
