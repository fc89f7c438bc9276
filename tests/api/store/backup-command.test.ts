import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openReader } from '#server/db/open-existing.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { recordEvent } from '#server/audit/store.ts';
import { writeHistory } from '../../reliability/faults/tamper.ts';
import { type Ran, runCommand } from '../../setup/processes/command.ts';

const temp = mkdtempSync(join(tmpdir(), 'headway-backup-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));
const data = join(temp, 'data');

/** Runs the command to its end, on this data folder. */
const headway = (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> => runCommand(args, { HEADWAY_DATA: folder, ...env });
/** Every row of every table. */
async function allRows(path: string): Promise<Record<string, unknown[]>> {
  const reader = openReader({ url: path });
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(
    reader,
  );
  const rowsByTable: Record<string, unknown[]> = {};
  for (const { name } of tables)
    rowsByTable[name] = (await sql<unknown>`select * from ${sql.table(name)}`.execute(reader)).rows;
  await reader.destroy();
  return rowsByTable;
}

test('a backup made during a write restores every row into an empty folder', async () => {
  const db = await openDatabase({ url: join(data, 'headway.db') });
  await writeHistory(db);
  writeFileSync(join(data, 'second-step.key'), 'secret', { mode: 0o600 });
  let writing = true;
  const writer = (async () => {
    while (writing)
      await db.write((trx) =>
        recordEvent(trx, {
          at: '2021-05-10T08:00:00Z',
          actor: { name: 'local' },
          kind: 'key_turned',
        }),
      );
  })();
  const response = await headway(data, ['backup', join(temp, 'backups')]);
  writing = false;
  await writer;
  await db.close();
  expect([response.code, response.err]).toEqual([0, '']);
  const folder = response.out;
  expect(readdirSync(join(temp, 'backups')).map((name) => join(temp, 'backups', name))).toEqual([
    folder,
  ]);
  expect(statSync(folder).mode & 0o077).toBe(0);
  // a stolen copy opens no secret of a second factor
  expect(readdirSync(folder).sort()).toEqual(['headway.db', 'manifest.json']);
  const before = await allRows(join(folder, 'headway.db'));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    rows: Record<string, number>;
  };
  expect(manifest.rows).toEqual(
    Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])),
  );
  expect(manifest.rows['revision']).toBe(8);
  expect(manifest.rows['audit_event']).toBeGreaterThan(0);

  const empty = join(temp, 'restored');
  expect(await headway(empty, ['restore', folder])).toMatchObject({ code: 0, err: '' });
  const { store_epoch: epoch, ...restored } = await allRows(join(empty, 'headway.db'));
  const { store_epoch: earlier, ...kept } = before;
  expect(restored).toEqual(kept);
  // versions seen before the restore differ from those made after it
  expect([epoch?.length, earlier?.length]).toEqual([1, 1]);
  expect(epoch).not.toEqual(earlier);
  expect(await headway(empty, ['verify'])).toMatchObject({ code: 0 });

  const again = await headway(empty, ['restore', folder]);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there: move it away')]);
});

test('a backup with one flipped byte, or without its manifest, is refused and leaves the folder empty', async () => {
  const folder = readdirSync(join(temp, 'backups'))[0] ?? '';
  const altered = join(temp, 'altered');
  cpSync(join(temp, 'backups', folder), altered, { recursive: true });
  const store = readFileSync(join(altered, 'headway.db'));
  const at = Math.floor(store.length / 2);
  store[at] = (store[at] ?? 0) ^ 1;
  writeFileSync(join(altered, 'headway.db'), store);
  const empty = join(temp, 'still-empty');
  expect(await headway(empty, ['restore', altered])).toMatchObject({
    code: 4,
    err: expect.stringContaining('differs from the file that was backed up') as string,
  });
  rmSync(join(altered, 'manifest.json'));
  expect(await headway(empty, ['restore', altered])).toMatchObject({
    code: 4,
    err: expect.stringContaining('is not a backup') as string,
  });
  expect(existsSync(empty)).toBe(false);
});

test('a broken history is backed up and reported', async () => {
  const brokenFolder = join(temp, 'broken');
  const db = await openDatabase({ url: join(brokenFolder, 'headway.db') });
  await writeHistory(db);
  await db.write((trx) => sql`update revision set author = 'somebody' where id = 3`.execute(trx));
  await db.close();
  const response = await headway(brokenFolder, ['backup', join(temp, 'of-broken')]);
  expect([response.code, response.err]).toEqual([4, expect.stringContaining('fails verification')]);
  expect(existsSync(join(response.out, 'headway.db'))).toBe(true);
});

test('wrong use is explained: no store, no folder, a store in PostgreSQL', async () => {
  expect(await headway(join(temp, 'nothing'), ['backup', temp])).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no store') as string,
  });
  expect(await headway(data, ['backup'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Write backup FOLDER') as string,
  });
  const elsewhere = { DATABASE_URL: 'postgres://headway@127.0.0.1:1/headway' };
  expect(await headway(data, ['backup', temp], elsewhere)).toMatchObject({
    code: 2,
    err: expect.stringContaining('pg_dump') as string,
  });
});

test('no command makes a new store beside the part of a restore', async () => {
  const folder = join(temp, 'interrupted');
  mkdirSync(join(folder, 'restoring'), { recursive: true });
  for (const args of [['verify'], ['serve'], ['import', 'register.csv', '--yes']]) {
    const ran = await headway(folder, args);
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringMatching(/restore has not ended.*again/i),
    ]);
    expect(existsSync(join(folder, 'headway.db'))).toBe(false);
  }
  const [backup = ''] = readdirSync(join(temp, 'backups'));
  const again = await headway(folder, ['restore', join(temp, 'backups', backup)]);
  expect([again.code, existsSync(join(folder, 'restoring'))]).toEqual([0, false]);
});
