import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import {
  makeEventSeries,
  type EventCell,
  type EventSeriesInput,
} from '#domain/analysis/events/event-series.ts';
import { addMonths } from '#domain/values/date.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { Bars } from './Bars.tsx';
import { layBars } from './bar-layout.ts';
import { seriesChart } from './definition.ts';
import { seriesOfficeChart } from './office-chart.ts';
import { layLines } from './line-layout.ts';

const months = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => addMonths(from, at));
const cell = (
  event: EventCell['event'],
  month: string,
  count: number,
  minor?: string,
  currency = 'CNY',
): EventCell => ({
  event,
  month,
  count,
  by: 0,
  undisclosed: 0,
  ...(minor === undefined ? {} : { money: { minor, currency } }),
});
const cells = [
  cell('signing', '2025-02', 9),
  cell('signing', '2025-08', 11),
  cell('signing', '2026-02', 4),
  cell('start', '2025-05', 2),
  cell('start', '2026-05', 8),
];
const overviewOf = (more: Partial<EventSeriesInput> = {}): Overview => ({
  ...sampleOverview,
  series: {
    events: makeEventSeries({
      as_of: '2026-10-31',
      size: 'quarter',
      measure: 'projects',
      events: ['signing', 'registration', 'start'],
      records: {
        first_known_day: '2024-01-01',
        last_day: '2026-10-31',
        months: months('2024-01', 34),
      },
      cells,
      standing: [
        { reached: 'signed', is_open: true, count: 5 },
        { reached: 'signed', is_open: false, count: 2 },
        { reached: 'registered', is_open: true, count: 7 },
        { reached: 'construction', is_open: true, count: 10 },
      ],
      ...more,
    }),
  },
});
const english = { language: 'en', options: {} } as const;
const total = { language: 'en', options: { form: 'cumulative' } } as const;
const titleOf = (overview: Overview, context: typeof english | typeof total = english): string =>
  seriesChart.words(overview, context).title;

