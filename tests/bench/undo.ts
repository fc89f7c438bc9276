import { sql } from 'kysely';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import { pendingRevision } from '#server/db/hash-chain/seal.ts';
import type { Db } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { fillSample } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { listCodes, recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { columnList, undoneTables } from '#server/db/undone-tables.ts';
import { fillLargeRegister } from '../setup/api/large-register.ts';
import { openableEngines } from '../setup/api/stores.ts';
import { table } from './figures.ts';

const projects = Number(process.env['HEADWAY_BENCH_PROJECTS'] ?? 100_000);
/** Projects with later edits, which must survive the undo. */
const editCount = 200;

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * Ends the import's rows by plain SQL and rolls back: the least work of an undo that ends each row.
 */
const plainEnd = (db: Db, id: number): Promise<number> =>
  time(async () => {
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

/** Waits until the server has written the rows of an answered undo. */
async function waitForRows(db: Db): Promise<void> {
  while ((await pendingRevision(db.read)) !== undefined)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

const day = { origin: 'own', as_of: '2026-06-30' } as const;
/** The slowest of three reads: a page, the sums and the stages of the register. */
async function longestRead(db: Db): Promise<number> {
  const reads = [
    () => listProjects(db, day),
    () => listProjects(db, { ...day, sort: 'name' }),
    () => readRegisterView(db, { ...day, mapping: defaultStageMapping }),
  ];
  let longest = 0;
  for (const query of reads) longest = Math.max(longest, await time(query));
  return longest;
}

/** An edition that doubles the register: copies of the first projects under other codes. */
const importCopies = (db: Db, first: number) =>
  writeRevision(
    db,
    { author: 'bench', kind: 'import', reason: '', origin: 'own' },
    async (trx, revision) => {
      const id = sql`cast(${revision} as bigint)`;
      await sql`insert into project_facts (origin, code, revision, facts_from, facts_json)
      select origin, code || ' new', ${id}, facts_from, facts_json from project_facts where origin = 'own' and revision = ${first}`.execute(
        trx,
      );
      for (const { name, key, columns } of undoneTables) {
        if (
          name !== 'project_version' &&
          name !== 'project_history' &&
          name !== 'project_statement'
        )
          continue;
        const rest = [...key, ...columns].filter(
          (column) => !['origin', 'code', 'facts_revision', 'stated'].includes(column),
        );
        const own =
          name === 'project_version'
            ? ['facts_revision']
            : name === 'project_statement'
              ? ['stated']
              : [];
        await sql`insert into ${sql.table(name)} (${columnList(['origin', 'code', ...rest, 'made_by', 'revision_from', ...own, 'revision_to'])})
        select origin, code || ' new', ${columnList(rest)}, ${sql.join([id, id, ...own.map(() => id)])}, cast(${open} as bigint)
        from ${sql.table(name)} where origin = 'own' and revision_to = ${open}`.execute(trx);
      }
    },
  );

async function editSome(db: Db, ending = ''): Promise<void> {
  const codes = (await listCodes(db, 'own'))
    .filter((code) => code.endsWith(ending))
    .slice(0, editCount);
  const records = await recordsByCode(db, 'own', codes);
  const newRecords = records.map((record) => ({
    ...record,
    facts: { ...record.facts, owner: 'somebody' },
  }));
  await writeRevision(
    db,
    { author: 'bench', kind: 'project', reason: '', origin: 'own' },
    (trx, revision) => putProjects(trx, revision, newRecords),
  );
}

/**
 * Undo of a large import: until the answer and until its rows are written, compared with plain SQL
 * and with the import itself.
 */
export async function benchUndo(): Promise<void> {
  for (const { name, open: openStore } of openableEngines) {
    const { db, close } = await openStore();
    try {
      await fillSample(db, 'sample');
      const storing = await time(() => fillLargeRegister(db, projects));
      const id = await currentRevision(db);
      const plain = await plainEnd(db, id);
      const readTime = await longestRead(db);
      const undo = async (revision: number): Promise<readonly number[]> => {
        const start = performance.now();
        const answerMs = await time(() =>
          undoRevision(db, revision, { author: 'bench', keep_later: true }),
        );
        const reading = await longestRead(db);
        await waitForRows(db);
        return [answerMs, performance.now() - start, reading];
      };
      const undoTimes = await undo(id);
      const again = await undo(id + 1);
      await editSome(db);
      const last = await currentRevision(db);
      const edits = await time(() => undoRevision(db, last, { author: 'bench' }));
      const { revision: edition } = await importCopies(db, id);
      await editSome(db, ' new');
      const keeping = await undo(edition);
      const ratio = (ms: number): string[] => [
        String(Math.round(ms)),
        (ms / plain).toFixed(1),
        (ms / storing).toFixed(2),
      ];
      table([
        [`${projects} projects, ${name}`, 'ms', '× plain SQL', '× storing it'],
        ['storing it', ...ratio(storing)],
        ['its rows ended by plain SQL', ...ratio(plain)],
        ['the longest of three reads', ...ratio(readTime)],
        ...Object.entries({
          undo: undoTimes,
          'undo of the undo': again,
          [`undo of as many new projects that keeps ${editCount} edits`]: keeping,
        }).flatMap(([what, [answerMs = 0, whole = 0, reading = 0]]) => [
          [`${what}, answered`, ...ratio(answerMs)],
          [`${what}, its rows written`, ...ratio(whole)],
          [`the longest of three reads meanwhile`, ...ratio(reading)],
        ]),
        [`undo of ${editCount} edits`, ...ratio(edits)],
      ]);
    } finally {
      await close();
    }
  }
}
