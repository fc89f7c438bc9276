// npm test: runs all checks and tests from a clean checkout, in about 20 minutes on two cores.
// The last line has the counts. The lines before it name what could not run.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium, ensureSystem, postgresBin } from './apt.mjs';
import { ensureBuilt } from './build-inputs.mjs';
import { ensureServerBuilt } from './server-build.mjs';
import { quickSteps, runSteps } from './steps.mjs';
import { startPostgres } from './temporary-postgres.mjs';
import { bin, ensureInstalled, node, root, run } from './toolchain.mjs';

const notRun = [];
const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

/** One more than there are processors, since tests wait for stores now and then. */
const workers = availableParallelism() + 1;

/**
 * Makes a folder in memory for the files of the tests' stores and browsers: hundreds of stores on a
 * disk take minutes longer.
 * @returns undefined if there is not enough memory
 */
function memoryFolder() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < 2 * 1024 ** 3) return undefined;
  const folder = mkdtempSync(join(memory, 'headway-tests-'));
  // PostgreSQL runs as another user and has its folder in this one
  chmodSync(folder, 0o711);
  return folder;
}

/** Runs vitest projects and counts their tests. A run without a report counts as one failure. */
async function vitest(projects, maxWorkers, env) {
  const report = join(root, `.cache/vitest-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    bin('vitest'),
    [
      'run',
      ...projects.flatMap((p) => ['--project', p]),
      `--maxWorkers=${maxWorkers}`,
      '--reporter=default',
      '--reporter=./scripts/second-runs.mjs',
      '--slowTestThreshold=600000',
      '--silent=passed-only',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  );
  if (!existsSync(report)) return add({ passed: 0, failed: 1 });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that failed before its first test has no tests to count.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  const failures = numFailedTests + brokenFiles;
  add({ passed: numPassedTests, failed: code !== 0 && failures === 0 ? 1 : failures });
  for (const file of testResults) {
    const rest = file.assertionResults.filter(
      (t) => t.status === 'pending' || t.status === 'skipped' || t.status === 'todo',
    );
    if (rest.length > 0)
      notRun.push(
        `${rest.length} tests of ${file.name.slice(root.length + 1)}: ${rest[0].fullName}${rest.length > 1 ? ' …' : ''}`,
      );
  }
}

/** A journey opens the demo. Its build waits for nothing else, and uses the other processor. */
const demoStep = {
  name: 'build of the demo',
  command: () => [node(), ['scripts/demo.mjs', '--build-only']],
};

await ensureInstalled();
const system = await ensureSystem();
const start = Date.now();
const isBuilt = await ensureBuilt();
if (isBuilt) {
  await ensureServerBuilt();
  process.env.HEADWAY_ENTRY = 'dist/server/main.js';
}
add(isBuilt ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

// the tests start the product hundreds of times, so its compiled code is cached
process.env.NODE_COMPILE_CACHE ??= join(root, '.cache/compiled');

const memory = memoryFolder();
if (memory !== undefined) {
  process.env.TMPDIR = memory;
  process.once('exit', () => rmSync(memory, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
}
const binaries = postgresBin();
const postgres = process.env.TEST_DATABASE_URL
  ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  : binaries
    ? await startPostgres(binaries)
    : { why: `PostgreSQL is not installed (${system.why})`, stop: async () => {} };
if (!postgres.url) notRun.push(`the API on PostgreSQL: ${postgres.why}`);
const store = postgres.url ? { TEST_DATABASE_URL: postgres.url } : {};
try {
  // most checks use one processor, and tests the other
  const [checks] = await Promise.all([
    runSteps(isBuilt ? [...quickSteps, demoStep] : quickSteps.slice(0, 3)),
    vitest(['architecture', 'unit', 'api', 'components'], workers, store),
  ]);
  add(checks);
  if (!chromium())
    notRun.push(`the journeys in a real browser: Chromium is not installed (${system.why})`);
  else if (!isBuilt) notRun.push('the journeys in a real browser: the build failed');
  else await vitest(['journeys'], workers, { HEADWAY_CHROMIUM: chromium(), ...store });
} finally {
  await postgres.stop();
}

if (system.missing.includes('fonts-noto-cjk'))
  notRun.push(`the look of Chinese and Japanese text: no CJK font (${system.why})`);

console.log('');
for (const line of notRun) console.log(`NOT RUN ${line}`);
console.log(`${Math.round((Date.now() - start) / 1000)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
