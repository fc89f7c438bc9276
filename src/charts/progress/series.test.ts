import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow, SeriesPoint } from '#domain/targets/target-row.ts';
import { dayNumber } from '#domain/values/date.ts';
import { progress } from './definition.ts';
import { planAt, planLine } from './plan-line.ts';
import { lastTwelveMonths, monthlyPoints } from './points.ts';
import { progressSeries } from './series.ts';

const row = (id: string): TargetRow => {
  const target = sampleOverview.targets.find(({ indicator }) => indicator === id);
  if (target === undefined) throw new Error(id);
  return target;
};
/** The sample with one row replaced. */
const withRow = (change: Partial<TargetRow>, id = 'companies'): Overview => ({
  ...sampleOverview,
  targets: sampleOverview.targets.map((one) =>
    one.indicator === id ? { ...one, ...change } : one,
  ),
});
const point = (period: string, value?: string): SeriesPoint => ({
  period,
  date: `${period}-28`,
  data_status: 'reported',
  ...(value === undefined ? { missing: 'not_reported' as const } : { value }),
});

describe('the series of a measure', () => {
  it('agrees with the targets table about the plan to date', () => {
    for (const id of ['companies', 'jobs', 'industrial_output']) {
      const one = row(id);
      expect(
        planAt(planLine(one, sampleOverview.plan), monthlyPoints(one.series).at(-1)?.day ?? 0),
      ).toBeCloseTo(one.plan?.value ?? 0, 6);
    }
  });

  it('starts the plan at its own start, not at that of the main measure', () => {
    const plan = { ...sampleOverview.plan, start: '2021-01-31' };
    const companies = row('companies');
    expect(planLine(companies, plan)[0]).toMatchObject({ day: dayNumber('2020-04-30'), value: 14 });
    expect(planAt(planLine(companies, plan), dayNumber('2021-03-31'))).toBeCloseTo(
      companies.plan?.value ?? 0,
      9,
    );
  });

  it('draws no falling plan between checkpoints that are out of order or fall, as in the targets table', () => {
    const checkpoints = [
      { date: '2023-12-31', share: 0.1, data_status: 'reported' },
      { date: '2021-12-31', share: 0.4, data_status: 'reported' },
    ] as const;
    const values = planLine(row('companies'), { path: 'checkpoints', checkpoints }).map(
      ({ value }) => value,
    );
    // 14 + 186 × 0.4 stays until the second checkpoint
    expect(values).toEqual([14, 14 + 186 * 0.4, 14 + 186 * 0.4, 200]);
  });

  it('draws no plan from an invented start, since a measure without a value has no known start', () => {
    const { baseline: _baseline, plan: _plan, now: _now, ...rest } = row('companies');
    expect(planLine(rest, sampleOverview.plan)).toEqual([]);
  });

  it('gives a sum of twelve months the weakest status of its months', () => {
    const flow = (
      period: string,
      value: string,
      data_status: SeriesPoint['data_status'] = 'reported',
    ) => ({
      ...point(period, value),
      data_status,
    });
    const series = [flow('2020-03', '1', 'estimate'), flow('2020-12', '6'), flow('2021-03', '2')];
    const sums = lastTwelveMonths(monthlyPoints(series));
    expect(sums.at(-1)).toMatchObject({ month: '2021-03', value: '7', status: 'estimate' });
    expect(sums[0]).toMatchObject({ month: '2020-12', value: '6', status: 'reported' });
  });

  it('breaks the line at a missing month and never invents a value', () => {
    const series = progressSeries(
      withRow({
        series: [
          point('2021-01', '10'),
          point('2021-02'),
          point('2021-03', '12'),
          point('2021-06', '20'),
        ],
      }),
      { range: 'to_date' },
      'en',
    );
    expect(series.points.map(({ v }) => v)).toEqual([10, null, 12, null, null, 20]);
    expect(series.runs.map((run) => run.points.length)).toEqual([1, 1, 1]);
    expect(series.gaps.map(({ label }) => label)).toEqual([
      'Not reported, Feb 2021',
      'Not reported, Apr–May 2021',
    ]);
  });

  it.each(['to_date', 'to_target'] as const)(
    'marks no January that its rule includes in February, %s',
    (range) => {
      const flow = progressSeries(sampleOverview, { measure: 'industrial_output', range }, 'en');
      expect(flow.gaps.filter(({ label }) => label.includes('Jan'))).toEqual([]);
      expect(
        progress.toTable(sampleOverview, {
          language: 'en',
          options: { measure: 'industrial_output', range: 'to_date' },
        }).rows,
      ).toContainEqual(expect.arrayContaining(['2021-01', 'Included in February']));
    },
  );

  it('states that nothing is reported when every month is missing, and draws no point', () => {
    const { now: _now, ...rest } = row('companies');
    const overview: Overview = {
      ...sampleOverview,
      targets: [{ ...rest, missing: 'not_reported', series: [point('2021-01'), point('2021-02')] }],
    };
    const series = progressSeries(overview, { measure: 'companies' }, 'zh-CN');
    expect(series.empty).toBe('未报送');
    expect(series.runs).toEqual([]);
    expect(series.last).toBeUndefined();
    expect(progress.words(overview, { language: 'zh-CN', options: {} }).title).toContain('未报送');
  });

  it('writes no scale where there is neither a value nor a plan', () => {
    const { now: _now, ...rest } = row('companies');
    const overview: Overview = {
      ...sampleOverview,
      targets: [{ ...rest, kind: 'annual_flow', missing: 'not_reported', series: [] }],
    };
    const { yTicks } = progressSeries(
      overview,
      { measure: 'companies', range: 'to_date' },
      'zh-CN',
    );
    expect(yTicks.map(({ v }) => v)).toEqual([0]);
  });

  it('draws zero as a value and one point as a point', () => {
    const series = progressSeries(
      withRow({ series: [point('2021-03', '0')] }),
      { range: 'to_date' },
      'en',
    );
    expect(series.points.map(({ v }) => v)).toEqual([0]);
    expect(series.last?.now).toBe('Now 0');
    expect(series.max).toBeGreaterThan(0);
  });

  it('writes a value of 10^15 without an exponent', () => {
    const series = progressSeries(
      withRow({ series: [point('2021-02', '1'), point('2021-03', '1000000000000000')] }),
      { range: 'to_date' },
      'en',
    );
    expect(series.last?.now).toBe('Now 1,000,000,000,000,000');
    expect(JSON.stringify(series)).not.toMatch(/NaN|Infinity|e\+/);
  });

  it('begins a new line each January for a year to date, and never compares it with the plan', () => {
    const series = progressSeries(
      sampleOverview,
      { measure: 'industrial_output', range: 'to_date' },
      'en',
    );
    expect(series.runs.length).toBeGreaterThan(1);
    expect(series.plan).toEqual([]);
    expect(series.points.every(({ plan }) => plan === null)).toBe(true);
    // the targets table gives the value of twelve months: this one has its own name
    expect(series.last?.now).toBe('Year to date 0.17');
  });

  it.each([
    ['zh-CN', '2025年末为', '当前 212'],
    ['ja', '2025年末に', '現在 212'],
    ['en', 'at the end of 2025', 'Now 212'],
  ] as const)('dates the results where later months are drawn, in %s', (language, when, now) => {
    const ended = withRow({
      deadline: '2025-12-31',
      verdict: 'met',
      now: { value: '201', date: '2025-12-31', basis: 'level', data_status: 'reported' },
      series: [point('2025-12', '201'), point('2026-01', '212')],
    });
    const { title, as_of } = progress.words(ended, { language, options: {} });
    expect([title.includes(when), title.includes('201'), as_of]).toEqual([
      true,
      true,
      '2026-01-28',
    ]);
    expect(progressSeries(ended, {}, language).last?.now).toBe(now);
  });

  it('shows the last twelve months beside the target, with a gap for a month that cannot be summed, and none for January', () => {
    const series = progressSeries(
      sampleOverview,
      { measure: 'industrial_output', range: 'to_target' },
      'zh-CN',
    );
    expect(series.last?.now).toBe('当前 7.9');
    expect(series.gaps.map(({ label }) => label)).toEqual(['2021年2月不适用']);
  });

  it('never forecasts after the deadline', () => {
    const series = progressSeries(
      withRow({ deadline: '2021-02-28', forecast: { kind: 'refused', reason: 'deadline_passed' } }),
      { range: 'to_target' },
      'ja',
    );
    expect(series.forecast).toBeUndefined();
    expect(series.time.to).toBeGreaterThan(0);
  });

  it('opens with the range to date while under 15 % of the target, else with the whole range', () => {
    expect(progressSeries(sampleOverview, { measure: 'jobs' }, 'en').range).toBe('to_date');
    expect(progressSeries(sampleOverview, { measure: 'companies' }, 'en').range).toBe('to_target');
  });

  it('has titles of at most fifteen words, and marks invented values once', () => {
    for (const measure of ['companies', 'jobs', 'industrial_output']) {
      const { title } = progress.words(sampleOverview, { language: 'en', options: { measure } });
      expect(title).not.toContain('Example');
      expect(title.split(' ').length).toBeLessThanOrEqual(15);
    }
    expect(
      progress.words(sampleOverview, { language: 'zh-CN', options: { measure: 'companies' } })
        .title,
    ).toBe('入驻企业41家，应达进度19家');
    expect(
      progress.words(sampleOverview, { language: 'en', options: { measure: 'companies' } }).title,
    ).toBe('41 companies, plan to date 19');
  });

  it('lists the drawn values in its table: the start of the plan, the months, then plan and forecast ahead, a missing value as null with its reason', () => {
    for (const language of languages) {
      for (const range of ['to_date', 'to_target'] as const) {
        for (const measure of ['companies', 'industrial_output']) {
          const options = { measure, range };
          const table = progress.toTable(sampleOverview, { language, options });
          const series = progressSeries(sampleOverview, options, language);
          const start = planLine(row(measure), sampleOverview.plan)[0]?.day ?? Infinity;
          const hasStart = range === 'to_target' && start < (series.points[0]?.day ?? 0);
          expect(table.rows).toHaveLength(
            (hasStart ? 1 : 0) + series.points.length + series.ahead.length,
          );
          const status = table.columns.findIndex(({ id }) => id === 'data_status');
          for (const cells of table.rows) if (cells[2] === null) expect(cells[status]).toMatch(/./);
        }
      }
    }
  });
});

// seen to fail: months to March that make no sum were stated as of January
it('is of the day of the newest month where the months make no sum', () => {
  const { now: _now, plan: _plan, ...rest } = row('industrial_output');
  const overview: Overview = {
    ...sampleOverview,
    targets: [
      {
        ...rest,
        missing: 'no_sum',
        sum_break: { month: '2021-02', reason: 'Survey revised' },
        series: [
          { ...point('2021-01', '5'), in_month: '5' },
          { ...point('2021-02'), missing: 'no_sum', in_month: '4' },
          { ...point('2021-03'), missing: 'no_sum', in_month: '4' },
        ],
      },
    ],
  };
  const context = { language: 'en', options: { measure: 'industrial_output' } } as const;
  expect(progress.words(overview, context).as_of).toBe('2021-03-28');
});
