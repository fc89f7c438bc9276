import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './server.ts';

const execute = promisify(execFile);
const packages = '/usr/lib/postgresql';

/** @returns the folder of the newest installed PostgreSQL, or undefined where none is installed */
function findPrograms(): string | undefined {
  const versions = existsSync(packages)
    ? readdirSync(packages).toSorted((a, b) => Number(b) - Number(a))
    : [];
  return versions
    .map((version) => join(packages, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')));
}
/** PostgreSQL does not run as root. @returns the user of its package where this process is root */
async function findUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await execute('id', [flag, 'postgres'])).stdout)),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

export type RestartMode = 'fast' | 'immediate';
/** A separate PostgreSQL that a test may restart. */
export interface PostgresCluster {
  readonly url: string;
  restart(mode: RestartMode): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts an empty PostgreSQL on a free port.
 * @param parent - the folder of its data; that of temporary files when omitted
 * @returns undefined where none is installed
 */
export async function startCluster(parent = tmpdir()): Promise<PostgresCluster | undefined> {
  const programs = findPrograms();
  if (programs === undefined) return undefined;
  const user = await findUser();
  const folder = mkdtempSync(join(parent, 'headway-cluster-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const port = await freePort();
  const log = join(folder, 'log');
  const options = `-p ${port} -k ${folder} -h 127.0.0.1 -c max_connections=60`;
  const run = (program: string, ...parameters: string[]) =>
    execute(join(programs, program), parameters, { cwd: folder, ...user });
  const control = (...parameters: string[]) =>
    run('pg_ctl', '-D', data, '-w', '-l', log, '-o', options, ...parameters);
  await run('initdb', '-D', data, '-U', 'headway', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  await control('start');
  return {
    url: `postgres://headway@127.0.0.1:${port}/postgres`,
    restart: async (mode) => void (await control('-m', mode, 'restart')),
    stop: async () => {
      await control('-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
