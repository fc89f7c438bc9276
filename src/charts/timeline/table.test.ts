import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeTimeline, startTimeline } from '#domain/analysis/timeline-totals.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { addDays } from '#domain/values/date.ts';
import { languages } from '#domain/values/language.ts';
import { timelineChart } from './definition.ts';

// seen to fail: a CSV for programs had "Power 26 Mar 2021", and other words in each language
test('a deadline has its id and its day, equal in each language', () => {
  const { as_of } = sampleOverview;
  const timeline = startTimeline(as_of, usualGates);
  timeline.add({
    code: 'A1',
    name: 'A1',
    stage: 'construction',
    status: 'active',
    milestones: [{ type: 'operation', baseline: addDays(as_of, 100), plan: addDays(as_of, 100) }],
    stage_events: [{ stage: 'construction', date: addDays(as_of, -400) }],
  });
  const overview = { ...sampleOverview, timeline: makeTimeline(timeline.totals()) };
  const deadlines = languages.map(
    (language) =>
      timelineChart.toTable(overview, { language, options: {} }).ids?.['gates']?.[0]?.cells,
  );
  expect(deadlines[0]?.[0]).toMatch(/^\w+ \d{4}-\d\d-\d\d$/);
  for (const cells of deadlines) expect(cells).toEqual(deadlines[0]);
});
