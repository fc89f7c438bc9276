import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectTimeline } from '#domain/analysis/project-timeline.ts';
import type { StageTime } from '#domain/analysis/stage-time.ts';
import { qualityFields } from '#domain/analysis/completeness.ts';
import { usualGates } from '#domain/projects/gate.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { getReader } from '#server/db/db.ts';
import { readCompleteness } from '#server/analysis/completeness-store.ts';
import type { AnalysisScope } from '#server/analysis/analysis-scope.ts';
import { readStageTime } from '#server/analysis/stage-time-store.ts';
import { readProjectTimeline } from '#server/analysis/timeline-store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const dayOf = (day: string): number => Date.parse(day) / 86_400_000;
const sort = (days: readonly number[]): number[] => days.toSorted((a, b) => a - b);
const middle = (days: readonly number[]): number | undefined => {
  const ascending = sort(days);
  const half = (ascending.length - 1) / 2;
  return ascending.length < 2
    ? undefined
    : ((ascending[Math.floor(half)] ?? 0) + (ascending[Math.ceil(half)] ?? 0)) / 2;
};

/** Days in each stage, read from the events of each project alone. */
function listStageDays(projects: readonly ProjectDetail[], as_of: string, stage: Stage) {
  const open: number[] = [];
  const closedDays: number[] = [];
  for (const { stage_events, status, status_date } of projects) {
    const events = stage_events.filter(({ date }) => date <= as_of);
    for (const [at, event] of events.entries()) {
      const next = events[at + 1];
      if (event.stage !== stage) continue;
      const start = dayOf(event.date);
      if (next !== undefined) {
        // a move back is no end of a stage
        if (stages.indexOf(next.stage as Stage) > stages.indexOf(stage))
          closedDays.push(dayOf(next.date) - start);
      } else if (status === 'active') open.push(dayOf(as_of) - start);
      else if (status !== 'on_hold') closedDays.push(dayOf(status_date ?? as_of) - start);
    }
  }
  return { open: sort(open), closed: sort(closedDays) };
}

const scopeOf = (as_of: string, filters = {}): AnalysisScope => ({
  origin: 'sample',
  as_of,
  filters,
});
const readProjects = async (api: TestApi, as_of: string): Promise<ProjectDetail[]> => {
  const { items } = await api.get<{ items: { code: string }[] }>(
    `/api/v1/projects?as_of=${as_of}&limit=500`,
  );
  return Promise.all(
    items.map(({ code }) => api.get<ProjectDetail>(`/api/v1/projects/${code}?as_of=${as_of}`)),
  );
};
const linesOf = (time: StageTime) =>
  time.stages.map(({ stage, open, closed }) => [
    stage,
    open.count,
    open.median,
    open.over,
    closed.count,
    closed.median,
  ]);

