// npm run demo: builds the static demo (the product without a server, on SQLite in the browser) and
// serves it.
import { ensureInstalled, node, run } from './toolchain.mjs';

await ensureInstalled();
const { code } = await run(node(), [
  'node_modules/vite/bin/vite.js',
  'build',
  '--mode',
  'demo',
  '--logLevel',
  'warn',
]);
process.exitCode = code;
if (code === 0 && !process.argv.includes('--build-only'))
  process.exitCode = (await run(node(), ['scripts/demo-server.mjs'])).code;
