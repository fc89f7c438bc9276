import { memoryOf } from '../felt.ts';
import { readInTurn, type Reads } from '../requests.ts';
import type { RunningServer } from '../../setup/processes/server.ts';
import { editEachSecond, type EditTimes } from './edits.ts';
import { importPart, type PartTimes } from './import-part.ts';

const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 10);

export interface Mode {
  readonly reads: Reads;
  readonly edits?: EditTimes;
  /** The import beside them, or why it was not stored. */
  readonly part?: PartTimes | string;
  /** The most MB of the server meanwhile. */
  readonly memory: number;
}
/** What happens beside readers of a register with so many projects. */
export interface Beside {
  readonly projects: number;
  /** The day of a file that is imported; none is when omitted. */
  readonly importDay?: string;
}

/** Lets readers read for some seconds, or longer until the import beside them has ended. */
export async function readBeside(
  { url, pid }: RunningServer,
  paths: readonly string[],
  beside?: Beside,
): Promise<Mode> {
  const end = performance.now() + seconds * 1000;
  let isImporting = beside?.importDay !== undefined;
  let memory = 0;
  const watch = setInterval(() => void (memory = Math.max(memory, memoryOf(pid))), 100);
  const isOver = (): boolean => !isImporting && performance.now() >= end;
  const importBeside = (projects: number, day: string): Promise<PartTimes | string> =>
    importPart(url, projects, day)
      .catch(String)
      .finally(() => void (isImporting = false));
  try {
    const [reads, edits, part] = await Promise.all([
      readInTurn(url, paths, isOver),
      beside && editEachSecond(url, beside.projects, isOver),
      beside?.importDay === undefined ? undefined : importBeside(beside.projects, beside.importDay),
    ]);
    return { reads, memory, ...(edits && { edits }), ...(part !== undefined && { part }) };
  } finally {
    clearInterval(watch);
  }
}
