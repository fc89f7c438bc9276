import { compact } from '#domain/values/compact.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenLinkResult, SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { draft, type LinkApi, openLinks } from '../../setup/api/links.ts';

const site = 'https://zone.example.org';
const emptyPage = new TextEncoder().encode(
  '<!doctype html><html lang="zh-CN"><head><title>x</title></head><body></body></html>',
);
let links: LinkApi;
beforeEach(async () => {
  links = await openLinks(undefined, {
    assets: async (path) =>
      ['/embedded-figure.html', '/embed.js', '/favicon.svg'].includes(path)
        ? { bytes: emptyPage, type: 'text/html; charset=utf-8', immutable: false }
        : undefined,
  });
});
afterEach(() => links.close());
const embedded = (figure: string, origins: readonly string[] = [site]) => ({
  view: { page: 'overview', embed: { figure, origins } },
  profile: redactionProfiles.full,
});
const ancestors = async (address: string, referer: string = `${site}/`): Promise<string> => {
  const response = await links.send('GET', address, {
    headers: {
      accept: 'text/html',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      ...compact({ referer: referer === '' ? undefined : referer }),
    },
  });
  expect([
    response.status,
    response.headers.get('referrer-policy'),
    response.headers.has('set-cookie'),
  ]).toEqual([200, 'no-referrer', false]);
  return (
    /frame-ancestors ([^;]*)/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  );
};

test('only the sites of a live link may frame it, and none while it is paused', async () => {
  const link = await links.make(embedded('progress', [site, 'http://intranet:8080']));
  expect(link.address).toBe(`/e?i=${link.link.id}#${link.secret}`);
  const address = `/e?i=${link.link.id}`;
  expect(await ancestors(address)).toBe(site);
  expect(await ancestors(address, 'http://intranet:8080/page?x=1')).toBe('http://intranet:8080');
  const plain = await links.make();
  for (const address of [
    '/e',
    '/e?i=',
    `/e?i=${plain.link.id}`,
    '/e?i=aaaaaaaaaaaaaaaa',
    "/e?i=*;script-src 'unsafe-inline'",
  ])
    expect(await ancestors(address)).toBe("'none'");
  await links.change(link.link.id, { state: 'paused' });
  expect(await ancestors(`/e?i=${link.link.id}`)).toBe("'none'");
});

test('messengers show the zone and the picture of the product, and nothing of the figure', async () => {
  const link = await links.make({ ...embedded('progress'), title: 'Quiet' });
  const headers = { accept: 'text/html', 'accept-language': 'en' };
  const response = await links.send('GET', `/e?i=${link.link.id}`, { headers });
  const html = await response.text();
  const tags = html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)">/g);
  expect(
    Object.fromEntries([...tags].map(([, name = '', value = '']) => [name, value])),
  ).toMatchObject({
    'og:title': 'Qingdao area · Headway',
    'og:description': expect.stringContaining('Progress of Qingdao area'),
    'og:image': expect.stringMatching(/^http:\/\/[^/]+\/preview\.png$/),
  });
  expect(html).not.toContain('Quiet');
});

test('pages of other sites may load only the script of the frames', async () => {
  const readPolicy = async (path: string) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    const response = await links.send('GET', path, { headers });
    return [response.status, response.headers.get('cross-origin-resource-policy')];
  };
  expect(await readPolicy('/embed.js')).toEqual([200, 'cross-origin']);
  for (const path of ['/favicon.svg', '/e'])
    expect(await readPolicy(path)).toEqual([200, 'same-origin']);
});

test('the page reveals none of the other sites', async () => {
  const link = await links.make(embedded('progress', [site, 'https://partner.example.com']));
  for (const referer of [
    '',
    'https://elsewhere.example',
    `${site}.evil.example/`,
    'null',
    `https://elsewhere.example/?${site}`,
  ])
    expect(await ancestors(`/e?i=${link.link.id}`, referer)).toBe("'none'");
  expect(await ancestors(`/e?i=${link.link.id}`)).not.toContain('partner');
});

test('an embedded figure is read with a token and holds only its own data', async () => {
  for (const [figure, has, lacks] of [
    ['progress', 'targets', 'strip'],
    ['targets', 'targets', 'strip'],
    ['pipeline', 'strip', 'targets'],
  ] as const) {
    const link = await links.make(embedded(figure));
    const response = await links.post(link.secret);
    const json = (await response.json()) as OpenLinkResult & { token: string };
    expect([
      response.headers.has('set-cookie'),
      json.state,
      schemas.openShared.reply.safeParse(json).success,
    ]).toEqual([false, 'open', true]);
    const authorization = `Bearer ${json.token}`;
    const read = await links.read(link.link.id, { authorization });
    const payload = (await read.json()) as SharedPayload;
    expect([read.status, schemas.shared.reply.safeParse(payload).error]).toEqual([200, undefined]);
    expect(payload.overview).toHaveProperty(has);
    for (const part of [
      lacks,
      'established',
      'changes',
      ...(figure === 'pipeline' ? [] : ['headline']),
    ])
      expect(payload.overview).not.toHaveProperty(part);
    expect(JSON.stringify(payload)).not.toContain(site);
    for (const headers of [
      { cookie: `headway_share_${link.link.id}=${json.token}` },
      { authorization: json.token },
      { authorization: `Bearer ${json.token}x` },
    ])
      expect((await links.read(link.link.id, headers)).status).toBe(401);
    expect((await links.read(link.link.id, { authorization }, '/charts/progress.csv')).status).toBe(
      404,
    );
    expect((await links.read((await links.make()).link.id, { authorization })).status).toBe(401);
    await links.change(link.link.id, { state: 'ended' });
    expect((await links.read(link.link.id, { authorization })).status).toBe(401);
  }
});

