import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeTimeline, startTimeline } from '#domain/analysis/timeline-totals.ts';
import type { TimedProject } from '#domain/analysis/timeline-project.ts';
import { usualGates } from '#domain/projects/gate.ts';
import type { Milestone } from '#domain/projects/project.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays } from '#domain/values/date.ts';
import { languages } from '#domain/values/language.ts';
import { timelineChart } from './definition.ts';
import { timelineOfficeChart } from './office-chart.ts';
import { timelineFocusPoints } from './focus-points.ts';
import { layBars } from './layout/bars-layout.ts';
import { placeLists, layRows } from './layout/layout.ts';
import { layLines } from './layout/lines-layout.ts';
import { timelineSeries, type TimelineSeries } from './series.ts';

const { as_of } = sampleOverview;
const planned = (days: number, slip = 0): Milestone => ({
  type: 'operation',
  baseline: addDays(as_of, days),
  plan: addDays(as_of, days + slip),
});
const project = (code: string, ...milestones: readonly Milestone[]): TimedProject => ({
  code,
  name: code,
  stage: 'construction',
  status: 'active',
  milestones,
  stage_events: [],
});
function overviewOf(projects: readonly TimedProject[]): Overview {
  const timeline = startTimeline(as_of, usualGates);
  for (const one of projects) timeline.add(one);
  return { ...sampleOverview, timeline: makeTimeline(timeline.totals()) };
}
const manyOf = (count: number, slip = 0): Overview =>
  overviewOf(
    Array.from({ length: count }, (_, at) =>
      project(`P${String(at).padStart(4, '0')}`, planned(at + 100, at % 2 === 0 ? slip : 0)),
    ),
  );
const english = { language: 'en', options: {} } as const;
const titleOf = (overview: Overview): string => timelineChart.words(overview, english).title;
const seriesOf = (overview: Overview): TimelineSeries => {
  const series = timelineSeries(overview, 'en');
  if (series === undefined) throw new Error('There is no timeline.');
  return series;
};

