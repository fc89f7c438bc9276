import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { digest, type DigestOptions } from '#server/cli/digest.ts';
import { readSettings } from '#server/cli/settings.ts';
import { fillSample } from '#server/samples/service.ts';
import { startDigests } from '#server/reminders/digest-scheduler.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { firstAdmin } from '../../setup/api/accounts.ts';
import { addWebhook, openReminderApi } from '../../setup/api/reminders.ts';
import { openHookSink } from '../../setup/api/sinks.ts';
import { engines } from '../../setup/api/stores.ts';

const data = mkdtempSync(join(tmpdir(), 'headway-digest-'));
const database = join(data, 'headway.db');
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Runs the command; its exit code and what it printed. */
async function run(options: DigestOptions, args: readonly string[] = []) {
  const lines: string[] = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation(
      (...words: unknown[]) => void lines.push(words.join(' ')),
    );
  const settings = { port: 0, host: '127.0.0.1', loopback: true, data, database, hosts: [] };
  return { code: await digest(settings, args, options), said: lines.join('\n') };
}

test('an operator prints a digest for a role and language, and sends the digests that are due', async () => {
  expect(await run({ 'dry-run': true })).toMatchObject({ code: 1 });
  const db = await openDatabase({ url: database });
  await fillSample(db, 'sample');
  await db.close();
  const printed = await run({ 'dry-run': true, form: 'monthly', role: 'analyst', lang: 'ja' });
  expect(printed.code).toBe(0);
  for (const words of ['定期まとめメール（月次', '期間中の変更', '要対応'])
    expect(printed.said).toContain(words);
  expect(await run({ now: true })).toEqual({ code: 0, said: 'No digest is due.' });
});

test.each([
  {},
  { now: true, 'dry-run': true },
  { 'dry-run': true, form: 'daily' },
  { 'dry-run': true, role: 'owner' },
  { 'dry-run': true, lang: 'fr' },
])('%j is explained and sends nothing', async (options) => {
  expect(await run(options)).toMatchObject({
    code: 2,
    said: expect.stringContaining('digest --now') as string,
  });
});

test('private targets are networks, and a wrong one is named before anything starts', () => {
  const read = (HEADWAY_PRIVATE_TARGETS: string) =>
    readSettings({ HEADWAY_DATA: data, HEADWAY_PRIVATE_TARGETS });
  expect(read('10.1.2.0/24, fd00::5')).toMatchObject({
    settings: {
      privateTargets: [
        ['10.1.2.0', 24],
        ['fd00::5', 128],
      ],
    },
  });
  expect(read('10.1.2.0/24,relay.internal')).toMatchObject({
    faults: [expect.stringContaining('HEADWAY_PRIVATE_TARGETS: "relay.internal"')],
  });
});

test('the scheduler sends due digests without a command, and stops after the message that is being sent', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('no engine');
  const hook = await openHookSink();
  const api = await openReminderApi(engine);
  const admin = await firstAdmin(api);
  await addWebhook(admin, hook.address);
  api.clock.wait(15 + 8 * 60);
  const stop = startDigests(api.deps, 10);
  await expect.poll(() => hook.posts.length).toBe(1);
  await stop();
  api.clock.wait(7 * 24 * 60);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(hook.posts).toHaveLength(1);
  await api.close();
  await hook.close();
});
