// R-30: the process that reads files: too much memory, standing still, twenty at once: part of npm
// run hard
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { type KnownRegister, noProjects } from '#server/imports/import-plan.ts';
import { freshStore } from '../../import/import-context.ts';
import { book } from '../../import/zip.ts';
import type { FileCount } from './files.ts';
import { random } from '../setup/random.ts';

const utf8 = new TextEncoder();
const readError = (plan: Promise<{ close(): void }>): Promise<string> =>
  plan.then(
    (openPlan) => {
      openPlan.close();
      return 'read';
    },
    (error: unknown) => (error instanceof ImportFailure ? error.key : String(error)),
  );
/**
 * As many cells as a workbook may have, each with a text of its own: more than the heap of the
 * process holds.
 */
function makeCrowdedFile(next: () => number): Uint8Array {
  const columns = Array.from({ length: 19 }, (_, i) => `列${i}`);
  const cellsOf = (texts: readonly string[]): string =>
    `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const rows: string[] = [cellsOf(['项目名称', ...columns])];
  for (let i = 0; i < 145_000; i += 1)
    rows.push(cellsOf([`项目${i}`, ...columns.map((_, c) => `说明${i}-${c}-${next()}`)]));
  return book({ sheets: { a: `<sheetData>${rows.join('')}</sheetData>` } });
}
/** A store that never answers. */
const silent: KnownRegister = {
  ...freshStore,
  projects: {
    ...noProjects,
    codes: () => new Promise(() => undefined),
    records: () => new Promise(() => undefined),
  },
};
const register = utf8.encode('项目编号,项目名称\nA1,甲\n');

export async function importProcessTest(seed: number): Promise<FileCount> {
  const next = random(seed);
  const wrong: string[] = [];
  const importer = nodeImporter();
  const expect = (what: string, value: unknown, right: unknown): void => {
    console.log(`  ${what}: ${String(value)}`);
    if (value !== right) wrong.push(`${what}: ${String(value)}, not ${String(right)}`);
  };
  console.log(`the process of an import, seed ${seed}`);
  expect(
    'more cells than its heap holds',
    await readError(importer.plan(makeCrowdedFile(next), 'big.csv', {}, freshStore)),
    'worker_memory',
  );
  const start = performance.now();
  expect(
    'no answer for thirty seconds',
    await readError(importer.plan(register, 'x.csv', {}, silent)),
    'worker_time',
  );
  const waited = performance.now() - start;
  if (waited < 29_000 || waited > 60_000) wrong.push(`it was ended after ${Math.round(waited)} ms`);
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('stopped')), 300);
  expect(
    'stopped by its caller',
    await readError(importer.plan(register, 'x.csv', {}, silent, { signal: abort.signal })),
    'Error: stopped',
  );

  const worst = [
    book({
      sheets: {
        a: `<sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(400_000)}</sheetData>`,
      },
    }),
    book({ sheets: { a: '<sheetData/>' }, strings: '<si><t>x</t></si>'.repeat(3_000_500) }),
    utf8.encode(`code,name\n${'A1,x\n'.repeat(1_100_000)}`),
    register,
  ];
  await new Promise((resolve) => setTimeout(resolve, 300));
  const idle = process.memoryUsage();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let heap = 0;
  const watch = setInterval(
    () => (heap = Math.max(heap, process.memoryUsage().heapUsed + process.memoryUsage().external)),
    20,
  );
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      readError(importer.plan(worst[i % worst.length] as Uint8Array, 'x', {}, freshStore)),
    ),
  );
  clearInterval(watch);
  delay.disable();
  const [p99, more] = [delay.percentile(99) / 1e6, (heap - idle.heapUsed - idle.external) / 1e6];
  expect(
    'twenty at once',
    [...new Set(answers)].sort().join(' '),
    'read too_many_cells too_many_rows',
  );
  console.log(
    `  the main process meanwhile: ${Math.round(more)} MB more, 99 % of turns within ${Math.round(p99)} ms`,
  );
  if (more > 100) wrong.push(`the main process grew by ${Math.round(more)} MB`);
  if (p99 > 250) wrong.push(`the main process stood still for ${Math.round(p99)} ms`);
  for (const one of wrong) console.log(`  WRONG ${one}`);
  return { done: 5, wrong };
}
