import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compact } from '#domain/values/compact.ts';
import type { Drawing } from '#server/core/deps.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { engines } from '../../setup/api/stores.ts';
import { draft, type LinkApi, openLinks, viewOfPage } from '../../setup/api/links.ts';

const encode = (text: string) => new TextEncoder().encode(text);
/** Draws nothing, and records its requests. */
const drawnBy = (subjects: string[]): Drawing => ({
  svg: async () => ({ content: '<svg/>', missing: [] }),
  png: async (request) => {
    subjects.push(JSON.stringify(request));
    return { content: encode('png'), missing: [] };
  },
});

describe.each(engines)('the picture of a link in previews ($name)', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine, {
      drawing: drawnBy([]),
      assets: async () => ({
        bytes: encode('<!doctype html><html lang="zh-CN"><head></head><body></body></html>'),
        type: 'text/html; charset=utf-8',
        immutable: false,
      }),
    });
  });
  afterEach(() => links.close());
  const read = (path: string) => links.send('GET', path, { headers: { 'sec-fetch-site': 'none' } });
  const status = async (path: string) => (await read(path)).status;

  test('exists without the secret while the link is live, and only where its owner chose it', async () => {
    const link = await links.make({ publish_picture: true });
    const picture = await read(`/s/${link.link.id}.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(picture.headers.get('cache-control')).toBe('no-cache');
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const quiet = await links.make();
    expect(await status(`/s/${quiet.link.id}.png`)).toBe(404);
    for (const state of ['paused', 'ended']) {
      await links.change(link.link.id, { state });
      expect(await status(`/s/${link.link.id}.png`)).toBe(404);
    }
  });

  test('ends when its link expires, and moves with it to the link that replaces it', async () => {
    const link = await links.make({ publish_picture: true });
    const { json } = await links
      .send('POST', `/api/v1/links/${link.link.id}/replace`, { body: {} })
      .then(async (response) => ({ json: (await response.json()) as typeof link }));
    expect(json.link.publish_picture).toBe(true);
    expect(await status(`/s/${link.link.id}.png`)).toBe(404);
    expect(await status(`/s/${json.link.id}.png`)).toBe(200);
    links.pass(91 * 24 * 3600 * 1000);
    expect(await status(`/s/${json.link.id}.png`)).toBe(404);
  });

  // seen to fail: a messenger described an English link in Chinese
  test('has beside it a description in the language of its link, unless the reader names one', async () => {
    const describe = async (more: object, accept?: string) => {
      const { link } = await links.make(more);
      const headers = { 'sec-fetch-site': 'none', ...compact({ 'accept-language': accept }) };
      const page = await (await links.send('GET', `/s/${link.id}`, { headers })).text();
      return /<html lang="([^"]*)"/.exec(page)?.[1];
    };
    const open = { publish_title: true, title: 'Progress', language: 'en' };
    expect(await describe(open)).toBe('en');
    expect(await describe({ publish_picture: true, language: 'ja' }, 'de')).toBe('ja');
    expect(await describe(open, 'ja,en;q=0.5')).toBe('ja');
    expect(await describe({ ...open, fixed_language: true }, 'ja')).toBe('en');
    // the address of a link that publishes nothing does not show that it exists
    expect(await describe({ language: 'en' })).toBe('zh-CN');
  });

  test('all other addresses get the same answer', async () => {
    const quiet = await links.make();
    const ownResponse = await read(`/s/${quiet.link.id}.png`);
    const text = async (response: Response) =>
      (await response.text()).replace(/"(reference|instance)":"[^"]*"/g, '');
    const first = await text(ownResponse);
    const address = fc.oneof(
      fc.stringMatching(/^[a-z2-7]{16}\.(png|svg|pdf|csv|json)$/),
      // . and .. name a folder
      fc.stringMatching(/^[A-Za-z0-9_.%~-]{1,40}$/).filter((file) => !/^\.\.?$/.test(file)),
      fc.constant(`${quiet.link.id}.PNG`),
      fc.constant(`${quiet.secret}.png`),
    );
    await fc.assert(
      fc.asyncProperty(address, async (file) => {
        const response = await read(`/s/${encodeURIComponent(file)}`);
        expect([response.status, await text(response)]).toEqual([404, first]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['overview', 'pipeline', 'changes', 'charts', 'outlook'] as const)(
    'of %s shows no more than a reader of the link sees',
    async (page) => {
      const drawings: string[] = [];
      const own = await openLinks(engine, { drawing: drawnBy(drawings) });
      try {
        const link = await own.make({
          view: {
            ...viewOfPage(page),
            ...(page === 'changes' ? { as_of: '2021-04-16', compare: '2021-03-01' } : {}),
          },
          publish_picture: true,
        });
        expect((await own.send('GET', `/s/${link.link.id}.png`, {})).status).toBe(200);
        expect(drawings.join()).not.toMatch(/"code":"[A-D]\d\d"/);
      } finally {
        await own.close();
      }
    },
  );

  test('is refused with names, single amounts, a password, an embedded figure or a list', async () => {
    const send = async (more: object) => {
      const body = { name: 'A', ...draft, publish_picture: true, ...more };
      const response = await links.send('POST', '/api/v1/links', { body });
      const { errors = [] } = (await response.json()) as { errors?: { path: string }[] };
      return [response.status, errors.map(({ path }) => path).join()];
    };
    expect(await send({})).toEqual([201, '']);
    expect(await send({ profile: redactionProfiles.names })).toEqual([400, 'profile.names']);
    expect(await send({ profile: { ...redactionProfiles.totals, amounts: 'all' } })).toEqual([
      400,
      'profile.amounts',
    ]);
    expect(await send({ password: 'long enough words' })).toEqual([400, 'password']);
    expect(await send({ view: { page: 'projects' } })).toEqual([400, 'view.page']);
    const embed = { figure: 'targets', origins: ['https://a.example'] };
    expect(await send({ view: { page: 'overview', embed } })).toEqual([400, 'view.embed']);
    for (const wrong of ['yes', 1, null])
      expect((await send({ publish_picture: wrong }))[0]).toBe(400);
  });

  test('the page keeps its language only where the sender fixed it', async () => {
    const head = async (more: object) => {
      const link = await links.make(more);
      const response = await links.read(link.link.id, await links.reader(link));
      return ((await response.json()) as { link: { fixed_language?: boolean } }).link;
    };
    expect(await head({})).not.toHaveProperty('fixed_language');
    expect(await head({ fixed_language: true })).toHaveProperty('fixed_language', true);
  });
});
