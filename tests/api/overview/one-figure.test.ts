import {
  type KnownProject,
  anyProject,
  type Sums,
  byCurrency,
  sumsOf,
  pickSums,
  groupsOf,
} from './expected-sums.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { headlineSentences } from '#report/sections/statement.ts';
import { findChart } from '#charts/registry.ts';
import type { BridgeStep } from '#domain/changes/bridge.ts';
import { fromMajor, toWire } from '#domain/values/money.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { Project, ProjectRecord } from '#domain/projects/project.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';
import { sharedSections } from '#domain/redaction/profile.ts';
import type { Stage, StageMapping } from '#domain/projects/stage.ts';
import { projectTable } from '#server/exports/tables/project-table.ts';
import { sampleData } from '#server/samples/service.ts';
import { redactContent } from '#server/links/payload/redact-overview.ts';
import { projectPages } from '#server/projects/register/page-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { record } from '../../setup/api/store-records.ts';

const [rounds, projectsOfRound] = [5, 6];
const [firstDay, day] = ['2021-03-31', '2021-06-30'];
const everything: RedactionProfile = {
  names: 'shown',
  amounts: 'all',
  smallest_group: 1,
  sections: sharedSections,
  without: [],
};

describe.each(engines)('one figure on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const put = async (records: readonly ProjectRecord[], as_of: string): Promise<void> => {
    await writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: as_of, origin: 'own', as_of },
      (trx, revision) => putProjects(trx, revision, records, { as_of }),
    );
  };
  const recordOf = (
    code: string,
    { money, stage, status }: KnownProject,
    before?: KnownProject,
  ): ProjectRecord => ({
    ...record(code, money === undefined ? {} : { total: money }),
    stage_events: [
      { stage: before?.stage ?? stage, date: '2021-01-15' },
      ...(before === undefined || before.stage === stage ? [] : [{ stage, date: '2021-05-20' }]),
    ],
    status_events: [
      { status: before?.status ?? status, date: '2021-01-15' },
      ...(before === undefined || before.status === status ? [] : [{ status, date: '2021-05-21' }]),
    ],
  });

  test('is the same on overview, pipeline, list, changes, report, chart, shared link and workbook, in any register', async () => {
    api = await openApi(engine);
    const { profile } = sampleData();
    const { stage_mapping: mapping } = profile;
    await writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'zone', origin: 'own' },
      async (trx, revision) => {
        await writeZone(trx, revision, {
          ...profile,
          origin: 'own',
          published: [],
          data_status: 'reported',
        });
        await chooseOrigin(trx, revision, 'own');
      },
    );
    const samples = fc.sample(fc.tuple(anyProject, anyProject), {
      numRuns: rounds * projectsOfRound,
      seed: 7,
    });
    for (let round = 1; round <= rounds; round += 1) {
      const from = (round - 1) * projectsOfRound;
      const some = samples.slice(from, from + projectsOfRound);
      const code = (at: number): string => `P${String(from + at).padStart(3, '0')}`;
      await put(
        some.map(([before], at) => recordOf(code(at), before)),
        firstDay,
      );
      await put(
        some.map(([before, now], at) => recordOf(code(at), now, before)),
        day,
      );
      // written through the app, which trusts a known revision for a moment unless it wrote itself
      const entry = { period: `2020-0${round}`, value: String(10 + round) };
      expect(
        (await api.send('POST', '/api/v1/indicators/companies/observations', { body: entry }))
          .status,
      ).toBe(201);
      await agree(samples.slice(0, from + projectsOfRound), mapping);
    }
  });

  async function agree(
    projects: readonly (readonly [KnownProject, KnownProject])[],
    mapping: StageMapping,
  ): Promise<void> {
    const [then, now] = [projects.map(([before]) => before), projects.map(([, after]) => after)];
    const active = now.filter(({ status }) => status === 'active');
    const [stagesNow, groupsNow, groupsThen] = [
      sumsOf(active, ({ stage }) => stage),
      groupsOf(now, mapping),
      groupsOf(then, mapping),
    ];
    const query = `as_of=${day}&compare=${firstDay}`;
    const [overview, pipeline, summary, changes] = await Promise.all([
      api.get<Overview>(`/api/v1/overview?${query}`),
      api.get<Pipeline>(`/api/v1/pipeline?${query}`),
      api.get<Summary>(`/api/v1/summary?by=stage&status=active&as_of=${day}`),
      api.get<RegisterChanges>(`/api/v1/changes?from=${firstDay}&to=${day}`),
    ]);

    // by stage: the strip of the overview, the table of the pipeline, the totals of the list
    const rows = overview.strip.groups
      .flatMap((group) => group.rows)
      .filter(({ count }) => count > 0);
    expect(Object.fromEntries(rows.map((row) => [row.stage, pickSums(row)]))).toEqual(stagesNow);
    expect(
      Object.fromEntries(
        pipeline.stages.flatMap((row) => (row.count === 0 ? [] : [[row.stage, pickSums(row)]])),
      ),
    ).toEqual(stagesNow);
    expect(Object.fromEntries(summary.groups.map((group) => [group.key, pickSums(group)]))).toEqual(
      stagesNow,
    );

    // by group: strip, pipeline, headline, changes as the overview and as the bridge count them
    const stripOf = (group: string) =>
      overview.strip.groups.find((one) => one.group === group) ?? {
        count: 0,
        undisclosed: 0,
        amounts: [],
      };
    expect([pickSums(stripOf('established')), pickSums(stripOf('pipeline'))]).toEqual([
      groupsNow['established'],
      groupsNow['pipeline'],
    ]);
    expect(pipeline.pipeline && pickSums(pipeline.pipeline)).toEqual(groupsNow['pipeline']);
    const counts = (groups: Sums) => [groups['established']?.count, groups['pipeline']?.count];
    const { headline } = overview;
    expect([headline.established?.value, headline.pipeline?.value].map(Number)).toEqual(
      counts(groupsNow),
    );
    expect(
      [headline.before.established?.value, headline.before.pipeline?.value].map(Number),
    ).toEqual(counts(groupsThen));
    const figures =
      headline.established_investment === undefined
        ? (headline.established_sums ?? [])
        : [headline.established_investment];
    const money = figures.flatMap(({ value, unit }) => fromMajor(value, unit) ?? []).map(toWire);
    expect(byCurrency(money)).toEqual(groupsNow['established']?.amounts);
    const { established, pipeline: coming } = overview.changes ?? {};
    expect([established?.before, coming?.before, established?.now, coming?.now]).toEqual([
      ...counts(groupsThen),
      ...counts(groupsNow),
    ]);
    const stepOf = (group: string, kind: BridgeStep['kind']) =>
      changes.bridge.groups
        .find((one) => one.group === group)
        ?.steps.find((step) => step.kind === kind);
    for (const group of ['established', 'pipeline']) {
      expect(stepOf(group, 'opening')).toMatchObject(groupsThen[group] ?? {});
      expect(stepOf(group, 'closing')).toMatchObject(groupsNow[group] ?? {});
    }

    // the report states the counts and every sum of the headline
    const sentence = headlineSentences(overview, 'en').join(' ');
    expect(sentence).toContain(`${groupsNow['established']?.count} project`);
    for (const { currency } of groupsNow['established']?.amounts ?? [])
      expect(sentence).toContain(currency === 'CNY' ? 'CN¥' : 'JP¥');

    // charts and files: the rows of the strip, the closing of the bridge, the projects of workbook
    // and pack
    const dots = findChart('pipeline').toTable(overview, { language: 'en', options: {} });
    const at = (id: string): number => dots.columns.findIndex((column) => column.id === id);
    const dotRows = dots.rows.map(
      (row): KnownProject => ({
        stage: 'lead',
        status: 'active',
        money:
          row[at('total_investment')] == null
            ? undefined
            : fromMajor(
                row[at('total_investment')] ?? '',
                row[at('total_investment_currency')] ?? '',
              ),
      }),
    );
    const all = sumsOf(active, () => 'all');
    expect(sumsOf(dotRows, () => 'all')).toEqual(all);
    const table = projectTable(day, undefined);
    const column = (id: string): number => table.columns.findIndex((one) => one.id === id);
    const filed: KnownProject[] = [];
    for await (const page of projectPages(api.db, {
      origin: 'own',
      as_of: day,
      status: 'active',
    })) {
      for (const [row] of page.map((one) => table.makeRows(one, 1))) {
        const [major, currency] = [
          row?.[column('total_investment')] ?? null,
          row?.[column('total_investment_currency')] ?? '',
        ];
        filed.push({
          stage: row?.[column('stage')] as Stage,
          status: 'active',
          money: major === null ? undefined : fromMajor(major, currency),
        });
      }
    }
    expect(sumsOf(filed, ({ stage }) => stage)).toEqual(stagesNow);
    const { items } = await api.get<{ items: readonly Project[] }>(
      `/api/v1/projects?as_of=${day}&limit=200`,
    );
    expect(items).toHaveLength(now.length);

    // a link that shows everything shows the same
    const deps = { db: api.db, clock: () => new Date('2021-07-01T00:00:00Z') };
    const link = { profile: everything, language: 'en', exports: 'none' } as const;
    const view = { as_of: day, compare: firstDay };
    const [first, second, third] = await Promise.all(
      (['overview', 'pipeline', 'projects'] as const).map((page) =>
        redactContent(deps, { ...link, view: { ...view, page } }),
      ),
    );
    const shared =
      first?.content.overview.strip?.groups
        .flatMap((group) => group.rows)
        .filter(({ count }) => count > 0) ?? [];
    expect(Object.fromEntries(shared.map((row) => [row.stage, pickSums(row)]))).toEqual(stagesNow);
    expect(
      second?.content.pipeline?.pipeline && pickSums(second.content.pipeline.pipeline),
    ).toEqual(groupsNow['pipeline']);
    expect(third?.content.projects && pickSums(third.content.projects.total)).toEqual(
      sumsOf(now, () => 'all')['all'],
    );
  }
});
