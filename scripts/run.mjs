// Runs one TypeScript file of the project with its own Node: node scripts/run.mjs FILE [arguments].
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build-inputs.mjs';
import { ensureInstalled, node, root, run } from './toolchain.mjs';

await ensureInstalled();
const [file, ...args] = process.argv.slice(2);
if (file === undefined || !existsSync(join(root, file))) {
  console.error('Usage: node scripts/run.mjs FILE [arguments]');
  process.exit(2);
}
// The benches and the hard tests start the built product; the command line needs no build.
if (file.startsWith('tests/') && !(await ensureBuilt())) process.exit(1);
process.exitCode = (await run(node(), [file, ...args])).code;