// these tests only read, so each engine has one store for all of them
describe.each(engines)('the analysis of projects on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test('stage time of the sample has the medians of the domain reference', async () => {
    const time = await readStageTime(getReader(api.db), scopeOf('2021-04-16'), usualGates);
    expect(linesOf(time)).toEqual([
      ['lead', 6, 138.5, 5, 12, 188],
      ['negotiation', 11, 133, 3, 6, 227],
      ['signed', 3, 35, 0, 7, 48],
      ['registered', 2, 115.5, 0, 5, 49],
      ['construction', 4, 348, 1, 1, undefined],
      ['operation', 1, undefined, undefined, 0, undefined],
    ]);
    expect(time.on_hold).toBe(1);
  });

  test.each(['2021-04-16', '2021-01-31', '2020-06-30'])(
    'stage time agrees with the events of each project on %s',
    async (as_of) => {
      const projects = await readProjects(api, as_of);
      const time = await readStageTime(getReader(api.db), scopeOf(as_of), usualGates);
      for (const stage of stages) {
        const { open, closed } = listStageDays(projects, as_of, stage);
        const row = time.stages.find((one) => one.stage === stage);
        expect(row?.open.cases?.map(({ days }) => days) ?? []).toEqual(open);
        expect(row?.closed.cases?.map(({ days }) => days) ?? []).toEqual(closed);
        expect([row?.open.median, row?.closed.median]).toEqual([middle(open), middle(closed)]);
      }
    },
  );

  test('a filter by stage keeps the time in that stage, others keep their projects', async () => {
    const reader = getReader(api.db);
    const read = (filters: object) =>
      readStageTime(reader, scopeOf('2021-04-16', filters), usualGates);
    const eco = await read({ industry: 'eco' });
    const projects = (await readProjects(api, '2021-04-16')).filter(
      ({ industry }) => industry === 'eco',
    );
    const { open, closed } = listStageDays(projects, '2021-04-16', 'negotiation');
    expect(eco.stages.find(({ stage }) => stage === 'negotiation')).toMatchObject({
      open: { count: open.length },
      closed: { count: closed.length },
    });
    const { stages: rows } = await read({ stage: 'negotiation' });
    expect(
      rows.map(({ stage, open: line, closed: ended }) => [stage, line.count, ended.count]),
    ).toEqual([['negotiation', 11, 6]]);
  });

  test('excluded projects are in no figure', async () => {
    const scope = { ...scopeOf('2021-04-16'), without: ['B04', 'A01'] };
    const reader = getReader(api.db);
    const [time, timeline, quality] = await Promise.all([
      readStageTime(reader, scope, usualGates),
      readProjectTimeline(reader, scope, usualGates),
      readCompleteness(reader, scope, { withOwners: true, abroad: false }),
    ]);
    for (const reply of [time, timeline, quality])
      expect(JSON.stringify(reply)).not.toMatch(/B04|A01/);
    expect([timeline.projects, quality.projects]).toEqual([25, 25]);
    expect(linesOf(time)[1]).toEqual(['negotiation', 10, 127.5, 2, 6, 227]);
  });

  test('the timeline of the sample has the delays of the domain reference', async () => {
    const reader = getReader(api.db);
    const timeline = await readProjectTimeline(reader, scopeOf('2021-04-16'), usualGates);
    expect(timeline).toMatchObject({ projects: 27, behind: 3, median_delay: 91, undated: 0 });
    expect(timeline.delays.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['A03', { kind: 'later', type: 'operation', days: 92 }],
      ['A01', { kind: 'later', type: 'operation', days: 91 }],
      ['A05', { kind: 'later', type: 'start', days: 91 }],
    ]);
    const slips = timeline.rows
      ?.filter(({ code }) => code.startsWith('A'))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ milestones }) => milestones.find(({ type }) => type === 'operation')?.slip);
    expect(slips).toEqual([91, 0, 92, 0, 91, 0, 18]);
    expect(
      timeline.due.map(({ code, day, type, gate }) => `${code} ${type ?? gate?.id} ${day}`),
    ).toEqual([
      'A02 power 2021-04-28',
      'A03 power 2021-05-08',
      'A04 power 2021-05-12',
      'A06 start 2021-05-31',
      'B01 approval 2021-06-18',
      'A05 start 2021-06-30',
    ]);
    expect(timeline.passed.map(({ code, gate }) => [code, gate?.id])).toEqual([['A01', 'power']]);
  });

  test('the timeline has only milestones that had happened by then, and applies its filters', async () => {
    const reader = getReader(api.db);
    const before = await readProjectTimeline(reader, scopeOf('2020-05-07'), usualGates);
    const start = before.rows
      ?.find(({ code }) => code === 'A03')
      ?.milestones.find(({ type }) => type === 'start');
    expect(start).not.toHaveProperty('actual');
    const filters = { stage: ['registered', 'construction'], prefecture: '15' };
    const { rows } = await readProjectTimeline(reader, scopeOf('2021-04-16', filters), usualGates);
    expect(rows?.map(({ code }) => code)).toEqual(['A05']);
  });

  test('completeness counts the values of each field over the projects to which it applies', async () => {
    const { fields, ages, oldest_days } = await readCompleteness(
      getReader(api.db),
      scopeOf('2021-04-16'),
      { withOwners: false, abroad: false },
    );
    const figures = fields.filter(({ group }) => group === 'figures');
    expect(figures.map(({ field, filled, applicable }) => [field, filled, applicable])).toEqual([
      ['milestones.full_capacity.plan', 10, 27],
      ['amounts.output_plan', 17, 27],
      ['foreign_percent', 21, 27],
      ['prefecture', 23, 27],
      ['amounts.total_investment', 24, 27],
      ['land_mu', 15, 16],
      ['jobs_plan', 26, 27],
      ['milestones.start.plan', 26, 27],
      ['amounts.paid_in', 7, 7],
      ['milestones.operation.plan', 27, 27],
    ]);
    expect(figures[0]?.oldest_days).toBe(17);
    expect(figures[4]?.not_disclosed).toBe(3);
    expect([ages, oldest_days]).toEqual([{ fresh: 24, ageing: 1, old: 2, unknown: 0 }, 137]);
  });

  test('an empty register gives no rows', async () => {
    const scope = scopeOf('1999-01-01');
    const reader = getReader(api.db);
    expect((await readStageTime(reader, scope, usualGates)).stages).toEqual([]);
    expect(await readProjectTimeline(reader, scope, usualGates)).toMatchObject({ projects: 0 });
    expect(
      await readCompleteness(reader, scope, { withOwners: true, abroad: false }),
    ).toMatchObject({ projects: 0, fields: [] });
    expect(qualityFields.length).toBeGreaterThan(20);
  });
});

