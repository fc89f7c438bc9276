// Runs the domain's dates and the API's answers in five time zones. Seen to fail: when
// overview/service.ts takes today from the local calendar, four zones differ from UTC.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati', 'Etc/GMT+12'];
/** Tests about days, run once more in each zone. */
const suites = [
  'src/domain',
  'tests/api/changes/two-days.test.ts',
  'tests/import/values/cells.test.ts',
  'tests/import/structure/rows.test.ts',
  'tests/charts/exports.test.ts',
];
const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

export const timeZones: ReliabilityTest = {
  id: 'R-48',
  title: 'the suite of days under five time zones',
  async run(runOptions) {
    const faults: string[] = [];
    const count = countOf(10_000, runOptions);
    const answers = new Map<string, string[]>();
    let tests = '';
    for (const TZ of zones) {
      const env = { ...process.env, TZ };
      const options = { cwd: root, env, maxBuffer: 1 << 28 };
      const { stdout } = await run(
        process.execPath,
        ['tests/reliability/time/day-answers.ts', String(runOptions.seed), String(count)],
        options,
      );
      answers.set(TZ, stdout.split('\n'));
      if (runOptions.share < 1) continue;
      const suite = await run(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', ...suites, '--reporter=dot'],
        options,
      ).catch((error: { stdout?: string }) => ({ stdout: `${error.stdout ?? ''}\nfailed` }));
      const testCount = /Tests .*?(\d+) passed/.exec(
        suite.stdout.replace(/\u001b\[\d+m/g, ''),
      )?.[1];
      if (suite.stdout.endsWith('failed') || testCount === undefined)
        faults.push(`${TZ}: ${suite.stdout.slice(-1500)}`);
      tests = `; ${testCount} tests of days pass in each`;
    }
    const [first = []] = answers.values();
    for (const [TZ, lines] of answers)
      lines.forEach((line, i) => {
        if (line !== first[i])
          faults.push(
            `${TZ} says ${line.slice(0, 200)}, ${zones[0]} says ${first[i]?.slice(0, 200)}`,
          );
      });
    const digest = createHash('sha256').update(first.join('\n')).digest('hex').slice(0, 16);
    return outcome(
      `${first.length} lines of days in ${zones.join(', ')}, sha256 ${digest}${tests}`,
      faults,
    );
  },
};
