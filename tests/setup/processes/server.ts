import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ownRoot = join(import.meta.dirname, '../../..');

/** A port nobody listens on at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? done(address.port)
          : fail(new Error('no port')),
      );
    });
  });

export interface RunningServer {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** All it has printed so far. */
  output(): string;
  /** Ends it; its data folder goes too unless it was given. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built product as a user would, on a free port and an empty data folder, and waits for its first answer. */
export async function startServer(
  options: {
    readonly data?: string;
    /** Folder of the built product; that of these tests when omitted. */
    readonly root?: string;
    /** That of a server that was there before; a free one, if absent. */
    readonly port?: number;
    readonly env?: Readonly<Record<string, string>> /** Arguments of Node itself. */;
    readonly node?: readonly string[];
  } = {},
): Promise<RunningServer> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'headway-test-'));
  const port = options.port ?? (await freePort());
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, [...(options.node ?? []), 'src/server/main.ts', 'serve'], {
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
  });
  let said = '';
  child.stdout.on('data', (d) => (said += d));
  child.stderr.on('data', (d) => (said += d));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await Promise.race([ended, wait(5000).then(() => child.kill('SIGKILL'))]);
    await ended;
    if (options.data === undefined) rmSync(data, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await wait(50)) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode}:\n${said}`);
    const health = await fetch(`${url}/api/v1/health`).catch(() => undefined);
    if (health?.ok) return { url, data, pid: child.pid ?? 0, output: () => said, stop };
  }
  await stop('SIGKILL');
  throw new Error(`The server gave no answer within 30 s:\n${said}`);
}
