import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './toolchain.mjs';

const freePort = () =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts an empty PostgreSQL of its own on a free port; `stop` ends it and removes its data. `why` says what kept it from starting. */
export async function startPostgres(binaries) {
  const folder = mkdtempSync(join(tmpdir(), 'headway-pg-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    // PostgreSQL refuses to run as root.
    const [uid, gid] = (await run('id', ['-u', 'postgres'], { quiet: true })).said
      .trim()
      .split('\n')
      .concat((await run('id', ['-g', 'postgres'], { quiet: true })).said.trim())
      .map(Number);
    if (!Number.isInteger(uid) || !Number.isInteger(gid)) return { why: 'there is no user postgres to run it as', stop: async () => {} };
    chownSync(folder, uid, gid);
  }
  chmodSync(folder, 0o700);
  const pg = (name, ...args) =>
    run(...(asRoot ? ['runuser', ['-u', 'postgres', '--', join(binaries, name), ...args]] : [join(binaries, name), args]), { quiet: true });
  const data = join(folder, 'data');
  const port = await freePort();
  const stop = async () => {
    await pg('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  const made = await pg('initdb', '-D', data, '-U', 'headway', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const options = `-p ${port} -k ${folder} -h 127.0.0.1 -c max_connections=60`;
  const started = made.code === 0 ? await pg('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start') : made;
  if (started.code !== 0) {
    await stop();
    return { why: `it did not start: ${started.said.trim().split('\n').at(-1)}`, stop: async () => {} };
  }
  return { url: `postgres://headway@127.0.0.1:${port}/postgres`, stop };
}
