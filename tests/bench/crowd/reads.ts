import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type RunningServer } from '../../setup/processes/server.ts';
import { measureUse, type LinkAccess } from './server.ts';
import { rounds, table } from '../figures.ts';
import { connections, measureRate, middleRate, type Rate, seconds } from './rates.ts';

const root = join(import.meta.dirname, '../../..');

const nginxAt = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
/** Serves these bytes with nginx on loopback. @returns nothing where nginx is not installed */
async function startNginx(
  bytes: Uint8Array,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> } | undefined> {
  if (nginxAt === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'headway-nginx-'));
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/payload.bin'), bytes);
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root; ' : ''}worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; keepalive_requests 100000000; open_file_cache max=10;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server { listen 127.0.0.1:${port}; root ${folder}/www; } }`,
  );
  const child = spawn(
    nginxAt,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/payload.bin`;
  for (
    let tries = 0;
    tries < 100 &&
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ));
    tries += 1
  )
    await sleep(50);
  const stop = async (): Promise<void> => {
    child.kill('SIGQUIT');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** The built file whose transferred size is nearest to this many bytes. */
async function fileOfSize(server: RunningServer, size: number): Promise<string> {
  const names = readdirSync(join(root, 'dist/client/assets')).filter((name) =>
    name.endsWith('.js'),
  );
  const sizes = await Promise.all(
    names.map(async (name) => {
      const response = await fetch(`${server.url}/assets/${name}`, {
        headers: { 'accept-encoding': 'br' },
      });
      await response.body?.cancel();
      return { name, off: Math.abs(Number(response.headers.get('content-length')) - size) };
    }),
  );
  return sizes.toSorted((a, b) => a.off - b.off)[0]?.name ?? '';
}

/**
 * Reads one shared view in full and revalidated, compared with a file of the same process and of
 * nginx; counts the queries.
 */
export async function benchReads(
  server: RunningServer,
  { path, cookie }: LinkAccess,
): Promise<void> {
  const url = `${server.url}${path}`;
  const headers = { cookie, 'accept-encoding': 'br' };
  const first = await fetch(url, { headers });
  const etag = first.headers.get('etag') ?? '';
  const bodyBytes = Number(first.headers.get('content-length'));
  await first.body?.cancel();
  const asset = `${server.url}/assets/${await fileOfSize(server, bodyBytes)}`;
  const assetTag =
    (await fetch(asset, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })).headers.get(
      'etag',
    ) ?? '';
  const nginx = await startNginx(new Uint8Array(bodyBytes));
  await measureRate(url, headers, 200);
  const before = await measureUse(server);
  await measureRate(url, headers, 200);
  const between = await measureUse(server);
  await measureRate(url, { ...headers, 'if-none-match': etag }, 304);
  const after = await measureUse(server);
  const rates: Record<'whole' | 'seen' | 'file' | 'fileSeen' | 'served', Rate[]> = {
    whole: [],
    seen: [],
    file: [],
    fileSeen: [],
    served: [],
  };
  // Interleaved, so that other load on the machine affects all of them alike.
  for (let round = 0; round < rounds; round += 1) {
    rates.whole.push(await measureRate(url, headers, 200));
    rates.file.push(await measureRate(asset, { 'accept-encoding': 'br' }, 200));
    rates.seen.push(await measureRate(url, { ...headers, 'if-none-match': etag }, 304));
    rates.fileSeen.push(
      await measureRate(asset, { 'accept-encoding': 'br', 'if-none-match': assetTag }, 304),
    );
    if (nginx !== undefined) rates.served.push(await measureRate(nginx.url, {}, 200));
  }
  const [whole, unchanged, file, unchangedFile] = [
    middleRate(rates.whole),
    middleRate(rates.seen),
    middleRate(rates.file),
    middleRate(rates.fileSeen),
  ];
  const proxy = nginx === undefined ? undefined : middleRate(rates.served);
  await nginx?.stop();
  const row = (
    name: string,
    { perSecond, p99, other }: Rate,
    to: Rate,
    queries?: number,
  ): (string | number)[] => [
    name,
    perSecond.toFixed(0),
    p99,
    (perSecond / to.perSecond).toFixed(2),
    proxy === undefined ? '–' : (perSecond / proxy.perSecond).toFixed(2),
    queries === undefined ? '' : ((queries / (perSecond * seconds)) * 1000).toFixed(2),
    other,
  ];
  table([
    [
      `${connections} connections, ${bodyBytes} bytes`,
      'per s',
      'p99 ms',
      'to a file of this process',
      'to nginx',
      'queries per 1,000',
      'other status',
    ],
    row('shared view, 200', whole, file, between.queries - before.queries),
    row('shared view, 304', unchanged, unchangedFile, after.queries - between.queries),
    row('file of this process, 200', file, file),
    row('file of this process, 304', unchangedFile, unchangedFile),
    ...(proxy === undefined ? [] : [row('nginx, a file of as many bytes', proxy, file)]),
  ]);
  if (proxy === undefined)
    console.log('  NOT RUN: nginx, which is not installed (apt-get install nginx-light)');
  console.log(
    '  aim: 200s 8,000 a second with p99 30 ms, 304s 15,000 with 15 ms, at most 1 query per 1,000',
  );
}
