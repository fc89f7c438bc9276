import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeCohortFunnel, type CohortFunnelInput } from '#domain/analysis/events/cohort-funnel.ts';
import { addMonths } from '#domain/values/date.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { funnelChart } from './definition.ts';
import { layFunnel } from './layout.ts';
import { funnelSeries } from './series.ts';
import { funnelOfficeChart } from './office-chart.ts';

const overviewOf = (more: Partial<CohortFunnelInput>): Overview => ({
  ...sampleOverview,
  funnel: makeCohortFunnel({
    as_of: '2026-10-31',
    size: 'half_year',
    from: 'lead',
    to: 'signed',
    records: {
      first_known_day: '2023-01-01',
      last_day: '2026-10-31',
      months: Array.from({ length: 46 }, (_, at) => addMonths('2023-01', at)),
    },
    entries: [
      { month: '2024-02', end: 'moved', count: 5 },
      { month: '2024-02', end: 'left', count: 3 },
      { month: '2024-02', end: 'open', count: 1 },
      { month: '2024-02', end: 'unlisted', count: 1 },
      { month: '2026-08', end: 'moved', count: 1 },
      { month: '2026-08', end: 'open', count: 2 },
      { month: '2026-08', end: 'passed', count: 4 },
      { end: 'open', count: 6 },
      { end: 'stage_unset', count: 13 },
    ],
    times: [
      { days: 100, end: 'moved', count: 5 },
      { days: 200, end: 'left', count: 3 },
      { days: 900, end: 'open', count: 5 },
    ],
    ...more,
  }),
});
const english = { language: 'en', options: {} } as const;

