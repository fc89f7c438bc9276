import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { schemas } from '#contract/schemas.ts';
import { reconciles } from '#domain/changes/bridge.fixture.ts';

import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Project } from '#domain/projects/project.ts';

import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';

import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const wan = (amount: number) => ({ currency: 'CNY', minor: String(amount * 1_000_000) });

describe.each(engines)('two days on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const changes = async (query: string): Promise<RegisterChanges> => {
    const changes = await api.get<RegisterChanges>(`/api/v1/changes?${query}`);
    expect([
      schemas.changes.reply.safeParse(changes).error,
      changes.bridge.groups.map(reconciles),
    ]).toEqual([undefined, [true, true]]);
    expect(Object.values(changes.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
      changes.total,
    );
    return changes;
  };
  const steps = (changesFound: RegisterChanges, group: 0 | 1) =>
    Object.fromEntries(
      (changesFound.bridge.groups[group]?.steps ?? []).map((step) => [step.kind, step]),
    );

  test('since 2021-03-16 one project moved, from negotiation to signed; 7 and 20 stay', async () => {
    const march = await changes('from=2021-03-16&to=2021-04-16');
    expect(march.moves).toMatchObject([
      {
        code: 'B03',
        kinds: ['advanced'],
        from: { stage: 'negotiation' },
        to: { stage: 'signed' },
        date: '2021-03-30',
        regression: false,
      },
    ]);
    expect(march.counts).toEqual({
      new: 0,
      gone: 0,
      status: 0,
      advanced: 1,
      moved_back: 0,
      returned: 0,
      stage: 0,
      replanned: 0,
      revised: 0,
    });
    const [established, pipeline] = [steps(march, 0), steps(march, 1)];
    expect([established['opening'], established['closing']]).toMatchObject([
      { count: 7, undisclosed: 0, amounts: [wan(280_000)] },
      { count: 7, undisclosed: 0, amounts: [wan(280_000)] },
    ]);
    expect([pipeline['opening'], pipeline['closing']]).toMatchObject([
      { count: 20, undisclosed: 3, amounts: [wan(512_000)] },
      { count: 20, undisclosed: 3, amounts: [wan(512_000)] },
    ]);
    expect(march.indicators.find((row) => row.indicator === 'companies')).toMatchObject({
      from: { date: '2021-02-28', value: '37' },
      to: { date: '2021-03-31', value: '41' },
    });
    const csv = await (
      await api.send(
        'GET',
        '/api/v1/charts/changes.csv?as_of=2021-04-16&compare=2021-03-16&lang=en',
      )
    ).text();
    expect(csv).toMatch(/^pipeline,Pipeline,closing,Closing,,,20,20,3,5120000000(\.00)?,CNY,/m);
    expect((await changes('')).bridge).toMatchObject({ from: '2021-02-08', to: '2021-04-16' });
  });

  test('the headline of an earlier day counts in the classes published by then, with source and date', async () => {
    const { headline: first } = await api.get<Overview>('/api/v1/overview?as_of=2020-05-14');
    expect(
      first.classes?.map(({ value, name, date, source }) => [value, name?.en, date, source?.en]),
    ).toEqual(
      [
        ['5', 'under construction'],
        ['6', 'in negotiation'],
        ['12', 'in reserve'],
      ].map((one) => [...one, '2020-05-14', 'Report on the launch meeting, 14 May 2020']),
    );
    expect([first.established, first.pipeline]).toEqual([undefined, undefined]);
    const { headline: then } = await api.get<Overview>('/api/v1/overview?as_of=2021-02-08');
    expect(then).toMatchObject({
      established: { value: '7', name: { en: 'introduced' }, date: '2021-02-08' },
      established_investment: { value: '2800000000', qualifier: 'about' },
      pipeline: { value: '20', name: { en: 'in negotiation' } },
    });
    expect(then.classes).toBeUndefined();
    // counts of former classes are not compared with present ones
    const { headline } = await api.get<Overview>(
      '/api/v1/overview?as_of=2021-02-08&compare=2020-05-14',
    );
    expect(headline.before).toEqual({});
    expect(
      (await api.get<Overview>('/api/v1/overview?as_of=2021-04-16')).headline.established?.name,
    ).toBeUndefined();
  });

  test('the replays of 2020-05-14 and 2021-02-08 add up, and losses in between left the pipeline', async () => {
    const result = await changes('from=2020-05-14&to=2021-02-08');
    expect(result.moves.find((move) => move.code === 'D02')).toMatchObject({
      kinds: ['status', 'advanced'],
      to: { status: 'lost' },
    });
    expect(result.moves.find((move) => move.code === 'C01')).toMatchObject({
      kinds: ['status'],
      to: { status: 'on_hold' },
      date: '2020-12-10',
    });
    const [established, pipeline] = [steps(result, 0), steps(result, 1)];
    expect(established['established']).toMatchObject({ count: 2, amounts: [wan(40_000)] });
    const left = Object.fromEntries(
      Object.entries(pipeline).flatMap(([kind, step]) =>
        step.count < 0 ? [[kind, step.count]] : [],
      ),
    );
    expect(left).toEqual({ established: -2, lost: -1, on_hold: -1, withdrawn: -1 });
    expect(pipeline['new']?.count).toBe(result.counts?.new);
    // D02 advanced before it was lost: it counts once, as lost
    expect(result.counts?.advanced).toBe(
      result.moves.filter(({ kinds }) => kinds[0] === 'advanced').length,
    );
    for (const to of ['2020-06-30', '2020-12-31', '2021-01-31', '2021-04-16'])
      await changes(`from=2020-04-27&to=${to}`);
  });

  test('a project that moved back is marked, and one that changed and changed back is counted, on its day', async () => {
    const events = (
      ...list: readonly (readonly ['lead' | 'signed' | 'negotiation', string])[]
    ) => ({
      events: list.map(([stage, date]) => ({ stage, date })),
    });
    const put = (day: string, ...records: Parameters<typeof putProjects>[2]) =>
      writeRevision(
        api.db,
        {
          author: 'a',
          kind: 'import',
          reason: 'x',
          origin: 'sample',
          recorded_at: `${day}T08:00:00.000Z`,
        },
        (trx, id) =>
          putProjects(
            trx,
            id,
            records.map((r) => ({ ...r, origin: 'sample' as const })),
          ),
      );
    await put(
      '2021-05-02',
      record('Z1', {
        total: cny(10n),
        ...events(['signed', '2021-01-01'], ['lead', '2021-04-01']),
      }),
      record('Z2', {
        ...events(
          ['signed', '2021-01-01'],
          ['negotiation', '2021-04-01'],
          ['signed', '2021-04-05'],
        ),
      }),
      record('Z3', {
        ...events(
          ['negotiation', '2021-01-01'],
          ['signed', '2021-03-26'],
          ['negotiation', '2021-04-04'],
        ),
      }),
      record('Z4', {
        ...events(['lead', '2021-01-01']),
        status: [
          { status: 'active' },
          { status: 'on_hold', date: '2021-03-20' },
          { status: 'active', date: '2021-04-10' },
        ],
      }),
    );
    const result = await changes('from=2021-03-16&to=2021-04-16');
    expect(
      result.moves.map(({ code, kinds, regression, date }) => [code, kinds, regression, date]),
    ).toEqual([
      ['Z4', ['returned'], false, '2021-04-10'],
      ['Z2', ['returned'], true, '2021-04-05'],
      ['Z3', ['returned'], true, '2021-04-04'],
      ['Z1', ['moved_back'], true, '2021-04-01'],
      ['B03', ['advanced'], false, '2021-03-30'],
    ]);
    expect([result.total, result.counts?.returned, result.counts?.moved_back]).toEqual([5, 3, 1]);
    expect((await changes('from=2021-03-19&to=2021-03-19')).total).toBe(0);
    // the previous day as known now: the amount has changed since
    await put(
      '2021-05-03',
      record('Z1', {
        total: cny(12n),
        ...events(['signed', '2021-01-01'], ['lead', '2021-04-01']),
      }),
    );
    const later = await changes('from=2021-04-16&to=2021-04-16&known_from=2021-05-02T20:00:00Z');
    expect(later.moves).toMatchObject([
      {
        code: 'Z1',
        kinds: ['revised'],
        from: { money: { minor: '1000' } },
        to: { money: { minor: '1200' } },
      },
    ]);
    expect([later.revision, steps(later, 1)['revised_up']?.amounts]).toEqual([
      { from: 2, to: 3 },
      [{ currency: 'CNY', minor: '200' }],
    ]);
  });

  test('after a quiet period the next three planned milestones are named; one that has happened is not', async () => {
    const result = await changes('from=2021-03-16&to=2021-04-16');
    expect(result.next_due?.length).toBeGreaterThan(0);
    expect(result.next_due?.length).toBeLessThanOrEqual(3);
    const plans = result.next_due?.map(({ plan }) => plan) ?? [];
    expect(plans).toEqual(plans.toSorted());
    expect(plans.every((plan) => plan > '2021-04-16')).toBe(true);
    for (const { code, type, plan } of result.next_due ?? []) {
      const { milestones } = await api.get<Pick<Project, 'milestones'>>(
        `/api/v1/projects/${code}?as_of=2021-04-16`,
      );
      const milestone = milestones.find((one) => one.type === type);
      expect([milestone?.plan, milestone?.actual]).toEqual([plan, undefined]);
    }
    const unknown = await api.get<RegisterChanges>('/api/v1/changes?from=2018-01-01&to=2021-04-16');
    expect([unknown.bridge.groups, unknown.next_due]).toEqual([[], undefined]);
  });
});
