import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chart } from '#charts/breakdown/analysis-chart.ts';
import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import { dayAxis, valueAxis } from '#charts/kit/annotation-axis.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import { makeBreakdown } from '#domain/analysis/breakdown.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';
import { badgeRadius, isAnnotated, layAnnotations } from './layout.ts';

const overview: Overview = {
  ...sampleOverview,
  breakdown: makeBreakdown({
    as_of: '2021-04-16',
    measure: 'total_investment',
    by: 'industry',
    stack: 'stage',
    filters: {},
    zones: {},
    base_currency: 'CNY',
    left_out: {},
    projects: {},
    rows: [
      { key: 'eco', part: 'construction', unit: 'CNY', count: 2, value: '3000000000' },
      { key: 'ict', part: 'lead', unit: 'CNY', count: 1, value: '500000000' },
    ],
  }),
};
const context = (
  annotations: readonly Annotation[],
  language: ChartContext['language'] = 'en',
) => ({
  language,
  options: { annotations },
});
const half: Annotation = { at: '1500000000', unit: 'CNY', text: 'Half of the plan' };

describe('a text on a chart', () => {
  test('stands at its value, and the notes give it in the unit of the chart', () => {
    const series = chart.toSeries(overview, context([half]));
    if (!isAnnotated(series)) throw new Error('It has no text.');
    const words = writeWords(chart, overview, context([half]));
    expect(words.notes[0]).toBe('1. CN¥1.5bn: Half of the plan');
    expect(words.alt).toContain('Half of the plan');
    expect(chart.height(560, series)).toBe(chart.height(560, series.own) + 24);
    const first = chart.focus.points(series, 560, 400)[0];
    expect(first?.lines[0]?.value).toBe('Half of the plan');
  });

  test.each(languages)('is listed in %s even where the drawing has no place for it', (language) => {
    const texts = [
      { at: '2021-03-31', text: '里程碑' },
      { at: '9000000000', unit: 'CNY', text: 'Past the axis' },
      { at: '7', unit: 'USD', text: '他の通貨' },
    ];
    const { notes } = writeWords(chart, overview, context(texts, language));
    expect(notes.filter((note) => /^[123]\. /.test(note))).toHaveLength(3);
  });

  // seen to fail: 7kWh in Chinese and Japanese, where charts write 7 kWh
  test.each(languages)('writes its value in %s as charts do', (language) => {
    const texts = [{ at: '7', unit: 'kWh', text: 'Limit' }];
    const { notes } = writeWords(chart, overview, context(texts, language));
    expect(notes[0]).toContain('7 kWh');
  });

  test('leaves a chart without annotations unchanged', () => {
    const series = chart.toSeries(overview, context([]));
    expect(isAnnotated(series)).toBe(false);
    expect(writeWords(chart, overview, context([])).annotations).toBeUndefined();
  });
});

const wide = { own: undefined, small: 12 } as const;
const days: AnnotationAxis = dayAxis(
  { along: 'x', from: 0, to: 100, ends: [40, 500] },
  (day) => 40 + day - dayNumber('2021-01-01'),
);
const values: AnnotationAxis = valueAxis(
  { along: 'y', from: 40, to: 500, ends: [0, 100] },
  { unit: 'CNY', scale: 0, word: '' },
  (value) => 100 - value,
);

test('numbers do not touch, and no text overlaps the next number or the edge', () => {
  const one = fc.record({
    at: fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((day) => `2021-02-${String(day).padStart(2, '0')}`),
      fc.integer({ min: 0, max: 100 }).map(String),
    ),
    text: fc.oneof(fc.string({ minLength: 1, maxLength: 300 }), fc.constant('奠基仪式')),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), (input) => {
      const annotations = input.map(({ at, text }, n) => ({
        n: String(n + 1),
        at,
        text,
        place: at,
        ...(at.includes('-') ? {} : { unit: 'CNY' }),
      }));
      const { placed, width } = layAnnotations({ ...wide, annotations }, 560, () => [days, values]);
      expect(placed).toHaveLength(input.length);
      for (const a of placed) {
        const end = a.label && a.label.x + textWidth(a.label.text, wide.small);
        expect(end ?? 0).toBeLessThanOrEqual(width);
        for (const b of placed)
          if (a !== b && a.along === b.along) {
            expect(Math.hypot(a.badge.x - b.badge.x, a.badge.y - b.badge.y)).toBeGreaterThanOrEqual(
              badgeRadius * 2,
            );
            if (end !== undefined && b.badge.x > a.badge.x)
              expect(end).toBeLessThanOrEqual(b.badge.x - badgeRadius);
          }
      }
    }),
  );
});

test('numbers are above an office chart of bars, at their values', async () => {
  const { officeChart } = await chart.loadOffice();
  const table = chart.toTable(overview, context([]));
  const plain = officeChart(overview, context([]), table);
  const usd: Annotation = { at: '7', unit: 'USD', text: 'Another currency' };
  const marked = officeChart(overview, context([usd, half]), table);
  expect(plain?.frame?.marks ?? []).toEqual([]);
  expect(marked?.frame?.marks).toEqual([{ at: 1_500_000_000, text: '②' }]);
});
