import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

type Headers = Readonly<Record<string, string>>;
const yuan = (minor: string) => ({ money: { minor, currency: 'CNY' } });
const url = '/api/v1/projects/A-1';

describe.each(engines)('rejected edits on', (engine) => {
  let api: TestApi;
  // a rejected edit changes nothing, so all tests use one store
  beforeAll(async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/projects', {
      body: { code: 'A-1', stage: 'negotiation', facts: { name: 'Heat pumps' } },
    });
  });
  afterAll(() => api.close());
  const patch = (body: unknown, etag: string, headers: Headers = {}) =>
    api.send('PATCH', url, { body, headers: { 'if-match': etag, ...headers } });
  const readTag = async () => {
    const response = await api.send('GET', url);
    return { project: await response.json(), etag: response.headers.get('etag') ?? '' };
  };

  test.each(['A-\u200b1', '\u202eA-1', 'A\u00ad-1', 'cafe\u0301', ' A-2'])(
    'rejects a code that looks like another, such as %j',
    async (code) => {
      const refusal = await api.send('POST', '/api/v1/projects', {
        body: { code, stage: 'lead', facts: { name: 'x' } },
      });
      expect([
        refusal.status,
        ((await refusal.json()) as { errors: { path: string }[] }).errors[0]?.path,
      ]).toEqual([400, 'code']);
    },
  );

  test.each(['Ａ－１', 'a-1', 'A–1', 'Ａー１'])(
    'rejects a variant of an existing code, such as %j, and names that code',
    async (code) => {
      const refusal = await api.send('POST', '/api/v1/projects', {
        body: { code, stage: 'lead', facts: { name: 'x' } },
      });
      expect([
        refusal.status,
        ((await refusal.json()) as { errors: { value: string }[] }).errors[0]?.value,
      ]).toEqual([409, 'A-1']);
    },
  );

  test.each([
    { facts: { origin: 'sample' } },
    { facts: { revision: 9 } },
    { facts: { code: 'B' } },
    { facts: { stage: 'signed' } },
    { facts: { 'milestones.start.baseline': '2021-01-01' } },
    { facts: { name: 'x' }, author: 'me' },
    { facts: { name: 'x' }, recorded_at: '2020-01-01T00:00:00Z' },
    '{"facts":{"__proto__":{"isAdmin":true}}}',
    '{"facts":{"name":"x","constructor":{"prototype":{"isAdmin":true}}}}',
    { facts: {} },
    {},
    'null',
    '[]',
    '{',
    '',
    { facts: { name: null } },
    { facts: { name: '   ' } },
    { facts: { name: 'a\u0000b' } },
    '{"facts":{"name":"\\ud800"}}',
    { facts: { name: 'x'.repeat(301) } },
    { facts: { remark: 'x'.repeat(4001) } },
    { facts: { jobs_plan: '1' } },
    { facts: { jobs_plan: true } },
    { facts: { jobs_plan: [1] } },
    { facts: { jobs_plan: 1.5 } },
    { facts: { jobs_plan: -1 } },
    '{"facts":{"jobs_plan":1e309}}',
    { facts: { jobs_plan: 1e15 } },
    { facts: { foreign_percent: 101 } },
    { facts: { 'amounts.paid_in': { money: { minor: '-1', currency: 'CNY' } } } },
    { facts: { 'amounts.paid_in': { money: { minor: '1.5', currency: 'CNY' } } } },
    { facts: { 'amounts.paid_in': { money: { minor: '1e5', currency: 'CNY' } } } },
    { facts: { 'amounts.paid_in': { money: { minor: '9223372036854775808', currency: 'CNY' } } } },
    { facts: { 'amounts.paid_in': { money: { minor: '1', currency: 'yuan' } } } },
    { facts: { 'amounts.paid_in': {} } },
    { facts: { 'amounts.paid_in': { ...yuan('1'), missing: 'not_disclosed' } } },
    { facts: { 'amounts.paid_in': 5 } },
    { facts: { 'milestones.start.plan': '2023-02-29' } },
    { facts: { 'milestones.start.plan': '2021-1-1' } },
    { facts: { 'milestones.start.plan': 1_767_225_600 } },
    { facts: { 'milestones.start.plan': '31.12.2026' } },
    { facts: { data_status: 'illustrative' } },
    { facts: { site_mode: 'tent' } },
    { facts: { name: 'x' }, valid_from: '2021-02-30' },
  ])('%j is refused and nothing of it is stored', async (body) => {
    const before = await readTag();
    const response = await patch(body, before.etag);
    expect(response.status).toBe(400);
    expect(await readTag()).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('rejects other media types, other sites and viewers', async () => {
    const { etag } = await readTag();
    const viewer = { principal: { id: 'v', name: 'v', mode: 'local', role: 'viewer' } } as const;
    const body = { facts: { name: 'x' } };
    const statuses = [
      await patch(body, etag, { 'content-type': 'text/plain' }),
      await patch(body, etag, { origin: 'http://elsewhere.example' }),
      await api.send('PATCH', url, { body, headers: { 'if-match': etag }, env: viewer }),
      await api.send('POST', `${url}/status`, {
        body: { status: 'lost', reason: 'x' },
        env: viewer,
      }),
      await patch(`{"facts":{"remark":"${'x'.repeat(1024 * 1024)}"}}`, etag),
      await api.send('PATCH', '/api/v1/projects/none', { body, headers: { 'if-match': etag } }),
    ].map((r) => r.status);
    expect(statuses).toEqual([415, 403, 403, 403, 413, 404]);
    expect((await readTag()).etag).toBe(etag);
  });

  test.each([
    { code: 'B' },
    { code: 'B', stage: 'signed', facts: {} },
    { code: ' B', stage: 'signed', facts: { name: 'x' } },
    { code: '', stage: 'signed', facts: { name: 'x' } },
    { code: 'B', stage: 'unknown', facts: { name: 'x' } },
    { code: 'B', stage: 'signed', facts: { name: 'x' }, origin: 'sample' },
    { code: 'B', stage: 'signed', facts: { name: 'x' }, valid_from: '2021-05-11' },
  ])('no project is made from %j', async (body) => {
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(400);
    expect(await api.get<object>('/api/v1/projects')).toMatchObject({ total: 1 });
  });
});
