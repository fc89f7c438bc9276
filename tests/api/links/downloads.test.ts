import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditPage } from '#contract/audit/schemas.ts';
import { drawingInPlace } from '../../setup/documents/drawing-in-place.ts';
import { type LinkApi, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('downloads through a link on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine, { drawing: drawingInPlace });
  });
  afterEach(() => links.close());

  test('are counted on the link and logged once for each file and day', async () => {
    const link = await links.make({ exports: 'data' });
    const headers = await links.reader(link);
    const read = (file: string, more = {}) =>
      links.read(link.link.id, { ...headers, ...more }, file);
    expect((await links.listed())[0]?.downloaded).toEqual({ count: 0 });
    const first = await read('/charts/targets.csv');
    expect(first.status).toBe(200);
    links.pass(60_000);
    expect((await read('/charts/targets.csv')).status).toBe(200);
    expect((await read('/charts/targets.json')).status).toBe(200);
    // no download: a cached file, one that the link does not offer, and the page itself
    expect(
      (await read('/charts/targets.csv', { 'if-none-match': first.headers.get('etag') ?? '' }))
        .status,
    ).toBe(304);
    expect((await read('/lists/projects.csv')).status).toBe(404);
    expect((await links.read(link.link.id, headers)).status).toBe(200);
    expect((await links.listed())[0]?.downloaded).toEqual({
      count: 3,
      last: '2021-05-10T08:01:00.000Z',
    });
    links.pass(24 * 60 * 60 * 1000);
    await links.read(link.link.id, await links.reader(link), '/charts/targets.csv');
    const { items } = await links.get<AuditPage>('/api/v1/audit?kind=link_downloaded');
    expect(items.map(({ at, object, detail }) => [at.slice(0, 10), object, detail])).toEqual([
      ['2021-05-11', 'Ministry', { file: 'charts/targets.csv' }],
      ['2021-05-10', 'Ministry', { file: 'charts/targets.json' }],
      ['2021-05-10', 'Ministry', { file: 'charts/targets.csv' }],
    ]);
    expect(await links.get(`/api/v1/links/${link.link.id}`)).toMatchObject({
      downloaded: { count: 4 },
    });
  });

  test('name no revision, which would reveal the number of changes', async () => {
    const link = await links.make({ exports: 'data' });
    const headers = await links.reader(link);
    const text = async (file: string) =>
      (await links.read(link.link.id, headers, `/charts/${file}`)).text();
    expect(JSON.parse(await text('targets.json'))).not.toHaveProperty('revision');
    const picture = await text('targets.svg?lang=en');
    expect(picture).toContain('Made with Headway');
    expect(picture).not.toMatch(/revision/i);
  });
});
