// Builds the service worker into the folder of the client, and the page without data that it sends.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLaterFiles } from './client/later-files.mjs';
import { root } from './toolchain.mjs';

const client = join(root, 'dist/client');

/** Makes the id of the client that the worker belongs to. It changes with any file of the client. */
const makeBuildId = (manifest) => createHash('sha256').update(manifest).digest('hex').slice(0, 12);

/** Builds the worker. The client has to be built before. */
export async function buildWorker() {
  const { build } = await import('vite');
  const manifest = readFileSync(join(client, '.vite/manifest.json'), 'utf8');
  copyFileSync(join(client, 'index.html'), join(client, 'offline.html'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      'import.meta.env.VITE_BUILD': JSON.stringify(makeBuildId(manifest)),
      'import.meta.env.VITE_LATER_FILES': JSON.stringify(listLaterFiles(JSON.parse(manifest))),
    },
    build: {
      target: 'es2023',
      outDir: client,
      emptyOutDir: false,
      rolldownOptions: {
        input: { offline: join(root, 'src/web/offline/worker.ts') },
        // a classic script, since not every browser runs a module as a service worker
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  });
}
