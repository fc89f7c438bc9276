import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { token, type TokenOptions } from '#server/cli/token.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { listAuditLog } from '#server/audit/log-store.ts';
import { firstAdmin, invitePerson, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-token-'));
const database = join(folder, 'headway.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; its exit code, and what it printed on each stream. */
async function run(args: readonly string[], options: TokenOptions = {}) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation(
    (...words: unknown[]) => void out.push(words.join(' ')),
  );
  vi.spyOn(console, 'error').mockImplementation(
    (...words: unknown[]) => void err.push(words.join(' ')),
  );
  const code = await token(
    { port: 0, host: '127.0.0.1', loopback: true, data: folder, database, hosts: [] },
    args,
    options,
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('an operator makes a token whose secret is on the output only, lists it and ends it; a script uses it in between', async () => {
  const db = await openDatabase({ url: database });
  const api = await openApi(
    { name: 'sqlite', open: async () => ({ db, close: () => db.close() }) },
    { passwords: plainPasswords },
  );
  const ada = await firstAdmin(api);
  await invitePerson(api, ada, 'bo@x.org', 'viewer');
  const response = await run(['make', 'ada@example.org', 'nightly'], {
    role: 'manager',
    days: '365',
  });
  expect(response).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^hwt_[\w-]{49}$/) as string,
  });
  const listed = await run(['list']);
  const [id = '', name, role] = listed.out.split('\t');
  expect([name, role]).toEqual(['Ada (nightly)', 'manager']);
  expect(await run(['make', 'bo@x.org', 'more'], { role: 'manager' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('viewer') as string,
  });
  expect((await run(['make', 'nobody', 'x'])).code).toBe(1);
  expect(await run(['end', id])).toMatchObject({ code: 0, out: 'Ada (nightly) has ended.' });
  expect((await run(['end', id])).code).toBe(1);
  const events = (await listAuditLog(db, { limit: 2, has_changes: false })).items.map(
    ({ kind, actor, object }) => [kind, actor, object],
  );
  expect(events).toEqual([
    ['token_ended', 'local', 'Ada (nightly)'],
    ['token_made', 'local', 'Ada (nightly)'],
  ]);
  await api.close();
});

test.each([
  [[], {}],
  [['make', 'ada'], {}],
  [['make', 'ada', ' x'], {}],
  [['make', 'ada', 'x'], { role: 'admin' }],
  [['make', 'ada', 'x'], { days: '366' }],
  [['make', 'ada', 'x'], { days: '1e2' }],
  [['end'], {}],
  [['list', 'x'], {}],
] as const)('%j with %j is explained and changes nothing', async (args, options) => {
  expect(await run(args, options)).toMatchObject({
    code: 2,
    err: expect.stringContaining('token list, token make') as string,
  });
});
