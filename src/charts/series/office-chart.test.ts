import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeEventSeries } from '#domain/analysis/events/event-series.ts';
import { projectEvents } from '#domain/analysis/events/project-events.ts';
import { addMonths } from '#domain/values/date.ts';
import { seriesOfficeChart } from './office-chart.ts';

/** Draws the first events, with twelve of each in one month. */
function drawEvents(count: number) {
  const events = projectEvents.slice(0, count);
  const series = makeEventSeries({
    as_of: '2026-10-31',
    size: 'quarter',
    measure: 'projects',
    events,
    records: {
      first_known_day: '2026-01-01',
      last_day: '2026-10-31',
      months: Array.from({ length: 10 }, (_, at) => addMonths('2026-01', at)),
    },
    cells: events.map((event) => ({ event, month: '2026-05', count: 12, by: 0, undisclosed: 0 })),
    standing: [],
  });
  const overview = { ...sampleOverview, series: { events: series } };
  const chart = seriesOfficeChart(overview, { language: 'en', options: { event: 'every' } });
  return chart === undefined ? [] : [chart, ...(chart.below ?? [])];
}

// seen to fail: the number above the highest of six rows lay over the row above, the last was lower
test.each([2, 6])('each of %i rows has room for its numbers and the last for periods', (count) => {
  const all = drawEvents(count);
  expect(all).toHaveLength(count);
  // a number is 11 points high, and all plots of a slide about 240
  for (const { axis } of all) expect(12 / (axis?.max ?? 0)).toBeLessThan(1 - (11 / 240) * count);
  expect(all.at(-1)?.share).toBeCloseTo(1 + 0.115 * count);
});
