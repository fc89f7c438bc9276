import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { productEntry } from './command.ts';

const ownRoot = join(import.meta.dirname, '../../..');

/** Finds a free port. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : fail(new Error('There is no free port.')),
      );
    });
  });

export interface RunningServer {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** Everything that it has printed so far. */
  output(): string;
  /** Stops it, and removes its data folder unless that was given. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts the built product as a user does, on a free port and an empty data folder, and waits until
 * it responds.
 */
export async function startServer(
  options: {
    readonly data?: string;
    /** Folder of the built product; that of these tests when omitted. */
    readonly root?: string;
    /** The port of an earlier server. Omitted: a free port. */
    readonly port?: number;
    readonly env?: Readonly<Record<string, string>>;
    /** What Node runs, from the root; `productEntry` when omitted. */
    readonly entry?: string;
    /** Arguments of Node itself. */
    readonly node?: readonly string[];
  } = {},
): Promise<RunningServer> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'headway-test-'));
  const port = options.port ?? (await freePort());
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [...(options.node ?? []), options.entry ?? productEntry, 'serve'],
    {
      cwd: options.root ?? ownRoot,
      env: {
        ...inherited,
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        HEADWAY_DATA: data,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  child.stdout.on('data', (d) => (log += d));
  child.stderr.on('data', (d) => (log += d));
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await Promise.race([exit, wait(5000).then(() => child.kill('SIGKILL'))]);
    await exit;
    if (options.data === undefined) rmSync(data, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await wait(50)) {
    if (child.exitCode !== null) {
      // another process has taken the free port meanwhile
      if (options.port === undefined && log.includes('is in use')) {
        await stop();
        return startServer(options);
      }
      throw new Error(`The server exited with ${child.exitCode}:\n${log}`);
    }
    // before its line, a server of another process may respond at the port
    if (!log.includes('Headway is at')) continue;
    const health = await fetch(`${url}/api/v1/health`).catch(() => undefined);
    if (health?.ok) return { url, data, pid: child.pid ?? 0, output: () => log, stop };
  }
  await stop('SIGKILL');
  throw new Error(`The server did not respond within 90 s:\n${log}`);
}
