import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './toolchain.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Finds the user and group id of a system user. @returns undefined if there is no such user */
async function idsOf(user) {
  const ids = await Promise.all(
    ['-u', '-g'].map(async (flag) =>
      Number((await run('id', [flag, user], { quiet: true })).output.trim() || Number.NaN),
    ),
  );
  return ids.every(Number.isInteger) ? { uid: ids[0], gid: ids[1] } : undefined;
}

/**
 * Queries of tests are too short to be worth compiling, and nobody copies the log of the server.
 * What keeps data in a power cut stays on: the product refuses to start without it.
 */
const settings = '-c max_connections=60 -c jit=off -c wal_level=minimal -c max_wal_senders=0';

/**
 * Starts an empty PostgreSQL on a free port.
 * @returns its `url`, or in `why` the reason why it did not start; `stop` ends it and removes its
 * data
 */
export async function startPostgres(binaries) {
  const folder = mkdtempSync(join(tmpdir(), 'headway-pg-'));
  // PostgreSQL refuses to run as root, so the user `postgres` of its package runs it.
  const as = process.getuid?.() === 0 ? await idsOf('postgres') : {};
  if (as === undefined)
    return { why: 'there is no user postgres to run it as', stop: async () => {} };
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const pg = (name, ...args) =>
    run(join(binaries, name), args, { quiet: true, cwd: folder, ...as });
  const data = join(folder, 'data');
  const port = await freePort();
  const stop = async () => {
    await pg('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  const database = await pg(
    'initdb',
    '-D',
    data,
    '-U',
    'headway',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  const options = `-p ${port} -k ${folder} -h 127.0.0.1 ${settings}`;
  const start =
    database.code === 0
      ? await pg('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start')
      : database;
  if (start.code !== 0) {
    await stop();
    return {
      why: `it did not start: ${start.output.trim().split('\n').at(-1)}`,
      stop: async () => {},
    };
  }
  return { url: `postgres://headway@127.0.0.1:${port}/postgres`, stop };
}