describe('the timeline of projects', () => {
  // seen to fail: eight of the ten rows of a slide were projects without a date
  it('has the nearest milestones on a slide where no project is late', () => {
    const projects = Array.from({ length: 30 }, (_, at) =>
      project(`A${10 + at}`, ...(at < 12 ? [] : [planned(200 - at)])),
    );
    const slide = timelineOfficeChart(overviewOf(projects), english);
    expect(slide?.subtitle).toBe('Next milestones · 20 more');
    const names = slide?.frame?.rows.map(({ cells }) => cells[0]?.text);
    expect(names).toEqual(Array.from({ length: 10 }, (_, at) => `Project A${39 - at}`));
  });

  it('states how many projects are late and by how much, or that none is', () => {
    const late = overviewOf([
      project('A1', planned(100, 91)),
      project('A2', planned(100, 92)),
      project('A3', planned(100, 91)),
      project('A4', planned(100)),
    ]);
    expect(titleOf(late)).toBe('Three of four projects run about 90 days behind the original date');
    expect(timelineChart.words(late, { language: 'zh-CN', options: {} }).title).toBe(
      '四个项目中三个比原定晚约90天',
    );
    expect(titleOf(overviewOf([project('A1', planned(9, 8)), project('A2', planned(9))]))).toBe(
      'One of two projects runs 8 days behind the original date',
    );
    expect(titleOf(overviewOf([project('A1', planned(9, 8))]))).toBe(
      'The project runs 8 days behind the original date',
    );
    // seen to fail: a project that opens 30 days earlier was on its original dates
    const early = overviewOf([project('A1', planned(100, -30)), project('A2', planned(9))]);
    for (const overview of [manyOf(3), early])
      expect(titleOf(overview)).toBe('No project is behind its original dates');
    expect(titleOf(overviewOf([project('A1')]))).toBe('No project has a date of a milestone');
    expect(titleOf(overviewOf([]))).toBe('No project to show');
    expect(timelineSeries(overviewOf([project('A1')]), 'en')).toBeUndefined();
    const own = { language: 'en', options: { title: 'Our dates' } } as const;
    expect(timelineChart.words(overviewOf([project('A1')]), own).subtitle).toBe(
      'No project has a date of a milestone',
    );
    expect(timelineChart.words(overviewOf([project('A1')]), english).subtitle).toBe('');
  });
  // seen to fail: every project was on its original dates, where no project had one
  it('claims original dates only of projects that state one, and were not late', () => {
    const done = (baseline?: string): Milestone => ({
      type: 'start',
      actual: '2020-07-30',
      ...compact({ baseline }),
    });
    expect(titleOf(overviewOf([project('A1', done()), project('A2', done())]))).toBe(
      'No project has an original date to compare with',
    );
    expect(titleOf(overviewOf([project('A1', done()), project('A2', planned(9))]))).toBe(
      'The one project with an original date is not behind it',
    );
    const late = [project('A1', done('2020-06-30')), project('A2', planned(9)), project('A3')];
    expect(titleOf(overviewOf(late))).toBe(
      'Neither of the two projects with an original date is behind it',
    );
    const three = [...late, project('A4', planned(9))];
    expect(titleOf(overviewOf(three))).toBe(
      'None of the three projects with an original date is behind it',
    );
    expect(timelineChart.words(overviewOf(late), { language: 'ja', options: {} }).title).toBe(
      '当初予定のある2件に現在遅れなし',
    );
  });
  it('draws rows for few projects, lines for many, quarters for more', () => {
    expect([20, 21, 200, 201].map((count) => seriesOf(manyOf(count)).form)).toEqual([
      'rows',
      'lines',
      'lines',
      'quarters',
    ]);
  });
  it('keeps every mark of a row inside its plot, at each width', () => {
    const series = seriesOf(manyOf(7, 400));
    for (const width of [340, 560, 1100]) {
      const layout = layRows(series, width);
      for (const { marks } of layout.rows)
        for (const { x, originalX = x } of marks)
          for (const one of [x, originalX]) {
            expect(one).toBeGreaterThanOrEqual(layout.left);
            expect(one).toBeLessThanOrEqual(layout.right);
          }
    }
  });
  // seen to fail: of 81 dates six were named, and nothing led to the others
  it.each([15, 150, 250])('opens all dates of its lists, of %s projects', (count) => {
    const soon = Array.from({ length: count }, (_, at) =>
      project(`S${at}`, at < 81 ? planned(at + 1) : planned(at + 300)),
    );
    const series = timelineSeries(overviewOf(soon), 'en', undefined, 'all');
    for (const width of [340, 1100]) {
      const points = timelineFocusPoints(series, width);
      expect(points.filter(({ figure }) => figure?.measure === 'due_dates')).toMatchObject([
        {
          title: 'Next 90 days',
          lines: [{ value: `${Math.min(81, count)} dates` }],
          figure: { of: { by: 'all', due: 'next' } },
        },
      ]);
    }
  });
  // seen to fail: +1,385 stood on one line and its d on the next
  it('breaks the lists below the plot between their items', () => {
    const items = Array.from({ length: 9 }, (_, at) => `VB-${at} opening 1 Nov, +1,385 d`);
    for (const width of [340, 560, 1100]) {
      const { lists } = placeLists({ lists: [{ head: 'Longest delays', items }] }, width, 0);
      const lines = lists.flatMap(({ lines: own }) => own.map(({ text }) => text));
      expect(lines.flatMap((line) => line.split(' · '))).toEqual(items);
    }
  });
  it('names at most seven delays beside the lines, no two at one height', () => {
    const { labels, plotBottom } = layLines(seriesOf(manyOf(60, 40)), 560);
    expect(labels).toHaveLength(7);
    for (const [at, { y }] of labels.entries()) {
      expect(y).toBeLessThan(plotBottom);
      if (at > 0) expect(y - (labels[at - 1]?.y ?? 0)).toBeGreaterThanOrEqual(14.9);
    }
  });
  // seen to fail: on a phone “+200 d” was broken before its d
  it('writes each named delay in one line on a phone', () => {
    for (const language of languages) {
      const series = timelineSeries(manyOf(60, 200), language);
      if (series === undefined) throw new Error('There is no series.');
      const { labels, right } = layLines(series, 340);
      expect(labels.map(({ lines }) => lines.length)).toEqual(Array.from({ length: 7 }, () => 1));
      expect(right).toBeGreaterThan(200);
    }
  });
  it('puts each milestone of a large register into one part of one bar', () => {
    const series = seriesOf(manyOf(3000, 40));
    expect(series.bars.reduce((sum, { total }) => sum + total, 0)).toBe(3000);
    expect(series.bars.length).toBeLessThanOrEqual(22);
    const { bars, base } = layBars(series, 1100);
    for (const { top, parts } of bars) {
      expect(top).toBeGreaterThan(0);
      expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(base - top, 6);
    }
  });
  it.each(languages)('has a table that an office chart can draw in %s', (language) => {
    for (const overview of [manyOf(3, 40), manyOf(30, 40), manyOf(300, 40)]) {
      const context = { language, options: {} };
      const table = timelineChart.toTable(overview, context);
      const chart = timelineOfficeChart(overview, context);
      expect(chart?.series.length).toBeGreaterThan(1);
      if (chart?.kind === 'scatter')
        expect(chart.frame?.rows.length).toBe(Math.min(10, overview.timeline?.rows?.length ?? 0));
      for (const { values = [] } of chart?.series ?? [])
        for (const value of values) expect(Number(value)).not.toBeNaN();
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      const codes = timelineSeries(overview, language)?.rows.map(({ code }) => code) ?? [];
      if (codes.length > 0) expect(table.rows.map(([code]) => code)).toEqual(codes);
    }
  });
  it('draws on a slide what is done, what is late and what is due next, as in the picture', () => {
    const started: Milestone = { type: 'start', baseline: '2020-06-30', actual: '2020-07-30' };
    const lateMilestone: Milestone = {
      type: 'completion',
      baseline: '2021-04-01',
      plan: '2021-04-10',
    };
    const overview = overviewOf([project('A1', started, lateMilestone, planned(300, 30))]);
    const native = timelineOfficeChart(overview, english);
    const daysOf = (name: string) =>
      (native?.series ?? [])
        .find((one) => one.name === name)
        ?.places?.filter((place) => place !== null)
        .map((place) => addDays('1970-01-01', Number(place) - 25_569));
    expect(daysOf('done')).toEqual(['2020-07-30', as_of]);
    expect(daysOf('planned')).toEqual(['2020-07-30', addDays(as_of, 330)]);
    expect(daysOf('Start, done')).toEqual(['2020-07-30']);
    expect(daysOf('Completion, overdue')).toEqual(['2021-04-10']);
    expect(daysOf('Opening, planned')).toEqual([addDays(as_of, 330)]);
    expect(daysOf('Later than first planned')).toEqual([
      ...['2021-04-01', '2021-04-10'],
      ...[addDays(as_of, 300), addDays(as_of, 330)],
    ]);
    expect(new Set(daysOf('next 90 days'))).toEqual(new Set([as_of, addDays(as_of, 90)]));
    expect(native?.lines?.[0]).toMatch(/^Next 90 days: /);
    const quarters = timelineOfficeChart(manyOf(300), english);
    const totals = quarters?.series.at(-1)?.labels?.map(Number) ?? [];
    expect(totals.length).toBeGreaterThan(1);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(300);
  });
  it('has a focus point for each mark, line and bar', () => {
    expect(timelineFocusPoints(seriesOf(manyOf(3)), 560)).toHaveLength(3);
    const lines = timelineFocusPoints(seriesOf(manyOf(30)), 560);
    expect(lines.map(({ open }) => open)).toEqual(
      seriesOf(manyOf(30)).rows.map(({ code }) => code),
    );
    const bars = timelineFocusPoints(seriesOf(manyOf(300)), 560);
    expect(bars[0]?.lines.map(({ label }) => label)).toEqual([
      'Done on time',
      'Done late',
      'Done, not known whether on time',
      'Overdue',
      'Re-planned later',
      'Not yet due',
    ]);
  });
});

