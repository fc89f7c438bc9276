import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/**
 * What Node runs: under `npm test` the bundle, as a user does, which starts in half of the
 * processor time; otherwise the source, which needs no build.
 */
export const productEntry = process.env['HEADWAY_ENTRY'] ?? 'src/server/main.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
/** Runs the command line of the product to its end. @returns what it printed, trimmed */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: {
    /** What Node runs, from the root; `productEntry` when omitted. */
    readonly entry?: string;
    readonly onStart?: (pid: number) => void;
  } = {},
): Promise<Ran> {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, [options.entry ?? productEntry, ...args], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) options.onStart?.(child.pid);
  let out = '';
  let err = '';
  child.stdout.on('data', (d) => (out += d));
  child.stderr.on('data', (d) => (err += d));
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code, out: out.trim(), err: err.trim() })),
  );
}
