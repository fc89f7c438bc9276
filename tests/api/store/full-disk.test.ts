// Seen to fail: without StoreTrouble, a full disk and a damaged store were answered as a store that
// is away, and as an error of the server.
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOn } from '#server/storage/open-store.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { runCommand } from '../../setup/processes/command.ts';

interface Problem {
  readonly code: string;
  readonly status?: string;
  readonly trouble?: string;
}
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headway-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const addProject = (api: TestApi, code: string) =>
  api.send('POST', '/api/v1/projects', {
    body: { code, stage: 'lead', facts: { name: code, remark: 'x'.repeat(1000) } },
  });
const read = async (response: Response): Promise<Problem> => (await response.json()) as Problem;

test('a full disk has its own answer, makes health degraded, and is forgotten with the next stored change', async () => {
  const sqlite = openSqlite(join(folder, 'full.sqlite'));
  const db = await openOn({
    engine: 'sqlite',
    durability: 'test',
    writer: portDialect(async () => [sqlite]),
  });
  const api = await openApi({
    name: 'sqlite',
    open: async () => ({ db, close: () => db.close() }),
  });
  const pages = sqlite.exec('pragma page_count', []).rows[0]?.['page_count'];
  sqlite.exec(`pragma max_page_count = ${pages}`, []);
  let lastResponse = await addProject(api, 'A-1');
  for (let n = 2; n < 50 && lastResponse.status === 201; n += 1)
    lastResponse = await addProject(api, `A-${n}`);
  expect([lastResponse.status, (await read(lastResponse)).code]).toEqual([507, 'store_full']);
  const health = async () => {
    const response = await api.send('GET', '/api/v1/health');
    return [response.status, await read(response)];
  };
  expect(await health()).toMatchObject([200, { status: 'degraded', trouble: 'full' }]);
  expect((await api.send('GET', '/api/v1/overview')).status).toBe(200);
  sqlite.exec('pragma max_page_count = 1000000', []);
  expect((await addProject(api, 'B-1')).status).toBe(201);
  expect(await health()).toMatchObject([200, { status: 'ok' }]);
  await api.close();
});

/** A store of the sample in the folder; its path. */
async function makeStore(): Promise<string> {
  const path = join(folder, 'headway.db');
  const api = await openApi({
    name: 'sqlite',
    open: async () => {
      const db = await openDatabase({ url: path });
      return { db, close: () => db.close() };
    },
  });
  await api.close();
  return path;
}

// Seen to fail: with the message of SQLite alone, which names no next step.
test.each(['revision', 'project_version'])(
  'a command that meets a damaged page of %s advises to restore a backup',
  async (table) => {
    const path = await makeStore();
    const store = new DatabaseSync(path, { readOnly: true });
    const root = Number(
      store.prepare('select rootpage from sqlite_schema where name = ?').get(table)?.['rootpage'],
    );
    store.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(64, 0xff), 0, 64, (root - 1) * 4096);
    closeSync(file);
    const verified = await runCommand(['verify'], { HEADWAY_DATA: folder });
    expect([verified.code, verified.err]).toEqual([
      1,
      expect.stringMatching(/damaged.*malformed.*restore FOLDER/is),
    ]);
  },
);

test('a damaged store advises to restore a backup, in answers and at the start', async () => {
  const path = await makeStore();
  const size = statSync(path).size;
  const file = openSync(path, 'r+');
  for (let at = 4096 * 3; at < size; at += 4096) writeSync(file, Buffer.alloc(64, 0xff), 0, 64, at);
  const db = await openDatabase({ url: path }).catch((error: unknown) => error);
  expect(db instanceof Error ? db.message : 'it opened').toMatch(/damaged.*restore/is);
  writeSync(
    file,
    Buffer.from('no store at all, but a text of some length that is no header'),
    0,
    60,
    0,
  );
  await expect(openDatabase({ url: path })).rejects.toThrow(/not a database.*restore/is);
});
