// npm start: installs and builds what is missing, then starts the server, which prints its address.
import { ensureBuilt } from './build-inputs.mjs';
import { ensureServerBuilt } from './server-build.mjs';
import { ensureInstalled, node, run } from './toolchain.mjs';

await ensureInstalled();
if (await ensureBuilt()) {
  await ensureServerBuilt();
  process.exitCode = (
    await run(node(), ['dist/server/main.js', 'serve', ...process.argv.slice(2)])
  ).code;
} else process.exitCode = 1;