describe('the chart of cohorts', () => {
  it('states the share that moved on and the share that left', () => {
    expect(funnelChart.words(overviewOf({}), english).title).toBe(
      '38% of leads are signed after two years, 23% have left',
    );
    expect(funnelChart.words(overviewOf({}), { language: 'zh-CN', options: {} }).title).toBe(
      '线索入库两年后38%签约，23%退出',
    );
    expect(funnelChart.words(overviewOf({}), { language: 'ja', options: {} }).title).toBe(
      '2年後に有望案件の38%が契約、23%が離脱',
    );
  });
  // seen to fail: a register of one day, with projects signed before, said that no lead entered
  it('states that entries are unknown where the records begin within the only cohort', () => {
    const records = { first_known_day: '2026-06-30', last_day: '2026-06-30', months: ['2026-06'] };
    const one = overviewOf({ as_of: '2026-06-30', records, entries: [], times: [] });
    expect(funnelSeries(one, 'en').rows).toMatchObject([{ n: '—', kind: 'unknown' }]);
    expect(funnelChart.toTable(one, english).rows[0]?.slice(1, 7)).toEqual(Array(6).fill(null));
    for (const overview of [one, overviewOf({ entries: [{ end: 'open', count: 6 }], times: [] })])
      expect(funnelChart.words(overview, english).title).toBe(
        'No day of entry of leads is recorded',
      );
    const none = overviewOf({ entries: [], times: [] });
    expect(funnelChart.words(none, english).title).toBe(
      'No leads entered while the register was kept',
    );
  });
  it('gives counts where too few were followed', () => {
    const few = overviewOf({ times: [], entries: [{ month: '2026-08', end: 'open', count: 2 }] });
    expect(funnelChart.words(few, english).title).toBe('Leads: 2 open');
    expect(funnelChart.hasData(overviewOf({ entries: [], times: [] }), {})).toBe(false);
  });
  it('draws shares from five projects on, squares under five, and nothing for none', () => {
    const { rows } = funnelChart.toSeries(overviewOf({}), english);
    const of = (key: string) => rows.find((row) => row.key === key);
    expect(of('2024-H1')).toMatchObject({ kind: 'bar', n: '10' });
    expect(of('2024-H1')?.parts.map(({ end, short }) => [end, short])).toEqual([
      ['moved', '50%'],
      ['open', '10%'],
      ['unlisted', '10%'],
      ['left', '30%'],
    ]);
    expect(of('2026-H2')).toMatchObject({ kind: 'squares', text: '1 moved on, 2 open' });
    expect(of('2025-H1')).toMatchObject({ kind: 'none', n: '0' });
    const table = funnelChart.toTable(overviewOf({}), english);
    const small = table.rows.find(([name]) => name === '2026 H2');
    expect(small?.slice(1, 10)).toEqual(['3', null, '1', '2', '0', '0', null, null, null]);
  });
  // seen to fail: "entered" after some months was the number of projects still followed then
  it('has the projects that are still followed apart from those that entered', () => {
    const { columns, rows } = funnelChart.toTable(overviewOf({}), english);
    const [entered, followed] = ['n', 'followed'].map((id) =>
      columns.findIndex((column) => column.id === id),
    );
    const later = rows.filter(([name]) => name?.startsWith('All, after') === true);
    expect(later.length).toBeGreaterThan(0);
    for (const row of later) {
      expect(row[entered ?? -1]).toBeNull();
      expect(Number(row[followed ?? -1])).toBeGreaterThan(0);
    }
  });
  it('draws a square for each project of a small cohort on a slide, and hatches what is not known', () => {
    const native = funnelOfficeChart(overviewOf({}), english);
    const rows = native?.table?.rows.map(([name]) => name) ?? [];
    const at = rows.indexOf('2026 H2');
    // seen to fail: the squares were bars as high as those of large cohorts
    const bars = (native?.series ?? []).filter(
      ({ hidden, values = [] }) => hidden !== true && (values[at] ?? null) !== null,
    );
    expect(bars).toEqual([]);
    const textOf = (row: number) =>
      native?.series.flatMap(({ labels = [] }) => labels[row] ?? []) ?? [];
    expect(textOf(at)).toEqual(['■', '□□', '1 moved on, 2 open']);
    expect(textOf(rows.indexOf('2025 H1'))).toEqual(['No entry']);
    const unknown = funnelOfficeChart(
      overviewOf({
        records: {
          first_known_day: '2023-01-01',
          last_day: '2026-10-31',
          months: Array.from({ length: 24 }, (_, month) => addMonths('2023-01', month)),
        },
      }),
      english,
    );
    const hatch = unknown?.series.find(({ hatched }) => hatched === true);
    expect(hatch?.values?.some((value) => value !== null)).toBe(true);
    expect(native?.below?.[0]?.series.at(-1)?.labels?.at(-1)).toBe('23% left\n38% open');
  });
  // seen to fail: a slide without a cohort lacked "Moved on" and "Open", which the picture names
  it.each(languages)(
    '%s: names the ends on a slide without a cohort, as the picture does',
    (language) => {
      const records = {
        first_known_day: '2026-06-30',
        last_day: '2026-06-30',
        months: ['2026-06'],
      };
      const none = overviewOf({ as_of: '2026-06-30', records, entries: [], times: [] });
      const { heads } = funnelSeries(none, language);
      const slide = funnelOfficeChart(none, { language, options: {} });
      expect(slide?.key?.map(({ label }) => label)).toEqual([heads.moved, heads.open]);
    },
  );

  // seen to fail: on a slide the heading of the curves stood on the last of eight cohorts
  it('leaves the rows of many cohorts more of a slide', () => {
    const shareOf = (count: number) =>
      funnelOfficeChart(
        overviewOf({
          entries: Array.from({ length: count }, (_, at) => ({
            month: addMonths('2023-01', at * 6),
            end: 'open' as const,
            count: 5,
          })),
        }),
        english,
      )?.below?.[0]?.share ?? 0;
    expect(shareOf(8)).toBeCloseTo(0.5);
  });
  it('counts the projects in no cohort', () => {
    const notes = funnelChart.words(overviewOf({}), english).notes.join('; ');
    expect(notes).toContain('4 projects entered at the goal or beyond');
    expect(notes).toContain('6 projects without a known day of entry');
    expect(notes).toContain('13 projects whose stage is not set, in no cohort');
    expect(notes).toContain('1 project no longer listed');
    expect(notes).toContain('2026 H2 is not closed');
  });
  // seen to fail: the axis crossed the last label where few had left
  it('keeps the labels of the curves above the axis', () => {
    const times = [
      { days: 100, end: 'moved', count: 20 },
      { days: 900, end: 'open', count: 20 },
    ] as const;
    const { curve } = layFunnel(funnelSeries(overviewOf({ times }), 'en'), 700);
    expect(curve?.labels.open).toBeLessThanOrEqual((curve?.bottom ?? 0) - 6);
    expect(curve?.labels.open).toBeGreaterThan(curve?.labels.left ?? 0);
  });
  it('fits every width in every language', () => {
    for (const language of languages)
      for (const width of [340, 440, 560, 700, 880, 1100]) {
        const series = funnelChart.toSeries(overviewOf({}), { language, options: {} });
        const { rows, curve, barEnd, height } = layFunnel(series, width);
        expect(rows).toHaveLength(width < 400 ? 4 : 8);
        for (const part of rows.flatMap(({ parts }) => parts))
          expect(part.x + part.width).toBeLessThanOrEqual(barEnd + 0.01);
        expect(curve?.labels.open).toBeLessThan(height);
        expect(curve?.yOf(1)).toBeGreaterThanOrEqual(0);
      }
  });
  it('reaches every cohort, and the curves every half-year, by keyboard', () => {
    const points = funnelChart.focus.points(
      funnelChart.toSeries(overviewOf({}), english),
      560,
      400,
    );
    expect([...new Set(points.map(({ title }) => title))]).toEqual([
      '2023 H1',
      '2023 H2',
      '2024 H1',
      '2024 H2',
      '2025 H1',
      '2025 H2',
      '2026 H1',
      '2026 H2',
      '6',
      '12',
      '18',
      '24 months',
    ]);
  });
});
