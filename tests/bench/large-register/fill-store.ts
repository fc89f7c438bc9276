import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#domain/values/date.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import { runCommand } from '../../setup/processes/command.ts';
import { peakOfTree, processorSeconds } from '../felt.ts';
import type { Figure } from './aims.ts';
import { insertPlainly, type PlainCost } from './plain-insert.ts';
import { writeEdition } from './register-rows.ts';
import { builtEntry, type LargeStore } from './stores.ts';

interface ImportCost {
  readonly seconds: number;
  /** Seconds of processor time of the command and its processes, without those of a database. */
  readonly processor: number;
  /** The most MB of the largest of them. */
  readonly peak: number;
  readonly result: ImportCommit;
}

/** @returns the last day of a month: 1 is the month before this one, 2 the one before that */
function monthEnd(monthsAgo: number): string {
  const today = new Date();
  const after = new Date(Date.UTC(today.getFullYear(), today.getMonth() - monthsAgo + 1, 1));
  return addDays(after.toISOString().slice(0, 10), -1);
}
/** The days of the editions, so that days between them and after the last one are in the past. */
const editionDays = [monthEnd(4), monthEnd(3), monthEnd(2)] as const;

/** Imports a file by the command. @throws Error if the command does not end well */
async function importFile(store: LargeStore, file: string, day: string): Promise<ImportCost> {
  const [from, cpu] = [performance.now(), processorSeconds(process.pid, 'children')];
  let peak = 0;
  let watch: NodeJS.Timeout | undefined;
  const { code, out, err } = await runCommand(
    ['import', file, '--yes', '--as-of', day, '--accept-changes', '--json'],
    store.env,
    {
      entry: builtEntry,
      onStart: (pid) =>
        void (watch = setInterval(() => void (peak = Math.max(peak, peakOfTree(pid))), 100)),
    },
  );
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import of ${file} ended with ${code}: ${err}`);
  return {
    seconds: (performance.now() - from) / 1000,
    processor: processorSeconds(process.pid, 'children') - cpu,
    peak,
    result: JSON.parse(out.split('\n').at(-1) ?? '') as ImportCommit,
  };
}

/** @returns what is wrong with the result of the same file again, if anything */
function faultOfAgain(first: ImportCommit, again: ImportCommit, rows: number): string | undefined {
  const { changed, unchanged, new: added } = again.rows;
  const isSame = again.revision === first.revision && unchanged === rows && changed + added === 0;
  return isSame
    ? undefined
    : `revision ${again.revision} after ${first.revision}, ${unchanged} of ${rows} rows unchanged`;
}
const costFigures = (
  aim: 'import' | 'again',
  what: string,
  { seconds, processor, peak }: ImportCost,
  plain: PlainCost,
): Figure[] => [
  {
    aim,
    what,
    value: seconds,
    unit: 's',
    limit: aim === 'import' ? 240 : 120,
    peer: plain.seconds,
  },
  { aim, what: `${what}, processor`, value: processor, unit: 's', peer: plain.processor },
  { aim, what: `${what}, memory`, value: peak, unit: 'MB', limit: 500 },
];

/** Imports the first edition, compares it with a plain insert, and imports it again. */
async function fillFirst(store: LargeStore, file: string, rows: number): Promise<Figure[]> {
  const table = join(store.folder, 'plain.db');
  const plain = await insertPlainly(file, table);
  rmSync(table);
  const first = await importFile(store, file, editionDays[0]);
  if (first.result.rows.new !== rows)
    throw new Error(`The import has stored ${first.result.rows.new} of ${rows} rows.`);
  const bytes = (await store.measureBytes()) / 1000 / rows;
  const again = await importFile(store, file, editionDays[0]);
  const fault = faultOfAgain(first.result, again.result, rows);
  return [
    ...costFigures('import', 'first file', first, plain),
    ...costFigures('again', 'same file', again, plain).map((figure) => ({
      ...figure,
      value: fault === undefined ? figure.value : Number.NaN,
      note: fault ?? 'nothing changed',
    })),
    {
      aim: 'disk',
      what: 'one edition',
      value: bytes,
      unit: 'KB',
      limit: 3,
      peer: plain.bytes / 1000 / rows,
    },
  ];
}

/**
 * Imports the editions into an empty store by the command.
 * @param editions - 1 to 3
 * @returns the figures of the imports; their peer is a plain insert of the same rows
 */
export async function fillStore(
  store: LargeStore,
  rows: number,
  editions: number,
): Promise<Figure[]> {
  const file = join(store.folder, 'register.csv');
  await writeEdition(file, rows, 1);
  const figures = await fillFirst(store, file, rows);
  for (const [at, day] of editionDays.slice(1, editions).entries()) {
    const edition = at + 2;
    await writeEdition(file, rows, edition);
    const { seconds, processor, peak, result } = await importFile(store, file, day);
    figures.push({
      aim: 'import',
      what: `edition ${edition}`,
      value: seconds,
      unit: 's',
      note: `${result.rows.changed} rows changed, ${processor.toFixed(1)} s of processor time, ${peak.toFixed(0)} MB`,
    });
  }
  rmSync(file);
  return figures;
}
