// Runs one TypeScript file with the project's own Node: node scripts/run.mjs FILE [arguments].
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresBin } from './apt.mjs';
import { ensureBuilt } from './build-inputs.mjs';
import { ensureServerBuilt } from './server-build.mjs';
import { startPostgres } from './temporary-postgres.mjs';
import { ensureInstalled, node, root, run } from './toolchain.mjs';

await ensureInstalled();
const [file, ...args] = process.argv.slice(2);
if (file === undefined || !existsSync(join(root, file))) {
  console.error('Usage: node scripts/run.mjs FILE [arguments]');
  process.exit(2);
}
// Benchmarks and reliability tests start the built product. The command line needs no build.
if (file.startsWith('tests/') && !(await ensureBuilt())) process.exit(1);
if (file.startsWith('tests/')) {
  await ensureServerBuilt();
  process.env.HEADWAY_ENTRY ??= 'dist/server/main.js';
}
// Reliability tests run on both stores. Unless a PostgreSQL is named, one is started for them.
const binaries =
  file.startsWith('tests/reliability/') && !process.env.TEST_DATABASE_URL
    ? postgresBin()
    : undefined;
const postgres = binaries === undefined ? { stop: async () => {} } : await startPostgres(binaries);
if (file.startsWith('tests/reliability/') && !process.env.TEST_DATABASE_URL && !postgres.url)
  console.log(`NOT RUN on PostgreSQL: ${postgres.why ?? 'it is not installed'}`);
try {
  process.exitCode = (
    await run(
      node(),
      [file, ...args],
      postgres.url ? { env: { TEST_DATABASE_URL: postgres.url } } : {},
    )
  ).code;
} finally {
  await postgres.stop();
}
