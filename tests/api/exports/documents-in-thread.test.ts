import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp, type App } from '#server/app/app.ts';
import type { Db } from '#server/db/db.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { createDocuments, type Documents } from '#server/exports/pack/write-document.ts';
import { openNodeTools } from '#server/exports/workers/archive-tools.ts';
import { documentThreads } from '#server/exports/workers/document-threads.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';

const address = '/api/v1/documents';
const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());

const openApiOn = (db: Db, documents: Documents): App =>
  createApp({
    db,
    importer: createImporter(inProcess),
    clock: () => new Date('2021-05-10T08:00:00Z'),
    config: { loopback: true, hosts: [], version: 'test' },
    documents,
  });

describe('a document in a thread of its own', () => {
  it('has the bytes of the calling thread, and ends when its reader leaves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headway-documents-'));
    const url = join(folder, 'headway.db');
    const db = await openDatabase({ url });
    await fillSample(db, 'sample');
    const documents = documentThreads(url, folder);
    const ownThread = createDocuments(db, () => openNodeTools(folder));
    const [threaded, direct] = [openApiOn(db, documents), openApiOn(db, ownThread)];
    try {
      const query = `${address}/pack.zip?period=2021Q1&lang=en`;
      const [one, other] = [threaded, direct].map((app) =>
        app.fetch(new Request(`http://localhost:4280${query}`)),
      );
      const [bytes, same] = [
        await bytesOf((await one) as Response),
        await bytesOf((await other) as Response),
      ];
      expect([bytes.length > 10_000, Buffer.compare(bytes, same)]).toEqual([true, 0]);
      for (let i = 0; i < 2; i += 1) {
        const left = await threaded.fetch(new Request(`http://localhost:4280${query}`));
        await left.body?.cancel();
      }
      // two at once: if the others had not ended, this one would never run
      const after = await threaded.fetch(
        new Request(`http://localhost:4280${address}/projects.csv`),
      );
      expect((await bytesOf(after)).length).toBeGreaterThan(1000);
    } finally {
      await documents.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
