import { compact } from '#domain/values/compact.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { ReportReply } from '#contract/exports/schemas.ts';
import type { Target } from '#domain/zone/indicator.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('a target that is changed on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    // each reading of the clock is a second later, so that every revision has its own moment
    let seconds = 0;
    api = await openApi(engine, {
      clock: () => new Date(Date.UTC(2026, 10, 27) + 1000 * (seconds += 1)),
    });
    await api.send('POST', '/api/v1/observations', {
      body: { values: [{ indicator: 'companies', period: '2021-03', value: '41' }] },
    });
  });
  afterEach(() => api.close());

  const zone = () => api.get<ZoneProfile>('/api/v1/zone');
  const patch = async (body: object): Promise<Response> => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    return api.send('PATCH', '/api/v1/zone', { body, headers: { 'if-match': etag } });
  };
  const change = async (
    more: Partial<Target>,
    reason: string | undefined = 'Raised by the committee.',
  ) => {
    const { targets } = await zone();
    const next = targets.map((one) => (one.indicator === 'companies' ? { ...one, ...more } : one));
    return patch({ targets: next, ...compact({ reason }) });
  };
  const row = async (query = '') =>
    (await api.get<Overview>(`/api/v1/overview${query}`)).targets.find(
      ({ indicator }) => indicator === 'companies',
    );
  const decision = {
    value: '250',
    source: 'Decision 12 of the committee',
    source_date: '2021-04-20',
  };
  const refusal = async (response: Response) => {
    const { status, errors } = { ...((await response.json()) as Problem), status: response.status };
    return [status, errors?.map(({ path }) => path)];
  };

  test('needs a reason and a source of its own, whether value, deadline or comparator changes', async () => {
    for (const more of [
      { value: '250' },
      { deadline: '2026-12-31' },
      { comparator: '>=' as const },
    ])
      expect(await refusal(await change(more))).toEqual([400, ['targets.companies.source']]);
    const { source, source_date } =
      (await zone()).targets.find(({ indicator }) => indicator === 'companies') ?? {};
    expect(await refusal(await change({ ...decision, source: ' ' }))).toEqual([
      400,
      ['targets.companies.source'],
    ]);
    const targets = (await zone()).targets.map((one) =>
      one.indicator === 'companies' ? { ...one, ...decision } : one,
    );
    expect(await refusal(await patch({ targets }))).toEqual([400, ['reason']]);
    expect((await row())?.earlier).toBeUndefined();
    // another day of the same source is accepted: it may have published both
    expect([
      source,
      source_date,
      (await change({ value: '250', source_date: '2021-04-20' })).status,
    ]).toEqual([source, source_date, 200]);
  });

  test('cannot be replaced without a reason by removing it first', async () => {
    const { targets } = await zone();
    const others = targets.filter(({ indicator }) => indicator !== 'companies');
    const [old] = targets.filter(({ indicator }) => indicator === 'companies');
    expect(await refusal(await patch({ targets: others }))).toEqual([400, ['reason']]);
    expect((await patch({ targets: others, reason: 'Dropped.' })).status).toBe(200);
    expect(
      await refusal(
        await patch({ targets: [...others, { ...old, value: '250' }], reason: 'Back.' }),
      ),
    ).toEqual([400, ['targets.companies.source']]);
    expect(
      (await patch({ targets: [...others, { ...old, ...decision }], reason: 'Back.' })).status,
    ).toBe(200);
    expect((await row())?.earlier).toMatchObject([{ value: '200' }]);
  });

  test('appears with its former value in overview, report and What changed, each with the new source', async () => {
    const before = (await api.get<Overview>('/api/v1/overview')).revision;
    expect((await change(decision)).status).toBe(200);
    const now = await row();
    expect(now).toMatchObject({
      target: '250',
      target_source: { en: 'Decision 12 of the committee' },
      target_source_date: '2021-04-20',
    });
    expect(now?.earlier).toEqual([
      {
        comparator: '>',
        value: '200',
        deadline: '2025-12-31',
        until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    ]);
    // the written wording still has 200
    expect(now).toMatchObject({ wording_outdated: true });
    const { report } = await api.get<ReportReply>('/api/v1/report?lang=en');
    expect(JSON.stringify(report)).toContain('was more than 200 companies until');
    const since = await api.get<RegisterChanges>('/api/v1/changes?from=2021-01-01');
    expect(since.targets).toMatchObject([
      {
        indicator: 'companies',
        from: { value: '200' },
        to: { value: '250', source: { en: 'Decision 12 of the committee' } },
        reason: 'Raised by the committee.',
      },
    ]);
    // as known before the change, it was always 200
    const revisions = await api.get<{ items: readonly { id: number; recorded_at: string }[] }>(
      '/api/v1/revisions',
    );
    const at = revisions.items.find(({ id }) => id === before)?.recorded_at ?? '';
    const then = await row(`?known_at=${encodeURIComponent(at)}`);
    expect([then?.target, then?.earlier]).toEqual(['200', undefined]);
  });

  test('has no mark once the change is undone', async () => {
    const old = await row();
    expect((await change(decision)).status).toBe(200);
    const { revision } = await api.get<Overview>('/api/v1/overview');
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect(await row()).toEqual(old);
    expect((await api.get<RegisterChanges>('/api/v1/changes?from=2021-01-01')).targets).toEqual([]);
  });

  test('needs no wording, and one language of it is enough', async () => {
    const { targets } = await zone();
    const plain = targets.map(({ wording: _, ...one }) =>
      one.indicator === 'jobs' ? { ...one, wording: { ja: '雇用3.5万人' } } : one,
    );
    expect((await patch({ targets: plain, reason: 'Words go.' })).status).toBe(200);
    expect((await row())?.wording.en).toContain('more than 200 companies by the end of 2025');
    const jobs = (await api.get<Overview>('/api/v1/overview')).targets.find(
      ({ indicator }) => indicator === 'jobs',
    );
    expect([jobs?.wording.ja, jobs?.wording.en.includes('35,000'), jobs?.wording_outdated]).toEqual(
      ['雇用3.5万人', true, undefined],
    );
  });
});
