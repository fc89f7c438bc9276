// Runs the reliability tests in full: npm run hard [-- --only R-37,R-38 --share 0.1 --seed N]
import { parseArgs } from 'node:util';
import { countOf, type ReliabilityTest } from './setup/reliability-test.ts';
import { accountTest } from './accounts/accounts.ts';
import { answerHeaders } from './http/response-headers.ts';
import { badInput } from './bad-input/bad-input.ts';
import { busyStore } from './load/busy-store.ts';
import { cachingProxy } from './links/caching-proxy.ts';
import { clientClocks } from './time/client-clocks.ts';
import { crossSite } from './http/cross-site.ts';
import { databaseRestart } from './faults/database-restart.ts';
import { decimals } from './consistency/decimals.ts';
import { familyTest } from './input-families/families.ts';
import { fullDisk } from './faults/full-disk.ts';
import { importTest } from './imports/imports.ts';
import { killMoveTest } from './faults/kill-move.ts';
import { killOperations } from './faults/kill-operations.ts';
import { killServer } from './faults/kill-server.ts';
import { killStore } from './faults/kill-store.ts';
import { logCanaries } from './http/log-canaries.ts';
import { loginStorm } from './accounts/sign-in-storm.ts';
import { lostUpdates } from './load/lost-updates.ts';
import { markupWalk } from './http/injected-markup.ts';
import { massAssignment } from './bad-input/mass-assignment.ts';
import { oidc } from './accounts/single-sign-on.ts';
import { requestTest } from './requests/requests.ts';
import { reminders } from './reminders/reminders.ts';
import { retryStorm } from './load/retry-storm.ts';
import { sameAnswers } from './consistency/same-answers.ts';
import { secondFactor } from './accounts/second-factor.ts';
import { severalServers } from './faults/several-servers.ts';
import { shareTest } from './links/links.ts';
import { overloadTest } from './load/overload.ts';
import { patternTest } from './bad-input/regular-expressions.ts';
import { slowSockets } from './http/slow-sockets.ts';
import { stalePages } from './load/stale-pages.ts';
import { tampering } from './faults/tamper.ts';
import { timeZones } from './time/time-zones.ts';
import { twoClocks } from './consistency/two-clocks.ts';
import { typeConfusion } from './bad-input/type-confusion.ts';
import { valueTest } from './input-families/values.ts';
import { wrongContext } from './http/cross-origin-reads.ts';
import { wall } from './load/wall.ts';

/** Prints its own rows. */
const sharing: ReliabilityTest = {
  id: 'R-01 R-02 R-03 R-05 R-06 R-07 R-08 R-69',
  title: 'shared links',
  run: async ({ seed, share }) => ({ isMet: await shareTest(seed, share), messages: [] }),
};
/** Prints its own rows. */
const importing: ReliabilityTest = {
  id: 'R-26 R-28 R-29 R-30 R-40',
  title: 'imports',
  run: async (runOptions) => ({
    isMet: await importTest(countOf(150, runOptions), countOf(50, runOptions), runOptions.seed),
    messages: [],
  }),
};
/** Prints its own rows. */
const accounts: ReliabilityTest = {
  id: 'R-10 R-12 R-13 R-14 R-17 R-20 R-21',
  title: 'accounts and sign-in',
  run: async ({ seed }) => ({ isMet: await accountTest(seed), messages: [] }),
};
/** Each test has its own file. Its first line states how it was seen to fail. */
const tests: readonly ReliabilityTest[] = [
  massAssignment,
  typeConfusion,
  badInput,
  answerHeaders,
  crossSite,
  familyTest,
  slowSockets,
  logCanaries,
  wrongContext,
  markupWalk,
  stalePages,
  clientClocks,
  loginStorm,
  patternTest,
  lostUpdates,
  requestTest,
  retryStorm,
  sameAnswers,
  decimals,
  timeZones,
  twoClocks,
  valueTest,
  tampering,
  killStore,
  killServer,
  killOperations,
  fullDisk,
  killMoveTest,
  databaseRestart,
  severalServers,
  busyStore,
  overloadTest,
  sharing,
  cachingProxy,
  accounts,
  oidc,
  secondFactor,
  reminders,
  importing,
  wall,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const runOptions = { seed: Number(values.seed), share: Number(values.share) };
const ids = new Set(values.only.split(',').filter((id) => id !== ''));
let failed = 0;
for (const test of tests) {
  if (ids.size > 0 && !test.id.split(' ').some((id) => ids.has(id))) continue;
  console.log(`${test.id}: ${test.title}, seed ${runOptions.seed}`);
  const start = performance.now();
  const { isMet, messages } = await test.run(runOptions).catch((error: unknown) => ({
    isMet: false,
    messages: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  for (const line of messages) console.log(`  ${line}`);
  console.log(
    `  ${isMet ? 'held' : 'FAILED'} in ${Math.round((performance.now() - start) / 1000)} s`,
  );
  if (!isMet) failed += 1;
}
console.log(failed === 0 ? 'all held' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