describe.each(engines)('the analysis of projects of the Example Zone on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
  });
  afterAll(() => api.close());

  test.each(['2025-02-28', '2024-03-31', '2022-12-31'])(
    'stage time of the Example Zone agrees with the events of each project on %s',
    async (as_of) => {
      const projects = await readProjects(api, as_of);
      expect(projects.length).toBeGreaterThan(5);
      const { stages: rows } = await api.get<StageTime>(
        `/api/v1/analysis/stage-time?as_of=${as_of}`,
      );
      for (const stage of stages) {
        const { open, closed } = listStageDays(projects, as_of, stage);
        const row = rows.find((one) => one.stage === stage);
        expect(row?.open.cases?.map(({ days }) => days) ?? []).toEqual(open);
        expect(row?.closed.cases?.map(({ days }) => days) ?? []).toEqual(closed);
      }
    },
  );

  test('the timeline agrees with the milestones of each project of the Example Zone', async () => {
    const as_of = '2025-02-28';
    const projects = (await readProjects(api, as_of)).filter(({ status }) => status === 'active');
    const late = projects.filter(({ milestones, stage }) =>
      milestones.some(({ type, baseline, plan, actual }) => {
        const count = { start: 4, completion: 5, operation: 5, full_capacity: 6 }[type];
        if (actual !== undefined || stages.indexOf(stage as Stage) >= count) return false;
        const [original, inForce] = [baseline ?? plan, plan ?? baseline];
        if (original === undefined || inForce === undefined) return false;
        return inForce > original || inForce < as_of;
      }),
    );
    const timeline = await api.get<ProjectTimeline>(
      `/api/v1/analysis/timeline?by=all&as_of=${as_of}`,
    );
    expect([timeline.projects, timeline.behind]).toEqual([projects.length, late.length]);
    expect(late.length).toBeGreaterThan(0);
    const listed = await api.get<ProjectTimeline>('/api/v1/analysis/timeline?prefecture=13');
    expect(listed.projects).toBe(
      projects.filter(
        ({ prefecture, stage }) => prefecture === '13' && stages.indexOf(stage as Stage) > 2,
      ).length,
    );
  });
});

test.each(engines)('owners are counted for readers who may see them on $name', async (engine) => {
  const api = await openApi(engine);
  await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
  const zone = { name: { en: 'Zone' }, base_currency: 'CNY' };
  expect((await api.send('POST', '/api/v1/zone', { body: zone })).status).toBe(201);
  const add = async (code: string, facts: object): Promise<void> => {
    const body = { code, stage: 'lead', valid_from: '2021-04-01', facts: { name: code, ...facts } };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  };
  await add('B01', { owner: '李工' });
  await add('B02', { owner: '李工', industry: 'eco' });
  for (const code of ['B03', 'B04', 'B05']) await add(code, {});
  const scope = { ...scopeOf('2021-04-16'), origin: 'own' as const };
  const read = (withOwners: boolean) =>
    readCompleteness(getReader(api.db), scope, { withOwners, abroad: false });
  const { owners, owners_total, fields } = await read(true);
  expect(owners_total).toBe(2);
  expect(owners?.map(({ owner, projects }) => [owner, projects])).toEqual([
    [undefined, 3],
    ['李工', 2],
  ]);
  const sum = (
    list: readonly { readonly filled: number; readonly applicable: number }[] = [],
  ): readonly [filled: number, applicable: number] => [
    list.reduce((all, { filled }) => all + filled, 0),
    list.reduce((all, { applicable }) => all + applicable, 0),
  ];
  expect(sum(owners)).toEqual(sum(fields));
  expect(await read(false)).not.toHaveProperty('owners');
  // no project comes from Japan
  expect(fields.map(({ field }) => field)).not.toContain('prefecture');
  await api.close();
});
