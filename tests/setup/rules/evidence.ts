import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of a list of requirements: its text, and its evidence. */
export interface ListedItem {
  readonly id: string;
  readonly words: string;
  readonly evidence: string;
}

/**
 * Checks the evidence in a row of such a list.
 *
 * @returns one line per fault: no text, neither a test nor a reason, and tests that do not exist
 */
export function evidenceFindings(
  { id, words, evidence }: ListedItem,
  root: string,
): readonly string[] {
  const faults: string[] = [];
  const tests = [...evidence.matchAll(/`((?:tests|src)\/[\w./-]+)`(?: “([^”]+)”)?/g)];
  if (words.trim() === '') faults.push(`${id} has no requirement`);
  if (
    tests.length === 0 &&
    evidence.replace(/^(?:Not applicable|Operator):|\*\*Open\.\*\*/, '').trim().length < 3
  )
    faults.push(`${id} has neither a test nor a reason`);
  for (const [, file = '', title] of tests) {
    const path = join(root, file);
    if (!existsSync(path)) faults.push(`${id} names ${file}, which does not exist`);
    else if (title !== undefined && !readFileSync(path, 'utf8').includes(title))
      faults.push(`${id} names “${title}”, which ${file} does not contain`);
  }
  return faults;
}
