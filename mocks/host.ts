import { createApp } from '#server/app/app.ts';
import type { DrawRequest } from '#server/core/deps.ts';
import { localManager } from '#server/accounts/sessions/one-time-key.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { loadImage, saveImage } from './snapshot.ts';
import { openWasmStore } from './store.ts';

type Draw = (form: 'svg' | 'png', request: DrawRequest) => Promise<Uint8Array>;

/** Opens the API app on SQLite in this browser. Each write is saved before the response. */
export async function openHost(
  draw: Draw,
): Promise<{ answer(request: Request): Promise<Response> }> {
  const store = await openWasmStore(await loadImage());
  if ((await currentRevision(store.db)) === 0) await fillSample(store.db, 'sample');
  const app = createApp({
    db: store.db,
    importer: createImporter(inProcess),
    clock: () => new Date(),
    config: { loopback: true, hosts: [], version: 'demo' },
    // Charts use the reader's fonts. Nobody knows which characters those lack.
    drawing: {
      svg: async (request) => ({
        content: new TextDecoder().decode(await draw('svg', request)),
        missing: [],
      }),
      png: async (request) => ({ content: await draw('png', request), missing: [] }),
    },
  });
  /** Saves one image at a time, in order. A failure does not stop later saves. */
  let saving: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    saving = saving
      .catch(() => undefined)
      .then(async () => {
        const image = await store.changedImage();
        if (image !== undefined) await saveImage(image);
      });
    return saving;
  };
  await save();
  return {
    async answer(request) {
      const response = await app.fetch(request, { principal: localManager });
      await save();
      return response;
    },
  };
}
