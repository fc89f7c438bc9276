import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db, Trx } from '#server/db/db.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { openWriter } from '#server/db/open-existing.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openDatabase } from '#server/storage/node-store.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
let folder = '';
let db: Db;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headway-ahead-'));
  const url = join(folder, 'headway.db');
  await (await openDatabase({ url })).close();
  db = await openWriter({ url }, true);
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (trx: Trx, revision: number, codes: readonly string[], bytes = 1): Promise<void> =>
  insertRows(
    trx,
    'project_facts',
    codes.map((code) => ({
      origin: 'own',
      code,
      revision,
      facts_from: '2026-01-01',
      facts_json: JSON.stringify({ name: 'x'.repeat(bytes) }),
    })),
  );
const listCodes = async (): Promise<readonly string[]> =>
  (await db.read.selectFrom('project_facts').select('code').orderBy('code').execute()).map(
    ({ code }) => code,
  );
const countRevisions = async (): Promise<number> =>
  (await db.read.selectFrom('revision').select('id').execute()).length;
const catchKind = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => 'stored', sqlErrorKind);

test('rows that nobody waits for are there for the next statement, and in the chain', async () => {
  await writeRevision(db, by, async (trx, revision) => {
    for (let i = 0; i < 20; i += 1) await put(trx, revision, [`A${i}`, `B${i}`]);
    const { rows } = await sql`select code from project_facts`.execute(trx);
    expect(rows.length).toBe(40);
    await put(trx, revision, ['C']);
  });
  expect((await listCodes()).length).toBe(41);
  expect(await verifyChain(db)).toMatchObject({ whole: true });
});

// Seen to fail: without the stored error of the thread, the commit stored the other rows.
test('a row that exists already fails the commit, and nothing of its transaction is stored', async () => {
  const work = writeRevision(db, by, async (trx, revision) => {
    await put(trx, revision, ['A']);
    await put(trx, revision, ['A']);
    await put(trx, revision, ['B']);
  });
  expect(await catchKind(work)).toBe('unique');
  expect([await listCodes(), await countRevisions()]).toEqual([[], 0]);
  await writeRevision(db, by, (trx, revision) => put(trx, revision, ['A']));
  expect(await listCodes()).toEqual(['A']);
});

test('the first error is reported, also by a later statement or insert', async () => {
  const bad = [['A'], ['A'], [null as unknown as string]];
  const first = (more: (trx: Trx, revision: number) => Promise<unknown>): Promise<unknown> =>
    catchKind(
      writeRevision(db, by, async (trx, revision) => {
        for (const codes of bad) await put(trx, revision, codes);
        await more(trx, revision);
      }),
    );
  expect(await first((trx) => sql`select 1`.execute(trx))).toBe('unique');
  expect(await first((trx) => sql`select wrong`.execute(trx))).toBe('unique');
  expect(
    await first(async (trx, revision) => {
      for (let i = 0; i < 20; i += 1) await put(trx, revision, [`C${i}`]);
    }),
  ).toBe('unique');
  expect([await listCodes(), await countRevisions()]).toEqual([[], 0]);
});

// Seen to fail: without the stored error of the thread, the commit reported that no transaction is
// active, instead of this error.
test('SQLite that ends a transaction by itself stores none of the later rows', async () => {
  await writeRevision(db, by, (trx, revision) => put(trx, revision, ['A']));
  await sql`create trigger ended before insert on project_facts when new.code = 'B'
    begin select raise(rollback, 'the disk failed'); end`.execute(db.read);
  const work = db.write(async (trx) => {
    await put(trx, 1, ['B']);
    await put(trx, 1, ['C']);
  });
  await expect(work).rejects.toThrow('the disk failed');
  expect(await listCodes()).toEqual(['A']);
});

test('a full disk stores nothing, also of the rows after it', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db.read);
  const most = Number(rows[0]?.page_count) + 20;
  await sql`pragma max_page_count = ${sql.lit(most)}`.execute(db.read);
  const work = writeRevision(db, by, async (trx, revision) => {
    await put(trx, revision, ['A'], 1_000_000);
    for (let i = 0; i < 20; i += 1) await put(trx, revision, [`B${i}`]);
  });
  expect(await catchKind(work)).toBe('full');
  expect([await listCodes(), await countRevisions()]).toEqual([[], 0]);
  await sql`pragma max_page_count = 1000000`.execute(db.read);
  await writeRevision(db, by, (trx, revision) => put(trx, revision, ['A'], 1_000_000));
  expect(await listCodes()).toEqual(['A']);
  expect(await verifyChain(db)).toMatchObject({ whole: true });
});

test('a value that no column can have is refused with its transaction', async () => {
  const work = writeRevision(db, by, async (trx, revision) => {
    await put(trx, revision, ['A']);
    await put(trx, revision, [new Date(0) as unknown as string]);
  });
  await expect(work).rejects.toThrow('a value of type object cannot be stored');
  expect(await listCodes()).toEqual([]);
});
