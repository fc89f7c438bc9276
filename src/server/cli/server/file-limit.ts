import { readFileSync } from 'node:fs';

/**
 * Files and connections that a server needs besides those of its readers: store, threads, modules.
 */
const reserve = 100;
const usual = 6000;

/**
 * Reads how many files this process may open.
 * @returns undefined if the system does not report it
 */
function readFileLimit(): number | undefined {
  try {
    const [, soft] =
      /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

/**
 * Computes how many connections fit into the limit of open files, and how many of them may be
 * streams of changes.
 * @param limit - open files of the process; the default is the limit of the system
 * @returns `connections`, undefined without a limit; `streams` of each kind (own pages, shared
 * links), together under two thirds
 */
export function computeConnections(limit = readFileLimit()): {
  readonly connections?: number;
  readonly streams: number;
} {
  if (limit === undefined) return { streams: usual };
  const connections = Math.max(20, limit - reserve);
  return { connections, streams: Math.min(usual, Math.max(5, Math.floor(connections / 3))) };
}
