// npm start: installs and builds what is missing, then serves. Everything the user needs to know is
// on the console.
import { ensureBuilt } from './build-inputs.mjs';
import { ensureInstalled, node, run } from './toolchain.mjs';

await ensureInstalled();
if (await ensureBuilt())
  process.exitCode = (
    await run(node(), ['src/server/main.ts', 'serve', ...process.argv.slice(2)])
  ).code;
else process.exitCode = 1;
