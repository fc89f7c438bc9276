import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '#domain/report/report.ts';
import { ownZoneName } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const text = (words: string) => ({ 'zh-CN': words, ja: words, en: words });

describe.each(engines)('the template of reports on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    const body = { code: 'A-1', stage: 'lead', facts: { name: 'Heat pumps' } };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(() => api.close());
  const patch = async (report: unknown, reason = 'look') => {
    const headers = {
      'if-match': (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '',
    };
    return api.send('PATCH', '/api/v1/zone', { body: { report, reason }, headers });
  };
  const read = () => api.get<{ report: Report }>('/api/v1/report?lang=en');

  test('is stored in one language, changes page and slides, has a history and can be removed', async () => {
    const response = await patch({
      sections: ['definitions', 'statement'],
      issuer: { en: 'Harbour Office' },
      signature: { en: 'Approved: ____' },
    });
    expect(response.status, await response.clone().text()).toBe(200);
    const { report } = await read();
    expect(report.issued).toMatchObject({ by: 'Harbour Office', signature: 'Approved: ____' });
    const ids = report.sections.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['definitions', 'statement']);
    expect(ids).not.toContain('log');
    const deck = await api.send('GET', '/api/v1/documents/report.pptx?lang=en');
    const slides = Object.entries(unzipSync(new Uint8Array(await deck.arrayBuffer())))
      .filter(([name]) => /slides\/slide\d+\.xml$/.test(name))
      .map(([, xml]) => strFromU8(xml))
      .join('');
    expect(slides).toContain('Harbour Office');
    const { items } = await api.get<{ items: { changes: { path: string }[] }[] }>(
      '/api/v1/zone/versions',
    );
    expect(items[0]?.changes.map(({ path }) => path)).toContain('report.issuer.en');
    expect((await patch(null)).status).toBe(200);
    expect((await api.get<ZoneProfile>('/api/v1/zone')).report).toBeUndefined();
    expect((await read()).report.issued.by).toBe(ownZoneName.en);
  });

  test('a month that was closed before has the present template', async () => {
    const closing = await api.send('POST', '/api/v1/periods/2021-04/close', { body: {} });
    expect(closing.status, await closing.clone().text()).toBe(201);
    await patch({ issuer: { en: 'Harbour Office' } });
    const { report } = await api.get<{ report: Report }>('/api/v1/report?lang=en&period=2021-04');
    expect([report.issued.by, report.subtitle.includes('closed on')]).toEqual([
      'Harbour Office',
      true,
    ]);
  });

  test.each([
    ['an unknown section', { sections: ['weather'] }],
    ['a section twice', { sections: ['log', 'log'] }],
    ['no section', { sections: [] }],
    ['a text that is too long', { issuer: text('x'.repeat(301)) }],
    ['a text in no language', { issuer: {} }],
    ['a text that is a list', { issuer: ['Office'] }],
    ['an unknown field', { colour: 'red' }],
    ['a list', []],
    ['a text', 'usual'],
  ])('refuses %s', async (_, report) => {
    const answer = await patch(report);
    expect([400, 422]).toContain(answer.status);
    expect(((await answer.json()) as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
  });

  test.each([
    ['<img src=x onerror=alert(1)>&amp;\u0000\u202e"'],
    ['=1+1'],
    ['\ud800 half'],
    ['😀'.repeat(60)],
  ])('%j as a line stays text in every file', async (line) => {
    const response = await patch({ issuer: { en: line } });
    expect([200, 400, 422]).toContain(response.status);
    const deck = await api.send('GET', '/api/v1/documents/report.pptx?lang=en');
    expect(deck.status).toBe(200);
    const xml = strFromU8(
      unzipSync(new Uint8Array(await deck.arrayBuffer()))['ppt/slides/slide1.xml'] ??
        new Uint8Array(),
    );
    expect(xml.includes('<img') || xml.includes('\u0000')).toBe(false);
  });
});
