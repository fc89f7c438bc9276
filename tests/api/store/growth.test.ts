import { afterEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';
import { open as noEnd } from '#server/db/schema/tables.ts';
import { fillSample } from '#server/samples/service.ts';
import { listDataDays } from '#server/zone/data-day-store.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { projectHistory, readProjectVersion } from '#server/projects/project-version-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { columnList, undoneTables } from '#server/db/undone-tables.ts';
import { readZone } from '#server/zone/store.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const by = {
  author: 'test',
  kind: 'project',
  reason: 'test',
  origin: 'own',
  as_of: '2021-05-10',
} as const;
const many = 6000;

describe.each(engines)('a project that was changed often on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = (...records: Parameters<typeof putProjects>[2]) =>
    writeRevision(db, by, (trx, revision) => putProjects(trx, revision, records));

  /** As many versions of P as after that many edits. */
  async function grow(): Promise<void> {
    const first = await currentRevision(db);
    const numbers = sql`n (i) as (select 1 union all select i + 1 from n where i < ${many})`;
    const revision = sql`cast(${first} as bigint) + n.i`;
    await db.write(async (trx) => {
      await sql`with recursive ${numbers} insert into revision (id, recorded_at, author, kind, reason, origin, as_of)
        select ${revision}, r.recorded_at, r.author, r.kind, r.reason, r.origin, r.as_of from revision as r, n where r.id = ${first}`.execute(
        trx,
      );
      for (const { name, key, columns } of undoneTables) {
        if (name !== 'project_version' && name !== 'project_history') continue;
        const all = columnList([...key, ...columns]);
        await sql`with recursive ${numbers} insert into ${sql.table(name)} (${all}, revision_from, revision_to, made_by)
          select ${all}, ${revision}, case when n.i = ${many} then ${noEnd} else ${revision} + 1 end, ${revision}
          from ${sql.table(name)}, n where code = 'P' and revision_from = ${first}`.execute(trx);
        await sql`update ${sql.table(name)} set revision_to = ${first + 1} where code = 'P' and revision_from = ${first}`.execute(
          trx,
        );
      }
    });
  }

  it('costs as much as one that was changed once', async () => {
    db = await open();
    await fillSample(db, 'sample');
    await put(record('P'), record('Q'));
    const profile = await readZone(db, 'sample');
    if (profile === undefined) throw new Error('no sample');
    await grow();
    const ask = async (code: string) => {
      const revision = await currentRevision(db);
      expect(
        (
          await findProject(db, {
            origin: 'own',
            as_of: '2021-05-10',
            code,
            knownRevision: revision,
          })
        )?.project.code,
      ).toBe(code);
      expect(await readProjectVersion(db, 'own', code)).toBeGreaterThan(0);
      // in a transaction of its own, and rolled back with it
      await db
        .write(async (trx) => {
          await putProjects(trx, revision, [record(code, { owner: 'Li' })]);
          throw new Error('enough');
        })
        .catch((error: Error) => expect(error.message).toBe('enough'));
    };
    const least = { P: Infinity, Q: Infinity, days: Infinity };
    const measureTime = async (what: keyof typeof least, work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      least[what] = Math.min(least[what], performance.now() - start);
    };
    const listUnmet = (): readonly string[] => [
      ...(least.P < 3 * least.Q ? [] : ['often']),
      ...(least.days < 2 * least.Q ? [] : ['days']),
    ];
    // A busy machine only adds to a time, so the least of enough rounds is that of a quiet one.
    for (let round = 0; round < 200 && (round < 10 || listUnmet().length > 0); round += 1) {
      await measureTime('P', () => ask('P'));
      await measureTime('Q', () => ask('Q'));
      await measureTime('days', () => listDataDays(db, 'own', profile));
    }
    expect([listUnmet(), least]).toEqual([[], least]);
  });

  it('shows what each change did across the pages of its history, also where one was undone', async () => {
    db = await open();
    const owners = Array.from({ length: 205 }, (_, i) => `owner ${i}`);
    for (const owner of owners) await put(record('P', { owner }));
    const last = await currentRevision(db);
    const { revision: back } = await undoRevision(db, last, { author: 'test' });
    const newest = await projectHistory(db, 'own', 'P');
    const older = await projectHistory(db, 'own', 'P', newest.next);
    expect([newest.versions.length, older.versions.length, older.next]).toEqual([
      200,
      6,
      undefined,
    ]);
    const versions = [...newest.versions, ...older.versions].map(({ revision, changes }) => {
      const { from, to } = changes.find(({ field }) => field === 'owner') ?? {};
      return [revision.id, from, to];
    });
    expect(versions).toEqual([
      [back, owners[204], owners[203]],
      ...owners.map((owner, i) => [i + 1, owners[i - 1], owner]).toReversed(),
    ]);
  });
});
