import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand, type Ran } from '../../setup/processes/command.ts';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';

const temp = mkdtempSync(join(tmpdir(), 'headway-command-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  runCommand(args, { HEADWAY_DATA: join(temp, 'data'), ...env });

describe('the running server', () => {
  let server: RunningServer;
  let port: number;
  beforeAll(async () => {
    server = await startServer();
    port = Number(new URL(server.url).port);
  });
  afterAll(() => server.stop());
  /** Sends unchanged bytes and returns everything that comes back. */
  const raw = (text: string, waitMs = 30_000): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let all = '';
      socket.setTimeout(waitMs, () => socket.destroy());
      socket.on('data', (d) => (all += d));
      socket.on('error', () => {});
      socket.on('close', () => resolve(all));
    });
  const statusOf = async (text: string): Promise<number> =>
    Number(/^HTTP\/1\.1 (\d{3})/.exec(await raw(text))?.[1] ?? 0);
  const host = () => `Host: 127.0.0.1:${port}\r\nConnection: close\r\n`;

  test('prints its address in one line', () => {
    expect(server.output().trim()).toMatch(/^Headway is at http:\/\/127\.0\.0\.1:\d+$/);
  });
  test('rejects ambiguous requests, with the usual headers', async () => {
    const smuggled = await raw(
      `POST /api/v1/samples HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    );
    expect(smuggled).toMatch(/^HTTP\/1\.1 400 /);
    expect(smuggled.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(smuggled.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(await statusOf(`GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n${host()}\r\n`)).toBe(
      400,
    );
    expect(await statusOf('GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n')).toBe(400);
    expect(
      await statusOf(
        'GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      ),
    ).toBe(421);
    expect(
      await statusOf('GET /api/v1/health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'),
    ).toBe(400);
  });
  test('rejects unknown methods and oversized headers', async () => {
    expect(await statusOf(`TRACE / HTTP/1.1\r\n${host()}\r\n`)).toBe(405);
    expect(await statusOf(`FOO / HTTP/1.1\r\n${host()}\r\n`)).toBe(400);
    expect([0, 400, 405]).toContain(
      await statusOf(`CONNECT evil.example:80 HTTP/1.1\r\n${host()}\r\n`),
    );
    expect(
      await statusOf(`GET / HTTP/1.1\r\n${host()}X-Big: ${'x'.repeat(64 * 1024)}\r\n\r\n`),
    ).toBe(431);
  });
  test('does not decode a path into another one', async () => {
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/..%5cpackage.json',
      '//etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/%00',
    ]) {
      expect([path, await statusOf(`GET ${path} HTTP/1.1\r\n${host()}\r\n`)]).toEqual([path, 404]);
    }
  });
  test('accepts a change from its own site by curl and by page, and takes no principal from a header', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v1/samples`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"sample":"nope"}',
      });
    expect((await post({ origin: server.url })).status).toBe(400);
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ principal: 'x' })).status).toBe(403);
  });
  test('ends an upload without Content-Length at the limit, and keeps running', async () => {
    const piece = new Uint8Array(1024 * 1024);
    let left = 60;
    const body = new ReadableStream<Uint8Array>({
      pull(c) {
        if (left === 60)
          c.enqueue(
            new TextEncoder().encode(
              '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
            ),
          );
        if ((left -= 1) > 0) c.enqueue(piece);
        else c.close();
      },
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { origin: server.url, 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit;
    // the answer may arrive while the rest is still being sent, which fetch reports as a broken
    // connection
    const status = await fetch(`${server.url}/api/v1/imports`, init).then(
      (r) => r.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
  });
  test('a busy port is reported with advice', async () => {
    const { code, err } = await run(['serve'], { PORT: String(port) });
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is in use`);
    expect(err).toContain(`PORT=${port + 1}`);
  });
});

test('SIGTERM stops it with the store closed, and the next start finds all data', async () => {
  const data = join(temp, 'kept');
  const first = await startServer({ data });
  const path = `${first.url}/api/v1/indicators/companies/observations`;
  const response = await fetch(path, {
    method: 'POST',
    headers: { origin: first.url, 'content-type': 'application/json' },
    body: JSON.stringify({ period: '2021-03', value: '41' }),
  });
  expect(response.status).toBe(201);
  await first.stop();
  expect(existsSync(join(data, 'headway.db-wal'))).toBe(false);
  const second = await startServer({ data });
  const health = (await (await fetch(`${second.url}/api/v1/health`)).json()) as {
    revision: number;
  };
  expect(health.revision).toBe(2);
  await second.stop();
});

test('on another address it prints a one-time link that opens a session', async () => {
  const server = await startServer({ env: { HOST: '0.0.0.0' } });
  const key = /^Headway is at http:\/\/[\d.]+:\d+\/key#([\w-]{43}) /.exec(server.output())?.[1];
  expect((await fetch(`${server.url}/api/v1/overview`)).status).toBe(401);
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await fetch(`${server.url}/api/v1/overview`, { headers: { cookie } })).status).toBe(200);
  await server.stop();
});

test('on another address it prints the address of HEADWAY_ADDRESS with the one-time link', async () => {
  const server = await startServer({
    env: { HOST: '0.0.0.0', HEADWAY_ADDRESS: 'https://progress.example.org' },
  });
  expect(server.output()).toMatch(
    /^Headway is at https:\/\/progress\.example\.org\/key#[\w-]{43} /,
  );
  await server.stop();
});

describe('settings', () => {
  test('one message lists every fault', async () => {
    const file = join(temp, 'a-file');
    writeFileSync(file, '');
    const { code, err } = await run(['serve'], {
      PORT: '99999',
      HOST: 'not a host',
      HEADWAY_DATA: join(file, 'x'),
      DATABASE_URL: 'mysql://x',
      HEADWAY_HOSTS: 'good.example,b@d',
      HEADWAY_ADDRESS: 'https://progress.example.org/a/path',
      HEADWAY_KEY: 'too short to seal anything',
    });
    expect(code).toBe(2);
    for (const name of [
      'PORT',
      'HOST',
      'HEADWAY_DATA',
      'DATABASE_URL',
      'HEADWAY_HOSTS',
      'HEADWAY_ADDRESS',
      'HEADWAY_KEY',
    ])
      expect(err).toContain(`- ${name}:`);
    expect(err).not.toContain('    at ');
  });
  test.each(['/sys/kernel', '/sys/kernel/data', '/proc/data'])(
    'a folder that is not writable, not even for root, is named: %s',
    async (folder) => {
      const { code, err } = await run(['serve'], { HEADWAY_DATA: folder });
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/HEADWAY_DATA: \/\w+.* cannot be written/),
      ]);
    },
  );
  test('help, version and an unknown command are handled', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('HEADWAY_DATA') as string,
    });
    expect((await run(['--version'])).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await run(['fly'])).code).toBe(2);
    expect((await run(['import'])).code).toBe(2);
    expect((await run(['--nope'])).code).toBe(2);
  });
});
