import { createServer, request, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountLabels, peopleLabels } from '#web/features/accounts/labels/index.ts';
import { journeys, waitForIdle } from '../../setup/pages/journey.ts';
import { listCopies, waitForCopies } from '../../setup/pages/offline-copies.ts';
import { freePort } from '../../setup/processes/server.ts';

const password = 'rain on eleven copper kettles';
const a = accountLabels.en;
const p = peopleLabels.en;

/** A proxy in front of the server that can answer by itself. */
interface Proxy {
  readonly url: string;
  /** Answers with this status instead of the server. Omitted: the server answers. */
  status: number | undefined;
  /** Replaces text of the worker's script, as another build would. */
  build: string | undefined;
  close(): void;
}
async function startProxy(target: string): Promise<Proxy> {
  const port = await freePort();
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    status: undefined,
    build: undefined,
    close: () => void server.close(),
  };
  const server: Server = createServer((incoming, outgoing) => {
    if (proxy.status !== undefined) {
      outgoing.writeHead(proxy.status, { 'content-type': 'text/plain' });
      outgoing.end('The proxy answers.');
      return;
    }
    const headers = { ...incoming.headers };
    if (proxy.build !== undefined)
      for (const name of ['accept-encoding', 'if-none-match']) delete headers[name];
    const upstream = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers },
      (answer) => {
        const isWorker = incoming.url === '/offline.js' && proxy.build !== undefined;
        if (!isWorker) {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
          return;
        }
        const { 'content-length': _length, etag: _etag, ...rest } = answer.headers;
        outgoing.writeHead(200, rest);
        let text = '';
        answer.on('data', (part) => (text += String(part)));
        answer.on('end', () => outgoing.end(text.replace(/[0-9a-f]{12}/, proxy.build ?? '')));
      },
    );
    upstream.on('error', () => outgoing.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return proxy;
}

const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
};
const nameCaches = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());

journeys('kept pages', (at) => {
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await startProxy(at().server.url);
  });
  afterAll(() => proxy.close());

  test('a server that answers with an error is shown as such, not hidden by a copy', async () => {
    const { page } = await at().visit(`${proxy.url}/?lang=en`);
    await waitForCopies(page, '/?lang=en');
    for (const status of [500, 502]) {
      proxy.status = status;
      const response = await page.goto(`${proxy.url}/?lang=en`);
      expect(response?.status()).toBe(status);
      expect(await page.locator('body').innerText()).toBe('The proxy answers.');
    }
    proxy.status = undefined;
    await page.goto(`${proxy.url}/?lang=en`);
    expect(await listCopies(page)).toContain('/?lang=en');
  });

  test('a new build replaces the copies of the old one', async () => {
    const { page } = await at().visit(`${proxy.url}/?lang=en`);
    await waitForCopies(page, '/?lang=en');
    const before = await nameCaches(page);
    expect(before).toHaveLength(2);
    proxy.build = '0123456789ab';
    await page.goto(`${proxy.url}/projects?lang=en`);
    await expect
      .poll(() => nameCaches(page), { timeout: 30_000 })
      .toSatisfy((names: readonly string[]) =>
        names.every((name) => name.startsWith('headway-0123456789ab ')),
      );
    proxy.build = undefined;
  });

  test('signing out, another account and a lower role leave nothing of before', async () => {
    const { server } = at();
    const ada = await at().visit('/account?lang=en');
    await fill(ada.page, {
      [a.login]: 'ada@example.org',
      [a.name]: 'Ada',
      [a.new_password]: password,
    });
    await ada.page.getByRole('button', { name: a.create }).click();
    await ada.page.getByRole('link', { name: 'Ada', exact: true, includeHidden: true }).waitFor();
    await ada.page.goto(`${server.url}/people?lang=en`);
    await waitForIdle(ada.page);
    await fill(ada.page, { [p.invite_login]: 'bo@example.org' });
    await ada.page.getByRole('button', { name: p.invite_do }).click();
    const link = await ada.page.getByLabel(p.link, { exact: true }).inputValue();
    await ada.page.goto(`${server.url}/?lang=en`);
    await waitForCopies(ada.page, '/?lang=en');
    expect(
      (await nameCaches(ada.page)).filter((name) => / data account .+ admin$/.test(name)),
    ).toHaveLength(1);
    await ada.page.evaluate(() => localStorage.setItem('headway.unsaved.month.x', '{}'));

    // Ada signs out
    await ada.page.goto(`${server.url}/account?lang=en`);
    await ada.page.getByRole('button', { name: a.sign_out, exact: true }).click();
    await ada.page.getByRole('heading', { name: a.sign_in }).waitFor();
    await waitForIdle(ada.page);
    expect(await nameCaches(ada.page)).toEqual([]);
    expect(
      await ada.page.evaluate(() => localStorage.getItem('headway.unsaved.month.x')),
    ).toBeNull();

    // Bo comes in the same browser
    await ada.page.goto(link.replace('#', '?lang=en#'));
    await fill(ada.page, { [a.name]: 'Bo', [a.new_password]: password });
    await ada.page.getByRole('button', { name: a.create }).click();
    await ada.page.getByRole('link', { name: 'Bo', exact: true, includeHidden: true }).waitFor();
    await ada.page.goto(`${server.url}/?lang=en`);
    await waitForCopies(ada.page, '/?lang=en');
    const ofBo = (await nameCaches(ada.page)).filter((name) => name.includes(' data '));
    expect(ofBo).toHaveLength(1);

    // an admin ends the session of Bo: the next request leaves nothing
    await ada.page.context().clearCookies();
    await ada.page.goto(`${server.url}/projects?lang=en`);
    await ada.page.getByRole('heading', { name: a.sign_in }).waitFor();
    await expect.poll(() => nameCaches(ada.page)).toEqual([]);
    await ada.page.context().setOffline(true);
    await expect(ada.page.goto(`${server.url}/?lang=en`)).rejects.toThrow();
  });
});
