import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { breakdownKeys } from '#domain/analysis/breakdown.ts';
import type { MadeLink, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { draft, type LinkApi, maker, openLinks } from '../../../setup/api/links.ts';
import { engines } from '../../../setup/api/stores.ts';

/** Codes of the sample's projects, which are part of their names too. */
const project = /\b(A0[1-7]|B(0[1-9]|1\d|20)|C01|D0[12])\b/;
const { totals, names, full } = redactionProfiles;
const open: RedactionProfile = { ...full, names: 'shown' };
const chart = (settings: NonNullable<LinkView['chart']>): LinkView => ({
  page: 'charts',
  chart: settings,
});

describe.each(engines)('links to charts on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
  });
  afterEach(() => links.close());
  const read = async (link: MadeLink): Promise<SharedPayload> => {
    const payload = await (await links.read(link.link.id, await links.reader(link))).json();
    expect(schemas.shared.reply.safeParse(payload).error).toBeUndefined();
    return payload as SharedPayload;
  };
  const readView = async (view: LinkView, profile: RedactionProfile = totals, more: object = {}) =>
    read(await links.make({ view, profile, ...more }));
  const readRejection = async (view: object, profile: RedactionProfile = totals) => {
    const body = { name: 'A', ...draft, view, profile };
    const answer = await links.send('POST', '/api/v1/links', { body, env: maker });
    const { errors } = (await answer.json()) as Problem;
    return [answer.status, errors?.[0]?.path, errors?.[0]?.value];
  };

  test('totals name no project in any chart, and a chart that cannot be redacted is refused', async () => {
    for (const id of analysisChartIds.filter(
      (one) => one !== 'money_ladder' && one !== 'distribution',
    )) {
      const payload = await readView(chart({ id }));
      expect([id, payload.withheld]).toEqual([id, undefined]);
      expect(JSON.stringify(payload)).not.toMatch(project);
      expect(JSON.stringify(payload)).not.toMatch(/"(owner|codes|owners|fewest|chance)"/);
    }
    for (const id of ['money_ladder', 'distribution'] as const) {
      expect(await readRejection(chart({ id }))).toEqual([400, 'view.chart', 'single_amounts']);
      expect((await readView(chart({ id }), open)).analysis?.[id]).toBeDefined();
    }
  });

  // seen to fail: a link of amounts by year was answered with 500
  test('amounts by any group make a link, or the refusal names the chart', async () => {
    const answers = new Map<string, unknown>();
    for (const by of breakdownKeys) {
      const view = chart({ id: 'breakdown', measure: 'total_investment', by });
      const body = { name: 'A', ...draft, view, profile: open };
      const answer = await links.send('POST', '/api/v1/links', { body, env: maker });
      const { errors } = (await answer.json()) as Problem;
      answers.set(by, answer.status === 201 ? 'made' : [answer.status, errors?.[0]?.path]);
    }
    for (const by of ['stage', 'industry', 'zone', 'country', 'year'])
      expect([by, answers.get(by)]).toEqual([by, 'made']);
    for (const [by, answer] of answers)
      if (answer !== 'made') expect([by, answer]).toEqual([by, [400, 'view.chart']]);
  });

  test('owners and investors are in no chart, and a hidden section makes none', async () => {
    const without = (section: string): RedactionProfile => ({
      ...totals,
      sections: totals.sections.filter((one) => one !== section),
    });
    for (const [settings, profile, why] of [
      [{ id: 'breakdown', by: 'owner' }, open, 'owner'],
      [{ id: 'breakdown', by: 'investor' }, open, 'investor'],
      [{ id: 'breakdown', owner: 'Li' }, open, 'owner'],
      [{ id: 'funnel', investor: 'Hokuto' }, open, 'investor'],
      [{ id: 'quality', by: 'owner' }, open, 'owner'],
      [{ id: 'breakdown', by: 'industry' }, without('industries'), 'industry'],
      [{ id: 'timeline' }, without('milestones'), 'dates'],
      [{ id: 'outlook' }, without('targets'), 'targets'],
      [{ id: 'series', measure: 'companies' }, without('targets'), 'targets'],
      [{ id: 'breakdown' }, { ...totals, amounts: 'none' }, 'amounts'],
      [{ id: 'breakdown', measure: 'jobs_per_100m' }, totals, 'single_amounts'],
      [{ id: 'series', measure: 'paid_in' }, full, 'single_amounts'],
      [{ id: 'breakdown', by: 'nothing' }, totals, 'gone'],
      [{ id: 'timeline', zoom: 'nothing' }, totals, 'gone'],
      [{ id: 'nothing' }, totals, 'gone'],
    ] as const)
      expect([settings, await readRejection(chart(settings), profile as RedactionProfile)]).toEqual(
        [settings, [400, 'view.chart', why]],
      );
  });

  test('a view that does not fit its page is refused', async () => {
    for (const view of [
      { page: 'charts' },
      { page: 'overview', chart: { id: 'breakdown' } },
      { page: 'charts', chart: { id: 'breakdown' }, compare: 'prev' },
      { page: 'charts', chart: { id: 'breakdown' }, scenario: 'delay:12' },
      { page: 'charts', chart: { id: 'breakdown' }, within: { industry: ['eco'] } },
      { page: 'outlook', chart: { id: 'outlook' } },
      { page: 'outlook', scenario: 'delay:soon' },
      { page: 'charts', chart: { id: 'breakdown', saved: 'g-none' } },
      { page: 'charts', chart: { id: 'breakdown' }, embed: { figure: 'targets', origins: [] } },
    ])
      expect([view, (await readRejection(view))[0]]).toEqual([view, 400]);
  });

  test('sums of a breakdown agree with the stages of other pages, and small groups are folded', async () => {
    const { analysis } = await readView(chart({ id: 'breakdown', by: 'zone' }));
    const groups = analysis?.breakdown?.groups ?? [];
    expect(groups.some(({ folded }) => (folded ?? 0) > 1)).toBe(true);
    const sum = (list: readonly { readonly total: { readonly count: number } }[]) =>
      list.reduce((all, { total }) => all + total.count, 0);
    expect(sum(groups)).toBe(analysis?.breakdown?.total.total.count);
    expect(analysis?.breakdown?.stack).toBe('none');
    const whole = await readView(chart({ id: 'breakdown', by: 'zone' }), open);
    expect(whole.analysis?.breakdown?.groups.every(({ folded }) => folded === undefined)).toBe(
      true,
    );
    const counts = await readView(chart({ id: 'breakdown', by: 'zone', measure: 'count' }));
    expect(counts.analysis?.breakdown?.groups.length).toBe(
      whole.analysis?.breakdown?.groups.length,
    );
  });

  test('the filters are fixed on the server and described in words', async () => {
    const view = chart({ id: 'breakdown', measure: 'count', by: 'stage', industry: 'eco' });
    const link = await links.make({ view, exports: 'data' });
    const headers = await links.reader(link);
    const { analysis, counted } = await read(link);
    expect(counted?.en).toMatch(/^Industry: /);
    const all = await readView(chart({ id: 'breakdown', measure: 'count', by: 'stage' }));
    const [own, whole] = [analysis, all.analysis].map(
      (one) => one?.breakdown?.total.total.count ?? 0,
    );
    expect(own).toBeLessThan(whole ?? 0);
    const file = async (name: string): Promise<string> => {
      const answer = await links.read(link.link.id, headers, `/charts/${name}`);
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await file('breakdown.json?lang=en')).toContain('Industry: ');
    expect(await file('breakdown.csv?measure=total_investment')).toBe(await file('breakdown.csv'));
    for (const name of ['funnel.csv', 'targets.csv', 'outlook.json'])
      expect(await file(name)).toMatch(/^404/);
    for (const form of ['json', 'xlsx', 'pptx'])
      expect(await file(`breakdown.${form}`)).toMatch(/^200/);
  });

  test('a timeline holds the projects that may be named, and names their stages', async () => {
    const { analysis, counted } = await readView(chart({ id: 'timeline', by: 'all' }), names);
    const rows = analysis?.timeline?.rows ?? [];
    expect(rows.length).toBeGreaterThan(0);
    const registered = ['registered', 'construction', 'operation'];
    expect(rows.filter(({ stage }) => !registered.includes(stage))).toEqual([]);
    expect(counted?.en).toMatch(/^Stage: /);
    const secret = (await readView(chart({ id: 'timeline', by: 'all' }), totals)).analysis
      ?.timeline;
    expect([secret?.rows, secret?.due, secret?.delays]).toEqual([undefined, [], []]);
    expect(secret?.projects).toBeGreaterThan(rows.length);
  });

  test('days in stage need as many projects as an amount does', async () => {
    const { stages = [] } =
      (await readView(chart({ id: 'stage_time' }))).analysis?.stage_time ?? {};
    expect(new Set(stages.map((stage) => stage.open.count < 3))).toEqual(new Set([true, false]));
    for (const { open: line } of stages) {
      expect(line.cases).toBeUndefined();
      expect(line.median === undefined).toBe(line.count < 3);
    }
  });

  test('the outlook shows safe sums, and marks its scenario', async () => {
    const { analysis } = await readView({ page: 'outlook' });
    const { targets = [] } = analysis?.outlook ?? {};
    expect(targets.some(({ range }) => range !== undefined)).toBe(true);
    expect(targets.filter((one) => (one.fewest ?? one.chance) !== undefined)).toEqual([]);
    expect(await readRejection({ page: 'outlook', scenario: 'delay:12' })).toEqual([
      400,
      'view.chart',
      'scenario',
    ]);
    const pace = await readView({ page: 'outlook', scenario: 'pace:6' });
    expect(pace.analysis?.outlook?.scenario).toMatchObject({ pace_months: 6 });
    const delayed = await readView({ page: 'outlook', scenario: 'delay:12' }, open);
    expect(delayed.analysis?.outlook?.targets.some(({ chance }) => chance !== undefined)).toBe(
      true,
    );
    expect(JSON.stringify(delayed)).not.toContain('"owner"');
  });

  test('a link survives the renaming of its saved chart, and reports its removal', async () => {
    const input = {
      title: 'By industry',
      view: { chart: 'breakdown', by: 'industry' },
      is_shared: false,
      is_pinned: false,
      is_in_report: false,
    };
    const body = { body: input, env: maker };
    const saved = (await (
      await links.send('POST', '/api/v1/saved-charts', body)
    ).json()) as SavedChart;
    const view = chart({ id: 'breakdown', by: 'industry', saved: saved.id });
    const [live, frozen] = [
      await links.make({ view, exports: 'data' }),
      await links.make({ view, frozen: true }),
    ];
    const reader = await links.reader(live);
    const change = (method: 'PUT' | 'DELETE', version: number) =>
      links.send(method, `/api/v1/saved-charts/${saved.id}`, {
        ...(method === 'PUT' ? { body: { ...input, title: 'Another' } } : {}),
        headers: { 'if-match': `"${version}"` },
        env: maker,
      });
    expect((await change('PUT', 1)).status).toBe(200);
    const before = await read(live);
    expect([before.withheld, before.view.chart]).toEqual([
      undefined,
      { id: 'breakdown', by: 'industry' },
    ]);
    expect(JSON.stringify(before)).not.toContain(saved.id);
    expect((await change('DELETE', 2)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const [livePayload, frozenPayload] = [await read(live), await read(frozen)];
    expect([livePayload.withheld, livePayload.analysis, livePayload.link.chart_removed]).toEqual([
      'removed',
      undefined,
      true,
    ]);
    expect([
      frozenPayload.withheld,
      frozenPayload.link.chart_removed,
      frozenPayload.link.frozen?.intact,
    ]).toEqual([undefined, true, true]);
    expect(frozenPayload.analysis?.breakdown).toEqual(before.analysis?.breakdown);
    expect((await links.read(live.link.id, reader, '/charts/breakdown.csv')).status).toBe(404);
    expect((await links.listed()).every((one) => one.is_chart_removed)).toBe(true);
  });

  // seen to fail: neither page nor files of a link had the note and the texts of its saved chart
  test('a link has the heading, the note and the texts of its saved chart, as do its files', async () => {
    const words = {
      note: 'As stated by investors',
      annotations: [{ at: '500000000', unit: 'CNY', text: 'Half of it' }],
    };
    const title = 'Where the money goes';
    const link = await links.make({
      view: chart({ id: 'breakdown', measure: 'total_investment', words }),
      profile: open,
      exports: 'data',
      title,
    });
    expect((await read(link)).view.chart?.words).toEqual(words);
    const reader = await links.reader(link);
    for (const format of ['json', 'datapackage.json']) {
      const file = await links.read(link.link.id, reader, `/charts/breakdown.${format}?lang=en`);
      const { title: heading, notes } = (await file.json()) as ChartFile;
      expect([heading, notes[0], notes[1]]).toEqual([
        title,
        words.note,
        expect.stringMatching(/^1\. .+: Half of it$/),
      ]);
    }
    const plain = await links.make({ view: chart({ id: 'breakdown' }), exports: 'data' });
    const file = await links.read(
      plain.link.id,
      await links.reader(plain),
      '/charts/breakdown.json?lang=en',
    );
    expect(await file.text()).not.toContain('Half of it');
  });

  test('a chart and the outlook are embedded as figures', async () => {
    const origins = ['https://zone.example.org'];
    for (const view of [
      { ...chart({ id: 'funnel' }), embed: { figure: 'funnel', origins } },
      { page: 'outlook', embed: { figure: 'outlook', origins } },
    ]) {
      const body = { name: 'A', ...draft, view };
      const answer = await links.send('POST', '/api/v1/links', { body, env: maker });
      expect(answer.status).toBe(201);
      expect(((await answer.json()) as MadeLink).address).toMatch(/^\/e\?i=/);
    }
  });
});