describe('the chart of events over time', () => {
  it('states which events gained and which fell against last year', () => {
    expect(titleOf(overviewOf())).toBe(
      'Starts are up by six on last year while signings fall by 16',
    );
    expect(titleOf(overviewOf({ events: ['signing'] }))).toBe(
      'Signings are down by 16 on last year',
    );
    expect(titleOf(overviewOf({ events: ['registration'] }))).toBe(
      'Registrations: no change on last year',
    );
  });
  it('names measure and period where no year before was recorded whole', () => {
    const records = {
      first_known_day: '2026-02-10',
      last_day: '2026-10-31',
      months: months('2026-02', 9),
    };
    const overview = overviewOf({ records, events: ['signing'] });
    expect(titleOf(overview)).toBe('Signings per quarter');
    expect(seriesChart.words(overview, english).subtitle).toContain('no value a year earlier');
  });
  // seen to fail: a first quarter with records of seven weeks was filled like a whole one
  it('draws a first quarter hollow where the records begin within it, and states so', () => {
    const [from, to] = ['2025-02-10', '2026-10-31'];
    const records = { first_known_day: from, last_day: to, months: months('2025-02', 21) };
    const overview = overviewOf({ records, events: ['signing'] });
    const series = seriesChart.toSeries(overview, english);
    const partial = series.periods.filter(({ isPartial }) => isPartial).map(({ key }) => key);
    expect(partial).toEqual(['2025-Q1', '2026-Q4']);
    expect(layBars(series, 900).blocks[0]?.rows[0]?.bars[0]?.label.isInside).toBe(false);
    const slide = seriesOfficeChart(overview, english)?.series ?? [];
    expect(slide.map(({ hollow, values }) => hollow === true && values?.[0])).toContain('9');
    const { notes } = seriesChart.words(overview, english);
    expect(notes).toContain('Records begin within Q1 2025 (hollow)');
    const markup = renderToStaticMarkup(createElement(Bars, { series, width: 900, id: 'x' }));
    expect(markup.match(/fill="none" stroke/g)).toHaveLength(1);
  });
  it('states in the cumulative form how many have not reached the last event', () => {
    expect(titleOf(overviewOf(), total)).toBe('14 of 24 signed projects have not started');
    const { blocks } = seriesChart.toSeries(overviewOf(), total);
    expect(blocks[0]?.brackets.map(({ text }) => text)).toEqual([
      '5 to register, 2 left',
      '7 to start',
    ]);
  });
  it('draws totals on a slide as the picture does: its lines, ticks and numbers', () => {
    const slide = seriesOfficeChart(overviewOf(), total);
    const block = layLines(seriesChart.toSeries(overviewOf(), total), 720).blocks[0];
    expect(slide?.series.map(({ name, colour, dashed }) => [name, colour, dashed])).toEqual([
      ['Signed', 'ink', true],
      ['Registered', 'ink-3', false],
      ['Started', 'accent', false],
    ]);
    const { max = 0, step = 1 } = slide?.axis ?? {};
    const ticks = Array.from({ length: max / step + 1 }, (_, at) => String(at * step));
    expect(ticks).toEqual(block?.ticks.map(({ label }) => label));
    expect(slide?.heading).toBe(
      [
        ...(block?.lines ?? []).map(({ label }) => label),
        '5 to register, 2 left',
        '7 to start',
      ].join(' · '),
    );
  });
  // seen to fail: each column of years was named twice, as 2025 2025
  it.each([
    ['year', ['2024', '2025', '2026']],
    ['half_year', ['H1 2024', 'H2', 'H1 2025', 'H2', 'H1 2026', 'H2']],
  ] as const)('names each %s of a slide once, with its year where a year begins', (size, names) => {
    const slide = seriesOfficeChart(overviewOf({ size }), english);
    expect(slide?.table?.rows).toEqual(names.map((name) => [name]));
  });
  it('draws the total of a single period on a slide as a line from its first day on', () => {
    const records = { first_known_day: '2026-10-31', last_day: '2026-10-31', months: ['2026-10'] };
    const slide = seriesOfficeChart(overviewOf({ records }), total);
    expect(slide?.table?.rows).toEqual([['2026-10-01'], ['2026-12-31']]);
    for (const { values } of slide?.series ?? []) expect(values).toHaveLength(2);
  });
  it('says on a slide that a column has no value, and lifts a number over the mark of a year ago', () => {
    const undisclosed = [{ ...cell('signing', '2026-08', 1), undisclosed: 1 }];
    const slideOf = (own: readonly EventCell[], measure: 'projects' | 'total_investment') =>
      seriesOfficeChart(overviewOf({ cells: own, measure, events: ['signing'] }), english);
    expect(slideOf(undisclosed, 'total_investment')?.series.at(-1)?.labels).toContain('—');
    const near = [cell('signing', '2025-08', 11), cell('signing', '2026-08', 10)];
    const { values = [], labels = [] } = slideOf(near, 'projects')?.series.at(-1) ?? {};
    expect(Number(values[labels.lastIndexOf('10')])).toBeGreaterThan(11);
  });
  it('draws a quarter without a record as unknown and one that is open as open, not as 0', () => {
    const records = {
      first_known_day: '2024-01-01',
      last_day: '2026-10-31',
      months: months('2024-01', 34).filter((month) => !/^2025-1/.test(month)),
    };
    const series = seriesChart.toSeries(overviewOf({ records }), english);
    const [row] = layBars(series, 560).blocks[0]?.rows ?? [];
    const states = row?.bars.map(({ period, value }) => [period.key, period.state, value.text]);
    expect(states).toContainEqual(['2025-Q4', 'unknown', '']);
    expect(states).toContainEqual(['2026-Q4', 'open', '0']);
    const table = seriesChart.toTable(overviewOf({ records }), english);
    const gap = table.rows.find(([name]) => name === 'Q4 2025');
    expect(gap?.slice(2)).toEqual(['No record', null, '0', null, '0', null, '0']);
    expect(seriesChart.words(overviewOf({ records }), english).notes.join()).toContain(
      'No record: Q4 2025',
    );
    // seen to fail: of many periods without a record, the first eight were named
    const few = { ...records, months: ['2024-02', '2025-11', '2026-01', '2026-10'] };
    expect(seriesChart.words(overviewOf({ records: few }), english).notes).toContain(
      'No record: Q2 2024 to Q3 2025, Q2 2026, Q3 2026 (hatched)',
    );
  });
  it('has one block for each currency, and never adds two', () => {
    const money = [
      cell('signing', '2026-02', 1, '50000000000', 'CNY'),
      cell('signing', '2026-02', 1, '700000000', 'USD'),
      cell('signing', '2026-05', 1, '-900000000', 'USD'),
    ];
    const overview = overviewOf({ measure: 'total_investment', cells: money, events: ['signing'] });
    const { blocks } = seriesChart.toSeries(overview, english);
    expect(blocks.map(({ key }) => key)).toEqual(['CNY', 'USD']);
    const slide = seriesOfficeChart(overview, english);
    expect(slide?.frame?.before[0]?.head).toContain('CN¥');
    expect(slide?.currencies?.map((chart) => chart.frame?.before[0]?.head)).toEqual([
      expect.stringContaining('US$'),
    ]);
    const [, dollars] = layBars(seriesChart.toSeries(overview, english), 560).blocks;
    const below = dollars?.rows[0]?.bars.find(({ value }) => (value.value ?? 0) < 0);
    expect(below?.top).toBe(dollars?.rows[0]?.zeroY);
    expect(below?.label.y).toBeGreaterThan((below?.top ?? 0) + (below?.height ?? 0));
    expect(below?.value.text.startsWith('−')).toBe(true);
  });
  it('writes a difference in its own multiple, with the decimals of that one', () => {
    const money = [
      cell('signing', '2025-02', 1, '100000000000', 'CNY'),
      cell('signing', '2026-02', 1, '103000000000', 'CNY'),
    ];
    const overview = overviewOf({ measure: 'total_investment', cells: money, events: ['signing'] });
    const context = { language: 'zh-CN', options: {} } as const;
    expect(seriesChart.words(overview, context).title).toContain('3,000万元');
  });
  it('never writes an amount above 0 as 0', () => {
    const money = [
      cell('signing', '2025-02', 1, '10000', 'CNY'),
      cell('signing', '2026-02', 1, '50000000000', 'CNY'),
    ];
    const overview = overviewOf({ measure: 'total_investment', cells: money, events: ['signing'] });
    const values = seriesChart.toSeries(overview, english).blocks[0]?.rows[0]?.values ?? [];
    const texts = values.map(({ text }) => text).filter((text) => text !== '');
    expect(texts).toContain('0.0001');
    expect(texts).not.toContain('0.00');
  });
  it('shows an undisclosed amount as a dash, and counts it', () => {
    const cells = [{ ...cell('signing', '2026-02', 3), undisclosed: 3 }];
    const overview = overviewOf({ measure: 'paid_in', cells, events: ['signing'] });
    const values = seriesChart.toSeries(overview, english).blocks[0]?.rows[0]?.values ?? [];
    expect(values.find(({ undisclosed }) => undisclosed > 0)).toMatchObject({
      text: '—',
      undisclosed: 3,
    });
    expect(seriesChart.words(overview, english).notes.join()).toContain(
      '3 projects without an amount',
    );
  });
  it('fits every width in every language: bars and labels are inside, ends do not touch', () => {
    for (const language of languages)
      for (const width of [340, 440, 560, 700, 880, 1100]) {
        const bars = layBars(seriesChart.toSeries(overviewOf(), { language, options: {} }), width);
        for (const { x, width: bar } of bars.blocks.flatMap(({ rows }) =>
          rows.flatMap((row) => row.bars),
        )) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + bar).toBeLessThanOrEqual(width);
        }
        const lines = layLines(
          seriesChart.toSeries(overviewOf(), { language, options: { form: 'cumulative' } }),
          width,
        );
        const ends =
          lines.blocks[0]?.lines.map(({ labelY }) => labelY).toSorted((a, b) => a - b) ?? [];
        for (const [at, y] of ends.entries())
          expect(y - (ends[at - 1] ?? y - 16)).toBeGreaterThanOrEqual(16);
      }
  });
  it('states which months of which year are compared', () => {
    const [row] = seriesChart.toSeries(overviewOf(), english).blocks[0]?.rows ?? [];
    expect(row?.head).toEqual(['2026, 9 months: 4', 'a year earlier: 20', '−16']);
    const chinese = seriesChart.toSeries(overviewOf(), { language: 'zh-CN', options: {} });
    expect(chinese.blocks[0]?.rows[0]?.head[0]).toBe('2026年1–9月：4');
  });
  it('shows five quarters on a phone', () => {
    const { blocks } = layBars(seriesChart.toSeries(overviewOf(), english), 340);
    expect(blocks[0]?.rows[0]?.bars).toHaveLength(5);
  });
  it('reaches every bar by keyboard, with the value and the year before', () => {
    const series = seriesChart.toSeries(overviewOf(), english);
    const points = seriesChart.focus.points(series, 560, 300);
    expect(points).toHaveLength(48);
    const signings = points.filter(({ title }) => title === 'Signings Q1 2026');
    expect(signings.map(({ figure }) => figure?.of['first_month'])).toEqual(['2026-01', '2025-01']);
    expect(points.find(({ title }) => title === 'Signings Q1 2026')?.lines).toEqual([
      { label: '', value: '4' },
      { label: 'A year earlier', value: '9' },
    ]);
  });
  it('never shows 0 for a period within which the records begin', () => {
    const late = overviewOf({
      records: {
        first_known_day: '2026-09-30',
        last_day: '2026-10-31',
        months: months('2026-09', 2),
      },
      cells: [cell('signing', '2026-09', 3)],
    });
    const [signings, registrations] = seriesChart.toSeries(late, english).blocks[0]?.rows ?? [];
    expect(signings?.values[0]).toMatchObject({ text: '3', value: 3 });
    expect(registrations?.values[0]?.text).toBe('—');
    expect(registrations?.values[0]?.value).toBeUndefined();
    const { columns, rows } = seriesChart.toTable(late, english);
    const cellOf = (id: string) => rows[0]?.[columns.findIndex((column) => column.id === id)];
    expect([cellOf('signing'), cellOf('registration')]).toEqual(['3', null]);
  });
  it('draws nothing where the register knows nothing', () => {
    const overview = overviewOf({ as_of: '2023-12-31' });
    expect(seriesChart.hasData(overview, {})).toBe(false);
    expect(seriesChart.toSeries(overview, english).blocks).toEqual([]);
    expect(seriesChart.toTable(overview, english).rows).toEqual([]);
  });
});
