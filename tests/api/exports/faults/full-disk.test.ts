// A document whose parts have no place fails as a whole, with a reason, and leaves nothing behind.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '#server/app/app.ts';
import { listen, serverFor } from '#server/cli/server/listen.ts';
import type { LogEntry } from '#server/core/deps.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { documentThreads } from '#server/exports/workers/document-threads.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { record } from '../../../setup/api/store-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-full-'));
const disk = join(folder, 'disk');
const url = join(folder, 'headway.db');
/**
 * Projects whose texts no compression shortens, so that their sheets exceed the disk. The first
 * half has none, since a document sends its first bytes before it fills the disk.
 */
const [projects, textBytes, diskBytes] = [6000, 1500, 3_400_000];
const randomText = (): string => randomBytes(textBytes).toString('base64');

/** Mounts a disk of a few megabytes. @returns whether this process may */
function mountDisk(): boolean {
  mkdirSync(disk);
  try {
    const options = `size=${diskBytes}`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'headway', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const isMounted = mountDisk();
let db: Db;
beforeAll(async () => {
  db = await openDatabase({ url });
  await fillSample(db, 'sample');
  await writeRevision(
    db,
    { author: 'a', kind: 'import', reason: '', origin: 'sample' },
    (trx, at) =>
      putProjects(
        trx,
        at,
        Array.from({ length: projects }, (_, i) => ({
          ...record(`P${10_000 + i}`, i < projects / 2 ? {} : { progress_text: randomText() }),
          origin: 'sample' as const,
        })),
      ),
  );
}, 60_000);
afterAll(async () => {
  await db.close();
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** Serves the register, with the parts of documents in a folder. */
async function serve<T>(
  parts: string,
  work: (address: string, log: readonly LogEntry[]) => Promise<T>,
): Promise<T> {
  const documents = documentThreads(url, parts);
  const log: LogEntry[] = [];
  const app = createApp({
    db,
    documents,
    importer: createImporter(inProcess),
    clock: () => new Date('2021-05-10T08:00:00Z'),
    config: { loopback: true, hosts: [], version: 'test' },
    log: (entry) => log.push(entry),
  });
  const server = serverFor(app);
  const port = await listen(server, '127.0.0.1', 0);
  try {
    return await work(`http://127.0.0.1:${port}/api/v1/documents`, log);
  } finally {
    app.close();
    server.closeAllConnections();
    server.close();
    await documents.close();
  }
}
/** Lists the files without a name that this process has open. Linux only. */
const openParts = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.includes('.document-') ? [path] : [];
    } catch {
      return [];
    }
  });
const expectNothingLeft = async (parts: string): Promise<void> => {
  expect(readdirSync(parts).filter((name) => name.startsWith('.document-'))).toEqual([]);
  if (process.platform === 'linux') await expect.poll(openParts).toEqual([]);
};

describe('parts of documents that wait for their turn', () => {
  it.each(['workbook.xlsx', 'pack.zip'])(
    'in a folder without rights: %s is a problem with a reason, and the log names the folder',
    async (file) => {
      const readOnly = process.getuid?.() === 0 ? '/sys/kernel' : join(folder, 'read-only');
      if (process.getuid?.() !== 0) mkdirSync(readOnly, { mode: 0o500, recursive: true });
      await serve(readOnly, async (address, log) => {
        const response = await fetch(`${address}/${file}`);
        expect(response.status).toBe(507);
        expect(await response.json()).toMatchObject({
          code: 'export_failed',
          detail:
            'The server has no place for the parts of this file: this user has no right to write there. Tell its operator, or request fewer projects.',
        });
        expect(log.at(-1)?.error).toContain(`cannot be written in ${readOnly}`);
      });
    },
  );

  it.skipIf(!isMounted)('on a disk that fills meanwhile: the download breaks off', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    await serve(disk, async (address) => {
      const response = await fetch(`${address}/workbook.xlsx`);
      expect(response.status).toBe(200);
      await expect(response.arrayBuffer()).rejects.toThrow();
      expect(log.mock.calls.flat().map(String)).toEqual([
        `SpoolError: Parts of a document cannot be written in ${disk}: the disk is full.`,
      ]);
      await expectNothingLeft(disk);
      // the disk is free again, and other documents do not need it
      const csv = await fetch(`${address}/projects.csv`);
      expect((await csv.text()).split('\r\n').length).toBeGreaterThan(projects);
    });
  });

  it('of a reader who leaves: their files are closed', async () => {
    await serve(folder, async (address) => {
      const leaving = new AbortController();
      const response = await fetch(`${address}/workbook.xlsx`, { signal: leaving.signal });
      await response.body?.getReader().read();
      if (process.platform === 'linux') await expect.poll(openParts).not.toEqual([]);
      leaving.abort();
      await expectNothingLeft(folder);
    });
  });
});
