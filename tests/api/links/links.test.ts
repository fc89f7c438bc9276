import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { draft, type LinkApi, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('shared links on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
  });
  afterEach(() => links.close());

  test('a new link shows its secret once, is listed without it and opens its content', async () => {
    const link = await links.make({ title: 'April', note: 'For the meeting.' });
    expect(link.address).toBe(`/s/${link.link.id}#${link.secret}`);
    expect(link.secret).toMatch(/^hws_[\w-]{49}$/);
    expect(link.link).toMatchObject({
      name: 'Ministry',
      state: 'live',
      owner: { id: 'local' },
      opened: { count: 0, bots: 0 },
    });
    expect(Date.parse(link.link.expires_at) - Date.parse('2021-05-10T08:00:00Z')).toBe(
      90 * 24 * 60 * 60 * 1000,
    );
    expect(JSON.stringify(await links.listed())).not.toContain(link.secret.slice(4, 40));
    const reply = await links.post(link.secret);
    expect(reply.headers.get('set-cookie')).toMatch(
      new RegExp(
        `^headway_share_${link.link.id}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200$`,
      ),
    );
    const response = await links.read(link.link.id, await links.reader(link));
    const payload = (await response.json()) as SharedPayload;
    expect([response.status, schemas.shared.reply.safeParse(payload).error]).toEqual([
      200,
      undefined,
    ]);
    expect(payload.link).toMatchObject({
      id: link.link.id,
      title: 'April',
      note: 'For the meeting.',
      exports: 'none',
    });
    expect(JSON.stringify(payload)).not.toContain('Ministry');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
  });

  test('two requests with one Idempotency-Key create one link', async () => {
    const headers = { 'idempotency-key': 'link-1' };
    const send = async () =>
      (
        await links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft }, headers })
      ).json();
    expect(await send()).toEqual(await send());
    expect(await links.listed()).toHaveLength(1);
  });

  test('a link expires in the future and within a year', async () => {
    for (const expires_at of ['2021-05-09', '2022-06-01', '2021-05-10T07:59:59Z'])
      expect(
        (await links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft, expires_at } }))
          .status,
      ).toBe(400);
    expect((await links.make({ expires_at: '2021-06-30' })).link.expires_at).toBe(
      '2021-06-30T23:59:59.999Z',
    );
  });

  test('rejects unknown fields, an unknown target and a blank name', async () => {
    for (const more of [
      { name: ' ' },
      { raw: true },
      { view: { page: 'people' } },
      { view: { page: 'overview', measure: 'nothing' } },
      { owner: 'x' },
    ])
      expect(
        (await links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft, ...more } }))
          .status,
      ).toBe(400);
  });

  test('the preview equals the reader’s page', async () => {
    for (const frozen of [false, true]) {
      const body = { ...draft, frozen, profile: redactionProfiles.names, title: 'April' };
      const preview = (await (
        await links.send('POST', '/api/v1/links/preview', { body })
      ).json()) as SharedPayload;
      expect(schemas.previewLink.reply.safeParse(preview).error).toBeUndefined();
      const link = await links.make(body);
      const payload = (await (
        await links.read(link.link.id, await links.reader(link))
      ).json()) as SharedPayload;
      expect([payload.overview, payload.view, payload.link.frozen]).toEqual([
        preview.overview,
        preview.view,
        preview.link.frozen,
      ]);
    }
  });

  test('frozen figures keep their bytes while live figures change', async () => {
    const [frozen, live] = [await links.make({ frozen: true }), await links.make()];
    const [a, b] = [await links.reader(frozen), await links.reader(live)];
    const first = await (await links.read(frozen.link.id, a)).text();
    const before = await (await links.read(live.link.id, b)).text();
    await links.send('POST', '/api/v1/indicators/companies/observations', {
      body: { period: '2021-04', value: '44' },
    });
    expect(await (await links.read(frozen.link.id, a)).text()).toBe(first);
    expect((JSON.parse(first) as SharedPayload).link.frozen).toMatchObject({
      intact: true,
      as_of: '2021-04-16',
    });
    expect(await (await links.read(live.link.id, b)).text()).not.toBe(before);
  });

  test('an ended link stays ended, and its holder learns when it ended', async () => {
    const link = await links.make();
    const headers = await links.reader(link);
    expect((await links.change(link.link.id, { state: 'ended' })).status).toBe(200);
    for (const body of [{ state: 'live' }, { state: 'paused' }, { expires_at: '2021-12-31' }])
      expect((await links.change(link.link.id, body)).status).toBe(409);
    expect((await links.read(link.link.id, headers)).status).toBe(401);
    expect(await (await links.post(link.secret)).json()).toEqual({
      state: 'ended',
      on: '2021-05-10T08:00:00.000Z',
    });
  });

  test('a change needs the current version, and the second of two editors is rejected', async () => {
    const { link } = await links.make();
    const patch = (headers: Readonly<Record<string, string>>) =>
      links.send('PATCH', `/api/v1/links/${link.id}`, { body: { note: 'x' }, headers });
    expect((await patch({})).status).toBe(428);
    const etag = (await links.send('GET', `/api/v1/links/${link.id}`)).headers.get('etag') ?? '';
    expect((await patch({ 'if-match': etag })).status).toBe(200);
    expect((await patch({ 'if-match': etag })).status).toBe(412);
    expect((await patch({ 'if-match': '*' })).status).toBe(428);
  });

  test('all links of an owner or of the zone end at once and for good', async () => {
    const madeLinks = [await links.make(), await links.make(), await links.make()];
    await links.change(madeLinks[0]?.link.id ?? '', { state: 'ended' });
    const end = async (body: object) =>
      (await links.send('POST', '/api/v1/links/end', { body })).json();
    expect(await end({ owner: 'nobody' })).toEqual({ ended: 0 });
    expect(await end({ owner: 'local' })).toEqual({ ended: 2 });
    await links.make();
    expect(await end({ all: true })).toEqual({ ended: 1 });
    expect((await links.listed()).map(({ state }) => state)).toEqual([
      'ended',
      'ended',
      'ended',
      'ended',
    ]);
    expect((await links.send('POST', '/api/v1/links/end', { body: {} })).status).toBe(400);
  });
});
