import { readdirSync, readFileSync } from 'node:fs';

/**
 * The longest turn of this thread's event loop in processor time: other processes on the machine
 * don't count.
 */
export class LongestTurn {
  #ms = 0;
  #timer: NodeJS.Timeout | undefined;
  start(): void {
    this.#ms = 0;
    let last = process.threadCpuUsage();
    this.#timer = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last);
      last = process.threadCpuUsage();
      this.#ms = Math.max(this.#ms, (user + system) / 1000);
    }, 1);
  }
  end(): number {
    clearInterval(this.#timer);
    return this.#ms;
  }
}

/**
 * Memory of a process. Linux only.
 *
 * @param field - its memory now, or the most that it had; now when omitted
 * @returns MB; NaN for a process that has ended
 */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** @returns the processes that a process has started and that run; none where nothing tells */
function listChildren(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}

/** Memory in MB of each child process. Empty where the system doesn't report it. */
export const memoryOfChildren = (): readonly number[] =>
  listChildren(process.pid)
    .map((pid) => memoryOf(pid))
    .filter((megabytes) => !Number.isNaN(megabytes));

/** @returns the most MB that the largest of a process and its descendants has had so far */
export const peakOfTree = (pid: number): number =>
  Math.max(memoryOf(pid, 'VmHWM') || 0, ...listChildren(pid).map(peakOfTree));

const ticksPerSecond = 100;
/**
 * Processor time of a process with its threads. Linux only.
 *
 * @param whose - its own, or that of its children that have ended; its own when omitted
 * @returns seconds
 */
export function processorSeconds(pid: number, whose: 'own' | 'children' = 'own'): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const from = whose === 'own' ? 11 : 13;
  return (Number(fields[from]) + Number(fields[from + 1])) / ticksPerSecond;
}
