import { readFileSync } from 'node:fs';

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

/** Memory in MB of each child process. Empty where the system doesn't report it. */
export function memoryOfChildren(): readonly number[] {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    return children.map(
      (pid) =>
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    );
  } catch {
    return [];
  }
}
