import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { serverLock } from '#server/db/server-lock.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { writeRandomRegister } from '../../reliability/setup/random-register.ts';
import { readAllRows } from '../../setup/api/stored-rows.ts';
import { createEmptyDatabase } from '../../setup/api/stores.ts';
import { runCommand } from '../../setup/processes/command.ts';
import { startServer } from '../../setup/processes/server.ts';

const temp = mkdtempSync(join(tmpdir(), 'headway-move-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));
let folders = 0;
const newFolder = (): string => join(temp, `folder-${(folders += 1)}`);
const at = (data: string): string => join(data, 'headway.db');
const onPostgres = (url: string, data: string) => ({ DATABASE_URL: url, HEADWAY_DATA: data });

/** A data folder whose store has data of a former version, and a random register. */
async function makeStore(seed: number, projects = 40): Promise<string> {
  const data = mkdtempSync(join(temp, 'data-'));
  const former = join(import.meta.dirname, '../../fixtures/store-of-rules-1.db.gz');
  writeFileSync(at(data), gunzipSync(readFileSync(former)));
  writeFileSync(join(data, 'second-step.key'), 'A'.repeat(43), { mode: 0o600 });
  const db = await openDatabase({ url: at(data) });
  await writeRandomRegister(db, seed, projects);
  await db.close();
  return data;
}

describe.skipIf(createEmptyDatabase === undefined)('a store can be moved', () => {
  const createDatabase = createEmptyDatabase ?? (() => Promise.reject(new Error('no PostgreSQL')));

  test('to PostgreSQL and back with every row of every table, and its history is whole', async () => {
    const seed = 1;
    const data = await makeStore(seed);
    const before = await readAllRows(at(data));
    const postgres = await createDatabase();
    const back = newFolder();

    const there = await runCommand(['move', '--to', postgres.url], { HEADWAY_DATA: data });
    expect([there.code, there.out]).toEqual([0, expect.stringContaining('Moved: ')]);
    expect(await readAllRows(postgres.url)).toEqual(before);
    expect(await readAllRows(at(data))).toEqual(before);

    const env = onPostgres(postgres.url, data);
    expect(await runCommand(['move', '--to', back], env)).toMatchObject({ code: 0 });
    expect(await readAllRows(at(back))).toEqual(before);
    expect(await readAllRows(postgres.url)).toEqual(before);
    // the key opens the sealed secrets of the store
    expect(readdirSync(back).toSorted()).toEqual(['headway.db', 'second-step.key']);

    for (const store of [{ HEADWAY_DATA: data }, env, { HEADWAY_DATA: back }]) {
      const verified = await runCommand(['verify'], store);
      expect([verified.code, verified.out]).toEqual([
        0,
        expect.stringMatching(
          /Whole: \d+ revisions[\s\S]*Audit whole: 5\d events[\s\S]*Files whole: 3/,
        ),
      ]);
    }
    // a moved store continues to work: its references and keys are those of a store that was made
    // there
    const db = await openDatabase({ url: postgres.url });
    await expect(
      db.write((trx) =>
        trx.insertInto('shared_link_figures').values({ link: 'none', figures: '' }).execute(),
      ),
    ).rejects.toMatchObject({ code: '23503' });
    await writeRandomRegister(db, seed + 10, 3);
    await db.close();
    expect((await runCommand(['verify'], env)).code).toBe(0);
    await postgres.drop();
  });

  test('only into an empty one, and the refusal explains the remedy', async () => {
    const data = await makeStore(3, 5);
    const fullStore = await makeStore(4, 5);
    const postgres = await createDatabase();
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('create table other (a int)');
    await client.end();
    const run = (to: string, env = { HEADWAY_DATA: data }) => runCommand(['move', '--to', to], env);
    const refusals = [
      [await run(fullStore), 'is there: move it away, or name an empty folder'],
      [await run(data), 'is there: move it away, or name an empty folder'],
      [await run(postgres.url), 'holds the table other. Name an empty one'],
      [await run('postgres://nowhere'), 'write postgres://user:password@host:5432/database'],
      [await run(newFolder(), { HEADWAY_DATA: newFolder() }), 'There is no store in'],
      [await runCommand(['move'], { HEADWAY_DATA: data }), 'Write move --to'],
    ] as const;
    for (const [{ code, err, out }, what] of refusals)
      expect([code, err, out]).toEqual([2, expect.stringContaining(what), '']);
    const other = newFolder();
    expect((await run(other)).code).toBe(0);
    writeFileSync(join(other, 'second-step.key'), 'another');
    rmSync(at(other));
    expect(await run(other)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is the key of another store'),
    });
    await postgres.drop();
  });

  test('not while a server runs on it, and no server starts while it is moved', async () => {
    const data = await makeStore(5, 5);
    const postgres = await createDatabase();
    const filled = await createDatabase();
    await runCommand(['move', '--to', filled.url], { HEADWAY_DATA: data });
    for (const env of [{ HEADWAY_DATA: data }, onPostgres(filled.url, data)]) {
      const server = await startServer({ data, env });
      const refusal = await runCommand(['move', '--to', postgres.url], env);
      expect([refusal.code, refusal.err]).toEqual([2, expect.stringContaining('is in use. Stop')]);
      await server.stop();
    }
    const client = new pg.Client({ connectionString: filled.url });
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [serverLock]);
    await expect(startServer({ data, env: onPostgres(filled.url, data) })).rejects.toThrow(
      'This store is being moved',
    );
    await client.end();
    await Promise.all([postgres.drop(), filled.drop()]);
  });
});

test('a store with a damaged history is moved unchanged, and the command reports it', async () => {
  const data = await makeStore(6, 5);
  const store = new DatabaseSync(at(data));
  store.exec("update revision set reason = 'forged' where id = 2");
  store.close();
  const other = newFolder();
  const moved = await runCommand(['move', '--to', other], { HEADWAY_DATA: data });
  expect([moved.code, moved.err]).toEqual([4, expect.stringContaining('as before the move')]);
  expect(await readAllRows(at(other))).toEqual(await readAllRows(at(data)));
});

test('a store of an older version is first brought up to date', async () => {
  const data = mkdtempSync(join(temp, 'former-'));
  const former = join(import.meta.dirname, '../../fixtures/store-of-rules-1.db.gz');
  writeFileSync(at(data), gunzipSync(readFileSync(former)));
  const other = newFolder();
  const move = () => runCommand(['move', '--to', other], { HEADWAY_DATA: data });
  expect(await move()).toMatchObject({
    code: 2,
    err: expect.stringContaining('Run headway verify on it once'),
  });
  expect((await runCommand(['verify'], { HEADWAY_DATA: data })).code).toBe(0);
  expect((await move()).code).toBe(0);
});
