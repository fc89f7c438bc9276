import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LinkApi, openLinks } from '../../setup/api/links.ts';

let links: LinkApi;
const emptyPage =
  '<!doctype html><html lang="zh-CN"><head><title>x</title></head><body>built</body></html>';
beforeEach(async () => {
  links = await openLinks(undefined, {
    assets: async (path) =>
      path === '/shared-link.html'
        ? {
            bytes: new TextEncoder().encode(emptyPage),
            type: 'text/html; charset=utf-8',
            immutable: false,
          }
        : undefined,
  });
});
afterEach(() => links.close());
const page = async (address: string) => {
  const response = await links.send('GET', address, {
    headers: { accept: 'text/html', 'accept-language': 'en' },
  });
  return { response, html: await response.text() };
};
/** The tags by which messengers preview an address. */
const readTags = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

test('the page of links names product and zone, holds no data and is hidden from search engines and other sites', async () => {
  const { response, html } = await page('/s?as_of=2021-04-16&zone=B');
  expect(html).toContain('<title>Qingdao area · Headway</title>');
  expect(readTags(html)).toEqual({
    'og:type': 'website',
    'og:site_name': 'Headway',
    'og:title': 'Qingdao area · Headway',
    'og:description':
      'Progress of Qingdao area, to read without an account. Open the whole address, with the part after #.',
    'og:image': expect.stringMatching(/^http:\/\/[^/]+\/preview\.png$/),
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'Qingdao area · Headway',
  });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  });
  expect(html.replace(/<title>.*?<\/title>(<meta[^>]*>)*/, '<title>x</title>')).toBe(
    emptyPage.replace('zh-CN', 'en'),
  );
});

test('the preview shows a title only when its owner publishes it and the link is live', async () => {
  const quiet = await links.make({ title: 'Quiet' });
  const loud = await links.make({ title: '"Loud" <b>', publish_title: true });
  expect((await page(`/s/${quiet.link.id}`)).html).not.toContain('Quiet');
  // addresses of former versions
  expect((await page(`/s?t=${loud.link.id}`)).html).toContain('Loud');
  expect((await page(`/s/${loud.link.id}`)).html).toContain(
    '<title>&quot;Loud&quot; &lt;b&gt; · Qingdao area · Headway</title>',
  );
  await links.change(loud.link.id, { state: 'ended' });
  expect((await page(`/s/${loud.link.id}`)).html).not.toContain('Loud');
  expect((await page("/s?t=' or 1=1")).response.status).toBe(200);
});

test.each([
  ['zh-CN', '青岛示范区'],
  ['ja', '青島モデル区'],
  ['en', 'Qingdao area'],
])('%s: the preview describes the page and holds neither secret nor figure', async (lang, zone) => {
  const link = await links.make();
  const { html } = await page(`/s/${link.link.id}?lang=${lang}`);
  const tags = readTags(html);
  expect(tags['og:description']).toContain(zone);
  expect(Object.keys(tags)).toHaveLength(8);
  expect(html).not.toContain('hws_');
  expect(
    Object.values(tags)
      .join(' ')
      .replace(/1200|630|http:\S+/g, ''),
  ).not.toMatch(/\d/);
});
