import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { startTimeline, makeTimeline } from '#domain/analysis/timeline-totals.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { addDays } from '#domain/values/date.ts';
import { languages } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineSeries, type TimelineSeries } from '#charts/timeline/series.ts';
import { layBars } from './bars-layout.ts';
import { layRows } from './layout.ts';
import { layLines } from './lines-layout.ts';

const { as_of } = sampleOverview;

/** The timeline of projects that all open within a year, so that its axis has quarters. */
const makeOverview = (projects: number) => {
  const timeline = startTimeline(as_of, usualGates);
  for (let at = 0; at < projects; at += 1)
    timeline.add({
      code: `P${at}`,
      name: `P${at}`,
      stage: 'construction',
      status: 'active',
      milestones: [{ type: 'operation', plan: addDays(as_of, 30 + at) }],
      stage_events: [],
    });
  return { ...sampleOverview, timeline: makeTimeline(timeline.totals()) };
};

const seriesOf = (projects: number, language: Language): TimelineSeries => {
  const series = timelineSeries(makeOverview(projects), language);
  if (series === undefined) throw new Error('There is no timeline.');
  return series;
};

// seen to fail: on a phone the names of five quarters were printed over each other in Chinese, and
// the first and the last one ran out of the drawing
it.each(languages)(
  'prints the names of quarters apart and inside the drawing in %s',
  (language) => {
    for (const [projects, lay] of [
      [3, layRows],
      [40, layLines],
    ] as const) {
      const series = timelineSeries(makeOverview(projects), language);
      if (series === undefined) throw new Error('There is no timeline.');
      for (const width of [300, 358, 560, 1100]) {
        let end = -6;
        const named = lay(series, width).years.filter(({ text }) => text !== '');
        expect(named.length).toBeGreaterThan(1);
        for (const { x, text } of named) {
          const half = textWidth(text, 12) / 2;
          expect(x - half).toBeGreaterThanOrEqual(end + 6);
          end = x + half;
          expect(end).toBeLessThanOrEqual(width);
        }
      }
    }
  },
);

// seen to fail: the year of a single last quarter was printed over the next one on a phone
it('prints years below the quarters apart from each other', () => {
  const series = seriesOf(3000, 'en');
  const years = ['2020', '2021', undefined, undefined, undefined, '2022'];
  const bars = series.bars.map(({ year: _, ...bar }, at) => ({
    ...bar,
    ...compact({ year: years[at] }),
  }));
  const listYears = (width: number): readonly string[] =>
    layBars({ ...series, bars }, width).years.map(({ text }) => text);
  expect(listYears(358)).toEqual(['2021', '2022']);
  expect(listYears(1100)).toEqual(['2020', '2021', '2022']);
});
