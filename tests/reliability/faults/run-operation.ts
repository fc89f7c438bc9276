import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { productEntry } from '../../setup/processes/command.ts';
import type { Operation } from './operations.ts';

const root = join(import.meta.dirname, '../../..');

interface Ended {
  readonly ms: number;
  /** Whether the command ended with success, or the server was ready. */
  readonly isDone: boolean;
  readonly err: string;
}
/**
 * Runs a command to its end, or a server until it is ready. Kills it with SIGKILL when the time
 * ends before, in ms.
 */
export function runOperation({ args, env }: Operation, mostMs: number): Promise<Ended> {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [productEntry, ...args], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), mostMs);
  let isReady = false;
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!text.includes('Headway is at')) return;
    isReady = true;
    child.kill('SIGKILL');
  });
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ ms: Math.round(performance.now() - start), isDone: isReady || code === 0, err });
    }),
  );
}
