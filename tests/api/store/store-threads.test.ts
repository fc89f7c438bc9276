import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentRevision } from '#server/db/revision-log.ts';
import { openDatabase } from '#server/storage/node-store.ts';

let folder = '';
let threadCount = 0;
const countThread = (): void => void (threadCount += 1);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headway-threads-'));
  threadCount = 0;
  subscribe('worker_threads', countThread);
});
afterEach(() => {
  unsubscribe('worker_threads', countThread);
  rmSync(folder, { recursive: true, force: true });
});

// A thread takes about 10 MB. Seen to fail: the start read its statistics and frozen links on a
// thread of the long reads.
test('a store opens with a thread for changes and one for short reads', async () => {
  const url = join(folder, 'headway.db');
  const db = await openDatabase({ url });
  expect(await currentRevision(db.short)).toBe(0);
  expect(threadCount).toBe(2);
  await currentRevision(db);
  expect(threadCount).toBe(3);
  await db.close();
});
