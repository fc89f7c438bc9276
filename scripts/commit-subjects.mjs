// Checks the subjects of all commits after the one that added this file: at most 72 characters, no
// full stop at the end.
import { execFileSync } from 'node:child_process';
import { root } from './toolchain.mjs';

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Lists the subjects to check. @returns undefined without a git history */
function subjects() {
  try {
    const commit = git(
      'log',
      '--diff-filter=A',
      '--format=%H',
      '--',
      'scripts/commit-subjects.mjs',
    );
    const first = commit.trim().split('\n').at(-1);
    return first
      ? git('log', '--format=%s', `${first}..HEAD`).split('\n').filter(Boolean)
      : undefined;
  } catch {
    return undefined;
  }
}

const faults = subjects();
if (faults === undefined) console.log('No git history: commit subjects were not checked.');
const wrong = (faults ?? []).filter((subject) => subject.length > 72 || /\.$/.test(subject));
for (const subject of wrong) console.log(`${subject.length} characters: ${subject}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
