// Seen to fail: without resealTotp in cli/rotate-key.ts, and without the check whether the new key
// already opens a secret.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { rotateKey } from '#server/cli/rotate-key.ts';
import { parseSealingKey, sealingKeyFile } from '#server/cli/security/sealing-key.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import type { Settings } from '#server/cli/settings.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { listAuditLog } from '#server/audit/log-store.ts';
import { firstAdmin, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { codeAt, withTotp } from '../../setup/api/sign-in/second-factor.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = Date.parse('2021-05-10T08:00:00Z');

/** A store with a person who has an app, and whether its codes are accepted under a key. */
async function withApp(name: string, appKey?: Uint8Array) {
  const data = join(folder, name);
  const key = appKey ?? sealingKeyFile(data);
  const database = join(data, 'headway.db');
  const open = (sealing: Uint8Array) =>
    openApi(
      {
        name: 'sqlite',
        open: async () => {
          const db = await openDatabase({ url: database });
          return { db, close: () => db.close() };
        },
      },
      {
        passwords: plainPasswords,
        secondFactor: createSecondFactorTools(sealing),
        clock: () => new Date(now),
      },
    );
  const api = await open(key);
  const { secret } = await withTotp(await firstAdmin(api), now);
  await api.close();
  const settings: Settings = {
    port: 0,
    host: '127.0.0.1',
    loopback: true,
    data,
    database,
    hosts: [],
    ...(appKey && { sealingKey: appKey }),
  };
  /** `away`: each code works once. */
  const letsIn = async (sealing: Uint8Array, away: number): Promise<boolean> => {
    const again = await open(sealing);
    const ada = new TestBrowser(again);
    await ada.signIn('ada@example.org');
    const { status } = await ada.send('POST', '/api/v1/sign-in/code', {
      code: codeAt(secret, now, away),
    });
    await again.close();
    return status === 200;
  };
  return { data, key, settings, letsIn };
}
async function turn(
  settings: Settings,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const note = (...words: unknown[]) => void lines.push(words.join(' '));
  vi.spyOn(console, 'log').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  return { code: await rotateKey(settings, args), out: lines.join('\n') };
}

test('after a key rotation codes work under the new key and not under the old one, and the audit log records it', async () => {
  const { data, key, settings, letsIn } = await withApp('file');
  expect(await turn(settings, 'turn')).toMatchObject({
    code: 0,
    out: expect.stringContaining('new key: 1') as string,
  });
  const fresh = sealingKeyFile(data);
  expect(Buffer.from(fresh).equals(key)).toBe(false);
  expect(existsSync(join(data, 'second-step.key.next'))).toBe(false);
  expect([await letsIn(key, 0), await letsIn(fresh, 0)]).toEqual([false, true]);
  const db = await openDatabase({ url: settings.database });
  expect(
    (await listAuditLog(db, { limit: 5, has_changes: false })).items.map(({ kind }) => kind),
  ).toContain('key_turned');
  await db.close();
});

test('an interrupted key rotation continues with the same new key', async () => {
  const { data, key, settings, letsIn } = await withApp('broken');
  await turn(settings, 'turn');
  const fresh = sealingKeyFile(data);
  // as if it had ended before the new key replaced the old one
  writeFileSync(join(data, 'second-step.key.next'), Buffer.from(fresh).toString('base64url'));
  writeFileSync(join(data, 'second-step.key'), Buffer.from(key).toString('base64url'));
  expect(await turn(settings, 'turn')).toMatchObject({
    code: 0,
    out: expect.not.stringContaining('neither') as string,
  });
  expect(Buffer.from(sealingKeyFile(data)).equals(fresh)).toBe(true);
  expect(await letsIn(fresh, 0)).toBe(true);
});

test('a key of HEADWAY_KEY stays: the new one is written to a file that is named; any other argument is explained', async () => {
  const { data, settings, letsIn } = await withApp('setting', new Uint8Array(32).fill(9));
  const { code, out } = await turn(settings, 'turn');
  const path = join(data, 'second-step.key.next');
  expect([code, out.includes(path)]).toEqual([0, true]);
  expect(await letsIn(parseSealingKey(readFileSync(path, 'utf8')) ?? new Uint8Array(), 0)).toBe(
    true,
  );
  expect(await turn(settings, 'over')).toEqual({ code: 2, out: 'Write key turn.' });
});
