import { afterEach, describe, expect, test } from 'vitest';
import { planPoints } from '#domain/targets/points-ahead.ts';
import { roundNoise } from '#domain/values/decimal.ts';
import { targetRow } from '#charts/targets/data/series.ts';
import type { ReportReply } from '#contract/exports/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { sharedSections, type RedactionProfile } from '#domain/redaction/profile.ts';
import { missingTerms, verdictTerms } from '#domain/labels/index.ts';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import { indicatorTable } from '#server/exports/workbook/indicator-table.ts';
import { redactContent } from '#server/links/payload/redact-overview.ts';
import { lastWholeMonth, monthEnd } from '#domain/values/date.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { readZone } from '#server/zone/store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const everything: RedactionProfile = {
  names: 'shown',
  amounts: 'all',
  smallest_group: 1,
  sections: sharedSections,
  without: [],
};

describe.each(engines)('one target on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());

  test.each(['sample', 'example_zone'])(
    'is the same in table, figures, report, workbook and shared link, in the %s',
    async (sample) => {
      api = await openApi(engine);
      expect((await api.send('POST', '/api/v1/samples', { body: { sample } })).status).toBeLessThan(
        300,
      );
      const figure = (name: string) => api.get<ChartFile>(`/api/v1/charts/${name}&lang=en`);
      const [overview, figureFile, { report }] = await Promise.all([
        api.get<Overview>('/api/v1/overview'),
        figure('targets.json?'),
        api.get<ReportReply>('/api/v1/report?lang=en'),
      ]);
      const { as_of, revision: knownRevision, origin } = overview;
      const [profile, observations] = await Promise.all([
        readZone(api.db, origin, knownRevision),
        listObservations(api.db, { origin, as_of, knownRevision }),
      ]);
      if (profile === undefined) throw new Error('no zone');
      const deps = { db: api.db, clock: () => new Date('2025-04-01T00:00:00Z') };
      const link = { profile: everything, language: 'en', exports: 'none' } as const;
      const { content } = await redactContent(deps, { ...link, view: { as_of, page: 'overview' } });
      const sheet = indicatorTable(overview, profile, observations, 'en');
      const cell = (row: readonly (string | null)[] | undefined, id: string) =>
        row?.[sheet.columns.findIndex((one) => one.id === id)];
      const standing = report.sections
        .flatMap(({ blocks }) => blocks)
        .find((block) => block.kind === 'table');
      const inReport = (row: readonly string[] | undefined, label: string) =>
        row?.[standing?.table.columns.findIndex((one) => one.label === label) ?? -1];

      for (const [at, row] of overview.targets.entries()) {
        const { indicator, now, plan, verdict } = row;
        const name = row.name.en;
        const drawnRow = figureFile.rows[at];
        const textRow = standing?.table.rows[at];
        const readers = content.overview.targets?.find((one) => one.indicator === indicator);
        expect([indicator, readers?.now, readers?.plan, readers?.verdict]).toEqual([
          indicator,
          now,
          plan,
          verdict,
        ]);
        expect([
          drawnRow?.['target_name'],
          drawnRow?.['verdict_label'],
          textRow?.[0],
          textRow?.at(-1),
        ]).toEqual([name, verdictTerms[verdict].en, name, verdictTerms[verdict].en]);
        expect([drawnRow?.['now'], drawnRow?.['value_date'], drawnRow?.['plan_to_date']]).toEqual([
          now?.value ?? null,
          (now ?? row.checklist)?.date ?? null,
          plan === undefined ? null : roundNoise(plan.value),
        ]);
        expect(drawnRow?.['points_ahead'] ?? undefined).toBe(planPoints(row)?.points.toString());
        expect(inReport(textRow, 'Now') === missingTerms.not_reported.en).toBe(
          now === undefined && row.checklist === undefined,
        );
        if (now === undefined || row.kind === 'qualitative') continue;
        const parts = targetRow(row, 'en', overview).now;
        expect(inReport(textRow, 'Now')).toContain(parts?.number ?? '–');
        const registered = sheet.rows.find((one) => cell(one, 'name') === name);
        expect([
          cell(registered, 'completed_value'),
          Number(cell(registered, 'plan_to_date')),
        ]).toEqual([now.value, plan === undefined ? undefined : Number(roundNoise(plan.value))]);
        // where the value is not of the month of the sheet, the sheet names its month
        const own = now.date === monthEnd(lastWholeMonth(as_of));
        expect(cell(registered, 'basis')).toMatch(
          own ? /^[^(]+$/ : new RegExp(`\\(${formatDate(now.date, 'en')}\\)$`),
        );
        const months = await figure(`progress.json?range=to_target&measure=${indicator}`);
        expect(months.rows.find(({ date }) => date === now.date)?.['value']).toBe(now.value);
        expect(months.as_of).toBe(months.rows.findLast(({ value }) => value !== null)?.['date']);
        // a title without a day means the day of the figure
        if (months.as_of !== now.date) expect(months.title).toMatch(/ (at the end of|on) \d/);
      }
    },
  );
});
