// All that attacks the import: node tests/reliability/imports/imports.ts [--count 150] [--cycles
// 50] [--seed N]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importFilesTest } from './files.ts';
import { importKillTest } from './kill.ts';
import { importProcessTest } from './process.ts';
import { importTextsTest } from './texts.ts';

/** True when nothing was wrong. */
export async function importTest(count: number, cycles: number, seed: number): Promise<boolean> {
  const all = [
    await importFilesTest(count, seed),
    await importTextsTest(count, seed),
    await importProcessTest(seed),
    await importKillTest(cycles, seed),
  ];
  return all.every(({ wrong }) => wrong.length === 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '150' },
      cycles: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  process.exitCode = (await importTest(
    Number(values.count),
    Number(values.cycles),
    Number(values.seed),
  ))
    ? 0
    : 1;
}
