import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { user } from '#server/commands/user.ts';
import { openDatabase } from '#server/db/open.ts';
import { listEvents } from '#server/store/audit.ts';
import { plainPasswords, TestBrowser } from '../setup/accounts.ts';
import { openApi } from '../setup/api.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-user-'));
const database = join(folder, 'headway.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; its exit code and what it printed. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const said: string[] = [];
  const note = (...words: unknown[]) => void said.push(words.join(' '));
  vi.spyOn(console, 'log').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  const at = args.indexOf('--role');
  const [rest, role] = at < 0 ? [args, undefined] : [args.slice(0, at), args[at + 1]];
  const code = await user({ port: 0, host: '127.0.0.1', loopback: true, data: folder, database, hosts: [] }, rest, role);
  return { code, out: said.join('\n') };
}
const secretIn = (out: string): string => /\/join#([\w-]{43})/.exec(out)?.[1] ?? '';

test('an operator who is locked out adds an admin, gives a new password, and disables people; the audit says so', async () => {
  const added = await run('add', 'root@x.org', '--role', 'admin');
  expect(added.code).toBe(0);
  const db = await openDatabase({ url: database });
  const api = await openApi({ name: 'sqlite', open: async () => ({ db, close: () => db.close() }) }, { passwords: plainPasswords });
  const join = (secret: string, name?: string) =>
    new TestBrowser(api).send('POST', '/api/v1/invitations/accept', {
      secret,
      ...(name === undefined ? {} : { name }),
      password: 'two moons over a quiet harbour',
    });
  expect((await join(secretIn(added.out), 'Root')).status).toBe(200);
  expect(await run('list')).toEqual({ code: 0, out: 'root@x.org\tRoot\tadmin\tactive' });
  expect((await run('add', 'root@x.org', '--role', 'viewer')).code).toBe(1);
  expect((await run('disable', 'root@x.org')).code).toBe(1);
  const reset = await run('reset', 'root@x.org');
  expect((await join(secretIn(reset.out))).status).toBe(200);
  await join(secretIn((await run('add', 'bo', '--role', 'viewer')).out), 'Bo');
  expect((await run('disable', 'bo')).out).toBe('bo is disabled.');
  expect((await new TestBrowser(api).signIn('bo', 'two moons over a quiet harbour')).status).toBe(401);
  expect((await run('enable', 'bo')).code).toBe(0);
  expect((await run('reset', 'nobody')).code).toBe(1);
  const kinds = (await listEvents(db, { limit: 20 })).filter(({ actor }) => actor === 'local').map(({ kind }) => kind);
  expect(kinds).toEqual(['enabled', 'disabled', 'invited', 'password_asked', 'invited']);
  await api.close();
});

test.each([
  [[]],
  [['add', 'x y', '--role', 'admin']],
  [['add', 'x']],
  [['add', 'bo', '--role', 'god']],
  [['list', 'x']],
  [['reset']],
  [['delete', 'bo']],
])('%j is explained and changes nothing', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, out: expect.stringContaining('user list, user add') as string });
});
