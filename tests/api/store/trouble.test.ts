import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOn } from '#server/storage/open-store.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { fillSample } from '#server/samples/service.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { currentRevision, listRevisions, writeRevision } from '#server/db/revision-log.ts';
import { record } from '../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const own = { origin: 'own', as_of: '2021-06-30' } as const;

describe('a store in a file', () => {
  let folder = '';
  const path = () => join(folder, 'data', 'headway.sqlite');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'headway-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made with its folder, synced at each commit, and closes into one file', async () => {
    const db = await openDatabase({ url: path() });
    await fillSample(db, 'sample');
    const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db.read);
    expect([rows[0]?.journal_mode, db.durability]).toEqual([
      'wal',
      'write-ahead log, synchronous=FULL',
    ]);
    await db.close();
    expect([existsSync(path()), existsSync(`${path()}-wal`)]).toEqual([true, false]);
  });

  it('is filled once by two processes that start together, and each sees the writes of the other', async () => {
    const both = await Promise.all([openDatabase({ url: path() }), openDatabase({ url: path() })]);
    const [a, b] = both;
    expect((await Promise.all(both.map((db) => fillSample(db, 'sample')))).sort()).toEqual([
      false,
      true,
    ]);
    await writeRevision(a, by, (trx, id) => putProjects(trx, id, [record('A')]));
    expect([await currentRevision(b), (await listProjects(b, own)).total]).toEqual([2, 1]);
    await Promise.all(
      [a, b, a, b].map((db, i) =>
        writeRevision(db, by, (trx, id) => putProjects(trx, id, [record(`B${i}`)])),
      ),
    );
    expect([await currentRevision(a), (await listProjects(b, own)).total]).toEqual([6, 5]);
    await Promise.all(both.map((db) => db.close()));
  });

  it('answers reads while a change is under way, without showing half of it', async () => {
    const db = await openDatabase({ url: path() });
    await writeRevision(db, by, async (trx, id) => {
      await putProjects(trx, id, [record('A')]);
      expect((await listProjects(db, own)).total).toBe(0);
      expect((await listProjects(trx, own)).total).toBe(1);
    });
    expect((await listProjects(db, own)).total).toBe(1);
    await db.close();
  });

  it('reports a file of a newer Headway, or one that is no store, and leaves it unchanged', async () => {
    const db = await openDatabase({ url: path() });
    await db.write((trx) => sql`insert into schema_version (version) values (999)`.execute(trx));
    await db.close();
    await expect(openDatabase({ url: path() })).rejects.toThrow('newer Headway');
    const text = new URL('../../../package.json', import.meta.url).pathname;
    const before = readFileSync(text, 'utf8');
    await expect(openDatabase({ url: text })).rejects.toThrow('not a database');
    expect(readFileSync(text, 'utf8')).toBe(before);
  });

  it('refuses a write while the disk is full, continues to read, and writes again when there is room', async () => {
    const sqlite = openSqlite(path2());
    const db = await openOn({
      engine: 'sqlite',
      durability: 'test',
      writer: portDialect(async () => [sqlite]),
    });
    await writeRevision(db, by, (trx, id) => putProjects(trx, id, [record('A')]));
    const pages = sqlite.exec('pragma page_count', []).rows[0]?.['page_count'];
    sqlite.exec(`pragma max_page_count = ${pages}`, []);
    const many = Array.from({ length: 500 }, (_, i) =>
      record(`B${i}`, { remark: 'x'.repeat(500) }),
    );
    const error = await writeRevision(db, by, (trx, id) => putProjects(trx, id, many)).catch(
      (e: unknown) => e,
    );
    expect([sqlErrorKind(error), isStoreUnavailable(error)]).toEqual(['full', true]);
    expect([(await listProjects(db, own)).total, (await listRevisions(db)).length]).toEqual([1, 1]);
    sqlite.exec('pragma max_page_count = 1000000', []);
    await writeRevision(db, by, (trx, id) => putProjects(trx, id, many));
    expect((await listProjects(db, own)).total).toBe(501);
    await db.close();
  });
  const path2 = () => join(folder, 'full.sqlite');
});

it('refuses a value that would silently become NULL', async () => {
  const db = await openDatabase({ url: ':memory:' });
  const enter = (value: unknown) =>
    writeRevision(db, { ...by, reason: value as string }, async () => undefined);
  for (const value of [Number.NaN, new Date(0), {}, undefined])
    await expect(enter(value)).rejects.toThrow();
  expect(await currentRevision(db)).toBe(0);
  await db.close();
});