describe('the zoom of a timeline', () => {
  it.each([7, 27, 3000])('of %i projects shows less time and keeps every project', (count) => {
    const overview = manyOf(count, 20);
    const of = (zoom: string) => {
      const series = timelineSeries(overview, 'en', zoom);
      if (series === undefined) throw new Error('There is no timeline.');
      return series;
    };
    const spans = ['all', 'five_years', 'three_years', 'one_year'].map(of);
    const days = spans.slice(1).map(({ from, to }) => to - from);
    expect(days).toEqual([1825, 1095, 365]);
    for (const series of spans) {
      expect(series.rows).toHaveLength(count > 300 ? 0 : count);
      expect(series.from).toBeLessThan(series.today);
      expect(series.to).toBeGreaterThan(series.today);
      const all = series.bars.reduce((sum, { total }) => sum + total, 0);
      expect(all).toBe(of('all').bars.reduce((sum, { total }) => sum + total, 0));
      for (const { marks } of series.rows)
        for (const { x, original = x } of marks)
          expect(Math.max(x, original) >= series.from && Math.min(x, original) <= series.to).toBe(
            true,
          );
    }
    expect(of('one_year').years.map(({ text }) => text)).toContain('Q2 2021');
    expect(of('nonsense')).toEqual(of('all'));
  });
});

it('the source counts no projects where there is none', () => {
  const english = { language: 'en', options: {} } as const;
  expect(timelineChart.words(overviewOf([]), english).source).not.toMatch(/\d/);
  expect(timelineChart.words(manyOf(3), english).source).toContain('3 projects');
});
