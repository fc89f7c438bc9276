import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { OutlookRange, TargetOutlook } from '#domain/outlook/outlook.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';
import { outlookChart } from './definition.ts';
import { outlookOfficeChart } from './office-chart.ts';
import { outlookChartLabels } from './labels/index.ts';
import { beyondX, layOutlook } from './layout.ts';
import { outlookSeries } from './series.ts';
import { View } from './View.tsx';

const range: OutlookRange = {
  now: '1010',
  steps: [],
  signed: '3452',
  ceiling: '6022',
  adds: '5012',
  known: 26,
  missing: '28978',
  on_time: '2442',
  late: '0',
  undated: '2570',
  unknown: 1,
  unknown_codes: ['B14'],
  undated_projects: 2,
  undated_codes: ['B15', 'B16'],
};
const jobs = sampleOverview.targets.find(({ indicator }) => indicator === 'jobs');
if (jobs === undefined) throw new Error('The sample has no target of jobs.');
const overviewOf = (targets: readonly TargetOutlook[]): Overview => ({
  ...sampleOverview,
  outlook: { as_of: sampleOverview.as_of, revision: 1, projects: 27, targets },
});
const english = { language: 'en', options: {} } as const;
const titleOf = (one: TargetOutlook): string =>
  outlookChart.words(overviewOf([one]), english).title;

