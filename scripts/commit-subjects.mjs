// Checks the subjects of all commits after the one that added this file: an imperative sentence of at
// least two words and at most 72 characters, without a full stop at the end.
import { execFileSync } from 'node:child_process';
import { root } from './toolchain.mjs';

/** A subject that came to main before this check could find it. History is not rewritten. */
const formerFaults = new Set(['x']);

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Lists the subjects to check. @returns undefined without a git history */
function listSubjects() {
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

/** Finds what is wrong with a subject. @returns undefined if nothing is */
export function findFault(subject) {
  if (subject.length > 72) return `${subject.length} characters`;
  if (/\.$/.test(subject)) return 'a full stop';
  if (!/^\p{Lu}\p{Ll}[\p{L}-]* \S/u.test(subject)) return 'no verb with what it acts on';
  if (/^(?!Embed|Need|Feed|Speed|Bring|Ring)\w*(?:ed|ing|[^su]s) /.test(subject))
    return 'no imperative';
  return undefined;
}

if (import.meta.main) {
  const subjects = listSubjects();
  if (subjects === undefined) console.log('No git history: commit subjects were not checked.');
  const faults = (subjects ?? [])
    .filter((subject) => !formerFaults.has(subject))
    .map((subject) => ({ subject, fault: findFault(subject) }))
    .filter(({ fault }) => fault !== undefined);
  for (const { subject, fault } of faults) console.log(`${fault}: ${subject}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
