// npm run build: makes dist/client (the application, the pages of links, requests and sign-in, and
// the service worker), dist/render (renders the first view), dist/draw (draws charts) and
// dist/server.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureServerBuilt } from './server-build.mjs';
import { buildWorker } from './worker-build.mjs';
import { ensureInstalled, node, root, run, say } from './toolchain.mjs';

if (process.argv.includes('--now')) {
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const mode of ['production', 'shared', 'render', 'draw']) {
    say(`building ${mode === 'production' ? 'client' : mode}`);
    await build({ root, mode, logLevel: 'warn' });
  }
  say('building worker');
  await buildWorker();
  await ensureServerBuilt();
} else {
  await ensureInstalled();
  process.exitCode = (await run(node(), ['scripts/build.mjs', '--now'])).code;
}
