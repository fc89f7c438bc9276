import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProjects } from '#server/db/bulk-load.ts';
import type { Db, Reader } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

describe.each(engines)('many new projects on $name', ({ name, open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
  });
  afterEach(async () => db.close());

  const listIndexes = async (reader: Reader): Promise<readonly unknown[]> =>
    (
      await (name === 'SQLite'
        ? sql`select name, sql from sqlite_master
            where type = 'index' and sql is not null and tbl_name like 'project_%' order by name`
        : sql`select indexname, indexdef from pg_indexes
            where tablename like 'project_%' and schemaname = current_schema() order by indexname`
      ).execute(reader)
    ).rows;
  const note = { author: 'test', kind: 'import', reason: '', origin: 'own' } as const;
  /** Stores two projects, and lists the indexes meanwhile. */
  const load = async (code: string, bulk: number, error?: Error): Promise<number> => {
    let count = 0;
    await writeRevision(db, note, (trx, revision) =>
      loadProjects(
        trx,
        2,
        async () => {
          count = (await listIndexes(trx)).length;
          await putProjects(trx, revision, [record(`${code}-1`), record(`${code}-2`)]);
          if (error !== undefined) throw error;
        },
        bulk,
      ),
    );
    return count;
  };

  it('get their indexes afterwards on SQLite, and the chain still verifies', async () => {
    const before = await listIndexes(db.read);
    const own = await load('A', 2);
    expect(own < before.length).toBe(name === 'SQLite');
    expect(await listIndexes(db.read)).toEqual(before);
    expect(await verifyChain(db)).toMatchObject({ whole: true });
  });

  it('keep the indexes if they are few, or fewer than the known projects', async () => {
    const before = await listIndexes(db.read);
    expect(await load('A', 3)).toBe(before.length);
    expect(await load('B', 3)).toBe(before.length);
    expect(await load('C', 2)).toBe(before.length);
  });

  it.runIf(name === 'SQLite')(
    'leave no statistics of some indexes alone, which a start would not gather again',
    async () => {
      await db.write(async (trx) => void (await sql`analyze`.execute(trx)));
      await load('A', 2);
      const { rows } = await sql`select 1 from sqlite_master where name = 'sqlite_stat1'`.execute(
        db.read,
      );
      expect(rows).toEqual([]);
    },
  );

  it('leave the indexes as they were if they fail', async () => {
    const before = await listIndexes(db.read);
    await expect(load('A', 2, new Error('full'))).rejects.toThrow('full');
    expect(await listIndexes(db.read)).toEqual(before);
  });
});
