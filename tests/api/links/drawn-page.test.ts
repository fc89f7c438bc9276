import { afterEach, describe, expect, test, vi } from 'vitest';
import { linkPagePath } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import type { RenderLink } from '#server/core/deps.ts';
import { type LinkApi, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';
import { drawnLinks, echoedLinks } from '../../setup/pages/link-renderer.ts';

let links: LinkApi;
afterEach(() => links.close());

type Headers = Readonly<Record<string, string>>;
const read = async ({ link }: MadeLink, headers: Headers, query = '') => {
  const response = await links.send('GET', linkPagePath(link.id) + query, {
    headers: { accept: 'text/html', 'accept-language': 'en', ...headers },
  });
  return { response, html: await response.text() };
};
const readBoot = (html: string) =>
  JSON.parse(
    /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null',
  );

describe.each(engines)('the page of a link as the server draws it ($name)', (engine) => {
  test('holds words, figures, drawings and the bytes of the API, and nothing may keep it', async () => {
    links = await openLinks(engine, drawnLinks);
    const link = await links.make({ title: 'April', note: 'See <you>' });
    const headers = await links.reader(link);
    const { response, html } = await read(link, headers);
    expect(html).toContain('<title>Qingdao area · 16 April 2021 · Headway</title>');
    expect(html).toContain('<h1>April</h1>');
    expect(html).toContain('7 established projects');
    expect(html).toContain('<desc>progress ');
    expect(html).toContain('<desc>pipeline ');
    const answer = await links.read(link.link.id, headers);
    const { payload, tag, today } = readBoot(html);
    expect(JSON.stringify(payload)).toBe(await answer.text());
    expect(answer.headers.get('etag')).toContain(tag);
    expect(today).toBe('2021-05-10');
    expect(html).not.toContain('See <you>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      vary: 'accept-encoding, accept-language, cookie',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'content-security-policy': expect.stringContaining("require-trusted-types-for 'script'"),
    });
    expect(response.headers.has('set-cookie')).toBe(false);
  });

  test('is drawn from the payload alone, once for each version', async () => {
    const renderLink = vi.fn<RenderLink>(echoedLinks.renderLink);
    links = await openLinks(engine, { ...echoedLinks, renderLink });
    const link = await links.make({ password: undefined });
    const headers = await links.reader(link);
    const first = await read(link, headers);
    const same = await read(link, headers, '?as_of=2020-05-01&fields=investor&raw=1');
    expect(same.html).toBe(first.html);
    expect(renderLink).toHaveBeenCalledOnce();
    const [request] = renderLink.mock.calls[0] ?? [];
    expect(Object.keys(request ?? {}).toSorted()).toEqual(
      ['built', 'language', 'payload', 'tag', 'time_zone', 'today', 'view'].toSorted(),
    );
    expect(request?.payload).toBe(await (await links.read(link.link.id, headers)).text());
    await links.change(link.link.id, { note: 'new' });
    expect((await read(link, headers)).html).toContain('"note":"new"');
  });

  test('needs a session of this very link while it is live; all others get the page that opens a link', async () => {
    const renderLink = vi.fn<RenderLink>(echoedLinks.renderLink);
    links = await openLinks(engine, { ...echoedLinks, renderLink });
    const [link, other] = [await links.make(), await links.make()];
    const headers = await links.reader(link);
    const { html: opening } = await read(link, {});
    const { cookie = '' } = headers;
    const renamed = cookie.replace(link.link.id, other.link.id);
    expect((await read(other, headers)).html).toBe(opening);
    expect((await read(other, { cookie: renamed })).html).toBe(opening);
    expect((await read(link, { cookie: `${cookie}x` })).html).toBe(opening);
    expect((await read(link, { authorization: `Bearer ${cookie.split('=')[1]}` })).html).toBe(
      opening,
    );
    expect(renderLink).not.toHaveBeenCalled();
    const before = JSON.stringify(await links.listed());
    expect((await read(link, headers)).html).not.toBe(opening);
    expect(JSON.stringify(await links.listed())).toBe(before);
    await links.change(link.link.id, { state: 'paused' });
    expect((await read(link, headers)).html).toBe(opening);
    await links.change(link.link.id, { state: 'live' });
    expect((await read(link, headers)).html).not.toBe(opening);
    links.pass(13 * 60 * 60 * 1000);
    expect((await read(link, headers)).html).toBe(opening);
  });
});

test('a figure for other sites is never drawn as a page, whatever its reader sends', async () => {
  const renderLink = vi.fn<RenderLink>(echoedLinks.renderLink);
  links = await openLinks(undefined, { ...echoedLinks, renderLink });
  const link = await links.make({
    view: { page: 'overview', embed: { figure: 'targets', origins: ['https://zone.example'] } },
  });
  const { token } = (await (await links.post(link.secret)).json()) as { readonly token: string };
  await read(link, { cookie: `headway_share_${link.link.id}=${token}` });
  await read(link, { authorization: `Bearer ${token}` });
  expect(renderLink).not.toHaveBeenCalled();
});

test('the reader chooses the language, unless the sender fixed it', async () => {
  links = await openLinks(undefined, echoedLinks);
  const readLanguage = async (more: object, accepted: string, query = '') => {
    const link = await links.make({ language: 'ja', ...more });
    const headers = { ...(await links.reader(link)), 'accept-language': accepted };
    const { html } = await read(link, headers, query);
    const [, ofPage] = /<html lang="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`"language":"${ofPage}"`);
    return ofPage;
  };
  expect(await readLanguage({}, 'en-GB,en;q=0.9')).toBe('en');
  expect(await readLanguage({}, 'fr-FR')).toBe('ja');
  expect(await readLanguage({ fixed_language: true }, 'en-GB')).toBe('ja');
  expect(await readLanguage({ fixed_language: true }, 'en-GB', '?lang=zh-CN')).toBe('zh-CN');
});

test('the form for a wall and the themes are pages of their own', async () => {
  links = await openLinks(undefined, drawnLinks);
  const link = await links.make();
  const headers = await links.reader(link);
  const { html: page } = await read(link, headers);
  const { html: wall } = await read(link, headers, '?view=wall');
  const { html: light } = await read(link, headers, '?view=wall&theme=light');
  expect(page).toContain('<h1>Progress, April 2021</h1>');
  expect(wall).toContain('<h1>Qingdao area</h1>');
  expect(wall).toContain('wall_wall" data-theme="dark"');
  expect(light).toContain('wall_wall" data-theme="light"');
});