/** Two days of the sample, on the page of changes. */
const ofChanges = { page: 'changes', as_of: '2021-04-16', compare: '2021-01-16' };
const changesIn = (figure: string) => ({ ...ofChanges, embed: { figure, origins: [site] } });

// seen to fail: the server refused the chart of changes as a figure, though links show its page
test('the embedded chart of changes has the redacted chart of the page of changes, and no more', async () => {
  for (const profile of [redactionProfiles.totals, redactionProfiles.names]) {
    const page = await links.make({ profile, view: ofChanges });
    const read = await links.read(page.link.id, await links.reader(page));
    const whole = ((await read.json()) as SharedPayload).changes;
    const link = await links.make({ profile, view: changesIn('changes') });
    expect(link.address).toBe(`/e?i=${link.link.id}#${link.secret}`);
    const { token } = (await (await links.post(link.secret)).json()) as { token: string };
    const figure = await links.read(link.link.id, { authorization: `Bearer ${token}` });
    const payload = (await figure.json()) as SharedPayload;
    expect(schemas.shared.reply.safeParse(payload).error).toBeUndefined();
    const { indicators = [], targets, ...ofChart } = whole ?? {};
    expect([indicators.length > 0, targets === undefined]).toEqual([true, false]);
    expect(ofChart).toHaveProperty('bridge.groups.0');
    expect(payload.changes).toEqual(ofChart);
    for (const part of ['strip', 'targets', 'headline', 'changes', 'established'])
      expect(payload.overview).not.toHaveProperty(part);
  }
});

test('rejects an embedded chart of changes without its section, and a chart of another page', async () => {
  const send = async (figure: string, sections: readonly string[]) => {
    const profile = { ...draft.profile, sections };
    const response = await links.send('POST', '/api/v1/links', {
      body: { name: 'A', ...draft, view: changesIn(figure), profile },
    });
    return [response.status, ((await response.json()) as { readonly detail?: string }).detail];
  };
  expect((await send('changes', ['changes']))[0]).toBe(201);
  expect(await send('changes', ['targets'])).toEqual([
    400,
    'Add changes to profile.sections: without it, this figure is empty.',
  ]);
  expect((await send('progress', ['changes', 'targets']))[0]).toBe(400);
});

test('the cookie of a link is not accepted as token', async () => {
  const link = await links.make();
  const cookie = (await links.reader(link))['cookie'] ?? '';
  expect((await links.read(link.link.id, { cookie })).status).toBe(200);
  expect(
    (await links.read(link.link.id, { authorization: `Bearer ${cookie.split('=')[1]}` })).status,
  ).toBe(401);
});

test('rejects an embedded figure with a password, files or an invalid site', async () => {
  const send = async (more: object) =>
    (await links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft, ...more } })).status;
  expect(await send(embedded('progress'))).toBe(201);
  for (const more of [
    { exports: 'data' },
    { password: 'a long enough password' },
    { title: 'T', publish_title: true },
  ])
    expect(await send({ ...embedded('progress'), ...more })).toBe(400);
  for (const origin of [
    '*',
    "'self'",
    'https://*.example.org',
    'https://a.example/path',
    'https://a.example; script-src *',
    'javascript:x',
    'https://a b',
    '//a.example',
  ])
    expect([origin, await send(embedded('progress', [origin]))]).toEqual([origin, 400]);
  expect(await send(embedded('progress', []))).toBe(400);
  expect(await send(embedded('changes'))).toBe(400);
});

test('rejects an embedded figure whose section the link leaves out', async () => {
  const send = async (figure: string, sections: readonly string[]) => {
    const response = await links.send('POST', '/api/v1/links', {
      body: {
        name: 'A',
        ...draft,
        ...embedded(figure),
        profile: { ...draft.profile, sections },
      },
    });
    return [response.status, ((await response.json()) as { readonly detail?: string }).detail];
  };
  for (const [figure, section] of [
    ['pipeline', 'strip'],
    ['progress', 'targets'],
    ['targets', 'targets'],
  ] as const) {
    expect(await send(figure, ['headline'])).toEqual([
      400,
      `Add ${section} to profile.sections: without it, this figure is empty.`,
    ]);
    expect((await send(figure, [section]))[0]).toBe(201);
  }
});
