import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import { writeHistory } from '../../reliability/faults/tamper.ts';
import { type Ran, runCommand } from '../../setup/processes/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-verify-'));
const path = join(folder, 'headway.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `headway verify` to its end. */
const verify = (...args: readonly string[]): Promise<Ran> =>
  runCommand(['verify', ...args], { HEADWAY_DATA: folder });

test('verify reports that the history is intact, names an altered revision, and sets its exit code', async () => {
  const db = await openDatabase({ url: path });
  await writeHistory(db);
  await db.close();
  const whole = await verify('--json');
  const report = JSON.parse(whole.out) as { readonly head: string };
  expect([whole.code, report]).toEqual([
    0,
    {
      whole: true,
      revisions: 8,
      head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      audit: { whole: true, events: 0, head: '0'.repeat(64) },
      files: { whole: true, files: 0 },
      search: { whole: true, texts: expect.any(Number) as number },
    },
  ]);
  expect((await verify('--head', report.head)).out).toContain('that of revision 8');
  expect((await verify('--head', 'f00')).code).toBe(2);
  expect(await verify('--json', '--head', 'f'.repeat(64))).toMatchObject({
    code: 4,
    out: expect.stringContaining('"anchor"') as string,
  });
  const behind = new DatabaseSync(path);
  behind.exec("update revision set author = 'somebody' where id = 3");
  behind.close();
  expect(await verify()).toMatchObject({
    code: 4,
    out: expect.stringContaining('Revision 3 differs from its record') as string,
  });
});