describe('the chart of the outlook', () => {
  it('draws now, signed and all from one zero, and the gap to the target', () => {
    const series = outlookSeries(overviewOf([{ row: jobs, range }]), 'en');
    const [row] = series.rows;
    expect(row?.now?.share).toBeCloseTo(1010 / 35_000, 12);
    expect(row?.missing).toBe('missing 28,978 jobs');
    const [placed] = layOutlook(series, 560).rows;
    expect(placed?.nowX).toBeLessThan(placed?.signedX ?? 0);
    expect(placed?.signedX).toBeLessThan(placed?.allX ?? 0);
  });

  // seen to fail: the note named amounts without a date, but none that come too late
  it('names what comes after the deadline', () => {
    const notes = (late: string) =>
      outlookChart.words(overviewOf([{ row: jobs, range: { ...range, late } }]), english).notes;
    expect(notes('700')[0]).toContain('700 jobs after the deadline; 2,570 jobs without a date');
    expect(notes('0')[0]).not.toContain('after the deadline');
  });

  // seen to fail: 0 of at most 6 read like 0 of 6 that are needed
  it('names a limit as a limit', () => {
    const row = { ...jobs, comparator: '<=' as const, target: '6' };
    const names = languages.map(
      (language) => outlookSeries(overviewOf([{ row }]), language).rows[0]?.target,
    );
    expect(names).toEqual(['不超过6人', '6人以下', 'at most 6 jobs']);
    expect(outlookSeries(overviewOf([{ row: jobs }]), 'en').rows[0]?.target).toBe('35,000 jobs');
  });

  // seen to fail: the bar ran past the line of the limit, as if more were better
  it('ends a bar at the limit, and writes by how much the value exceeds it', () => {
    const value = { date: jobs.deadline, basis: 'level', data_status: 'reported' } as const;
    const rowOf = (now: string): TargetOutlook => ({
      row: { ...jobs, comparator: '<=', target: '4000', now: { ...value, value: now } },
    });
    const text = languages.map(
      (language) => outlookSeries(overviewOf([rowOf('5662')]), language).rows[0]?.over,
    );
    expect(text).toEqual(['超出上限1,662人', '上限を1,662人超過', '1,662 jobs over the limit']);
    expect(outlookSeries(overviewOf([rowOf('4000')]), 'en').rows[0]?.over).toBeUndefined();
    for (const [now, width] of [
      ['4400', 560],
      ['9000', 340],
    ] as const) {
      const series = outlookSeries(overviewOf([rowOf(now)]), 'en');
      const { height, targetX } = layOutlook(series, width);
      const svg = renderToStaticMarkup(
        createElement(View, { id: 'v', language: 'en', live: false, series, width, height }),
      );
      const [, bar] = /<rect x="0"[^>]*? width="([\d.]+)"/.exec(svg) ?? [];
      expect(Number(bar)).toBeCloseTo(targetX, 6);
      expect(svg).toContain('over the limit');
    }
    const slide = outlookOfficeChart(overviewOf([rowOf('5662')]), english);
    expect(slide?.frame?.rows[0]?.cells[1]).toMatchObject({
      text: '→ 1,662 jobs over the limit',
      colour: 'behind',
    });
  });

  // seen to fail: 9.3 % was "1.3% over the limit" of 8 %
  it('writes the excess over a percentage limit in points', () => {
    const level = { date: jobs.deadline, basis: 'level', data_status: 'reported' } as const;
    const vacancy = { ...jobs, comparator: '<=', unit: 'percent', target: '8' } as const;
    const over = languages.map((language) => {
      const row = { ...vacancy, now: { ...level, value: '9.3' } };
      return outlookSeries(overviewOf([{ row }]), language).rows[0]?.over;
    });
    expect(over).toEqual([
      '超出上限1.3个百分点',
      '上限を1.3ポイント超過',
      '1.3 percentage points over the limit',
    ]);
  });

  it('states a shortfall, an excess, and a target that is met exactly', () => {
    expect(titleOf({ row: jobs, range })).toBe(
      'Jobs: 28,978 jobs short of the target even if every project lands',
    );
    expect(titleOf({ row: jobs, range: { ...range, ceiling: '36000', missing: '0' } })).toBe(
      'Jobs: 1,000 jobs over the target if every project lands',
    );
    expect(titleOf({ row: jobs, range: { ...range, ceiling: '35000', missing: '0' } })).toBe(
      'Jobs: on the target if every project lands',
    );
    expect(titleOf({ row: jobs })).toBe('No target can be compared with the projects on file');
  });

  it('begins a claim about an invented zone with the word Example', () => {
    const overview = overviewOf([{ row: jobs, range }]);
    const invented = { ...overview, zone: { ...overview.zone, fictional: true } };
    expect(outlookChart.words(invented, english).title).toBe(
      'Example: Jobs: 28,978 jobs short of the target even if every project lands',
    );
  });

  it('shows an unreported value as not reported, never as zero', () => {
    const { now: _, ...unreported } = jobs;
    const [row] = outlookSeries(overviewOf([{ row: unreported }]), 'en').rows;
    expect(row).toMatchObject({ note: 'Not reported' });
    const late = { ...unreported, kind: 'annual_flow' as const, missing_months: ['2021-01'] };
    expect(outlookSeries(overviewOf([{ row: late }]), 'en').rows[0]?.note).toBe(
      'Year to date not known (January 2021 not reported)',
    );
    // seen to fail: a row that has a value after its deadline was "not reported"
    const level = { basis: 'level', data_status: 'reported' } as const;
    const later = { ...level, value: '10380', date: '2026-10-31' };
    const past = outlookSeries(overviewOf([{ row: { ...unreported, later } }]), 'en');
    expect(past.rows[0]?.note).toBe('No value at the deadline; 10,380 jobs on 31 October 2026');
    expect(row?.now).toBeUndefined();
    const table = outlookChart.toTable(overviewOf([{ row: unreported }]), english);
    expect(table.rows[0]?.slice(3, 10)).toEqual(Array.from({ length: 7 }, () => null));
  });

  it('states that a link may not show a range', () => {
    const noteOf = (one: TargetOutlook) =>
      outlookSeries(overviewOf([one]), 'en').rows.map(({ note }) => note);
    expect(noteOf({ row: jobs, measure: 'jobs' })).toEqual(['not shown']);
    expect(noteOf({ row: jobs })).toEqual(['no project adds to this target']);
    expect(noteOf({ row: jobs, measure: 'jobs', refused: 'no_amounts' })).toEqual([
      'no project states what it adds',
    ]);
  });

  it('separates the thousands of excluded sums', () => {
    const many = { ...range, unknown: 1122 };
    const [note] = outlookChart.words(overviewOf([{ row: jobs, range: many }]), english).notes;
    expect(note).toContain('1,122 projects');
  });

  it('cuts a bar that exceeds its target by far and prints by how much', () => {
    const far = { ...range, ceiling: '90000', missing: '0' };
    const series = outlookSeries(overviewOf([{ row: jobs, range: far }]), 'en');
    const [placed] = layOutlook(series, 340).rows;
    expect(placed?.isCut).toBe(true);
    expect(placed?.allX).toBeLessThanOrEqual(340);
    expect(placed?.row.beyond).toBe('+55,000 jobs');
  });
  // seen to fail: a bar of 236 % of the target ended at 125 % of it, as if it were that long
  it('marks a bar on a slide that continues beyond the axis', () => {
    const resultOf = (ceiling: string) => {
      const one = { row: jobs, range: { ...range, ceiling, missing: '0' } };
      return outlookOfficeChart(overviewOf([one]), english)?.frame?.rows[0]?.cells[1]?.text;
    };
    expect(resultOf('90000')).toBe('→ +55,000 jobs');
    expect(resultOf('40000')).toBe('+5,000 jobs');
  });
  // seen to fail: on a phone the line of the target struck through the plus of "+173,857 jobs"
  it.each([360, 680])('writes a surplus beside the line of its target, at %i px', (width) => {
    const layout = layOutlook(
      outlookSeries(
        overviewOf([{ row: jobs, range: { ...range, ceiling: '208857', missing: '0' } }]),
        'en',
      ),
      width,
    );
    const text = layout.rows[0]?.row.beyond ?? '';
    const end = beyondX(text, layout);
    const start = end - textWidth(text, 12, true);
    expect(text).toBe('+173,857 jobs');
    expect(start > layout.targetX + 4 || end < layout.targetX - 4).toBe(true);
    expect(start).toBeGreaterThan(0);
    expect(end).toBeLessThanOrEqual(width);
  });
  // seen to fail: on a phone the line struck through "no project adds to this target"
  it.each(languages)(
    'breaks the labels of a bar before the line of its target, in %s',
    (language) => {
      const far = { ...range, ceiling: '90000', missing: '0' };
      const targets = [{ row: jobs, range: far }, { row: jobs, range }, { row: jobs }];
      const series = outlookSeries(overviewOf(targets), language);
      for (const width of [300, 340, 390, 560, 892]) {
        const { rows, targetX } = layOutlook(series, width);
        for (const { labels } of rows)
          for (const { x, text, strong } of labels)
            if (x > 0) {
              const end = x + textWidth(text, 12, strong);
              expect([text, x >= targetX || end <= targetX]).toEqual([text, true]);
            }
      }
    },
  );
  it('draws the scenario where there is one, and marks it as no fact in words and table', () => {
    const scenario = { range: { ...range, ceiling: '5562', missing: '29438' } };
    const overview = overviewOf([{ row: jobs, range, scenario }]);
    const { outlook } = overview;
    if (outlook === undefined) throw new Error('no outlook');
    const scenarioOverview = {
      ...overview,
      outlook: { ...outlook, scenario: { without: ['A01'], not_found: [] } },
    };
    expect(outlookSeries(scenarioOverview, 'en').rows[0]?.missing).toBe('missing 29,438 jobs');
    const words = outlookChart.words(scenarioOverview, english);
    for (const text of [words.subtitle, words.alt])
      expect(text).toContain('Scenario: A01 excluded. Not a fact.');
    const table = outlookChart.toTable(scenarioOverview, english);
    expect(table.columns.at(-1)?.id).toBe('scenario');
    expect(table.rows[0]?.at(-1)).toBe('Scenario: A01 excluded. Not a fact.');
    expect(outlookChart.words(overview, english).subtitle).not.toContain('Scenario');
  });
});

