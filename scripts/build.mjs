// npm run build: makes dist/client (the application, the pages of links, requests and sign-in, and
// the service worker), dist/render (renders the first view), dist/draw (draws charts) and
// dist/server.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { nameCommonFiles } from './client/common-files.mjs';
import { ensureServerBuilt } from './server-build.mjs';
import { buildWorker } from './worker-build.mjs';
import { ensureInstalled, node, root, run, say } from './toolchain.mjs';

/** Builds the client twice: the first build shows which small files to join, and writes nothing. */
async function buildClient(build) {
  const client = { root, mode: 'production' };
  const { output } = await build({ ...client, logLevel: 'error', build: { write: false } });
  const names = nameCommonFiles(output.filter((file) => file.type === 'chunk'));
  const groups = [{ debugName: 'common', name: (id) => names.get(id) ?? null }];
  const rolldownOptions = { output: { codeSplitting: { groups } } };
  await build({ ...client, logLevel: 'warn', build: { rolldownOptions } });
}

if (process.argv.includes('--now')) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  say('building client');
  await buildClient(build);
  for (const mode of ['shared', 'render', 'draw']) {
    say(`building ${mode}`);
    await build({ root, mode, logLevel: 'warn' });
  }
  say('building worker');
  await buildWorker();
  await ensureServerBuilt();
} else {
  await ensureInstalled();
  process.exitCode = (await run(node(), ['scripts/build.mjs', '--now'])).code;
}
