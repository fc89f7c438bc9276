// Proxies that cache whatever the server allows, as a careless operator sets them up: a request's
// cookie makes no difference to them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../setup/processes/server.ts';

export interface CachingProxy {
  readonly url: string;
  stop(): Promise<void>;
}
interface ProxyOptions {
  readonly folder: string;
  readonly port: number;
  readonly upstream: number;
}
export interface ProxyProgram {
  readonly name: string;
  readonly path: string;
  /** Writes the configuration into the folder and returns the program's arguments. */
  configure(options: ProxyOptions): readonly string[];
}

const nginxConfiguration = ({ folder, port, upstream }: ProxyOptions): string => `
pid ${folder}/pid; error_log ${folder}/error.log; daemon off; worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=all:10m inactive=1h;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host 127.0.0.1:${upstream};
      proxy_set_header X-Forwarded-For $http_x_reader;
      proxy_cache all;
      proxy_cache_key $request_uri;
      proxy_cache_valid 200 404 10m;
      proxy_cache_use_stale error timeout updating;
      add_header X-Cache-Status $upstream_cache_status always;
    }
  }
}`;
/** Varnish passes a request with a cookie by default; `return (hash)` takes that away. */
const varnishConfiguration = ({ upstream }: ProxyOptions): string => `
vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${upstream}"; }
sub vcl_recv {
  set req.http.Host = "127.0.0.1:${upstream}";
  set req.http.X-Forwarded-For = req.http.X-Reader;
  if (req.method == "GET" || req.method == "HEAD") { return (hash); }
}
sub vcl_hash { hash_data(req.url); return (lookup); }
sub vcl_deliver {
  if (obj.hits > 0) { set resp.http.X-Cache-Status = "HIT"; }
}`;

export const proxyPrograms: readonly ProxyProgram[] = [
  {
    name: 'nginx',
    path: '/usr/sbin/nginx',
    configure(options) {
      const file = join(options.folder, 'nginx.conf');
      mkdirSync(join(options.folder, 'cache'));
      // nginx started by root changes to a user without write access here
      const user = process.getuid?.() === 0 ? 'user root;' : '';
      writeFileSync(file, user + nginxConfiguration(options));
      return ['-c', file, '-p', options.folder];
    },
  },
  {
    name: 'Varnish',
    path: '/usr/sbin/varnishd',
    configure(options) {
      const file = join(options.folder, 'default.vcl');
      writeFileSync(file, varnishConfiguration(options));
      const work = join(options.folder, 'work');
      const address = `127.0.0.1:${options.port}`;
      return ['-F', '-j', 'none', '-a', address, '-f', file, '-n', work, '-s', 'malloc,64m'];
    },
  },
];

export const isInstalled = (program: ProxyProgram): boolean => existsSync(program.path);

/**
 * Starts a caching proxy before the server at the port `upstream` of this machine.
 *
 * @returns its address, and how to stop it
 * @throws if it doesn't answer within 20 s
 */
export async function startCachingProxy(
  program: ProxyProgram,
  upstream: number,
): Promise<CachingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-proxy-'));
  const port = await freePort();
  const child = spawn(program.path, program.configure({ folder, port, upstream }), {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(`${url}/api/v1/health`).catch(() => undefined);
    if (response?.ok === true) return { url, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${program.name} doesn't answer`);
}