test('one project is written in the singular', () => {
  const { ceiling, enough } = outlookChartLabels.en.say;
  const one = { n: '1', ceiling: '120 companies', missing: '80 companies' };
  expect(ceiling(one)).toContain('The one project that states it would bring');
  expect(enough(one)).toMatch(/if it lands\.$/);
  expect(enough({ ...one, n: '2' })).toMatch(/^The 2 projects that state it .* if all land\.$/);
});

// seen to fail: "3 projects without an amount" for a target of jobs
test('a target of jobs has projects without a figure, not without an amount', () => {
  expect(outlookChartLabels.en.unknown(1)).toBe('1 project without a figure is not counted');
  expect(outlookChartLabels.en.unknown(3)).toBe('3 projects without a figure are not counted');
  expect(outlookChartLabels.en.columns.unknown).toBe('Projects without a figure');
});

test('a day before the register states that projects are not known', () => {
  const before = { ...overviewOf([]), as_of: '2021-03-31', first_known_day: '2021-04-16' };
  expect(outlookChart.words(before, english).title).toBe(
    'Projects are not known before 16 April 2021: the register begins on that day',
  );
});

test('a zone without a target has neither a claim about targets nor a target line', () => {
  const overview = overviewOf([]);
  expect(outlookChart.words(overview, english).title).toBe('No target is set');
  const series = outlookChart.toSeries(overview, english);
  const svg = renderToStaticMarkup(
    createElement(View, { id: 'v', language: 'en', live: false, series, width: 560, height: 40 }),
  );
  expect(svg).not.toContain('100%');
  expect(svg).not.toContain('<line');
});

test('a slide has the addition of each step, and the line of 100 %', () => {
  const chart = outlookOfficeChart(overviewOf([{ row: jobs, range }]), english);
  const [row] = outlookChart.toSeries(overviewOf([{ row: jobs, range }]), english).rows;
  const steps = chart?.series.map(({ values }) => Number(values?.[0])) ?? [];
  expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(row?.all?.share ?? 0, 5);
  expect(steps[0]).toBeCloseTo(row?.now?.share ?? 0, 5);
  expect(chart?.axis?.strong).toBe(1);
});
