import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeIndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { sameWords } from '#domain/values/term.ts';
import { languages } from '#domain/values/language.ts';
import { Bars } from './Bars.tsx';
import { seriesChart } from './definition.ts';

const overviewWith = (
  breaks: readonly { month: string; reason: string }[],
  kind: 'stock' | 'annual_flow' = 'stock',
): Overview => ({
  ...sampleOverview,
  series: {
    indicator: makeIndicatorSeries({
      indicator: {
        id: 'exports',
        kind,
        unit: 'MXN',
        name: sameWords('Exports'),
        definition: sameWords('Exports'),
        breaks,
      },
      observations: [
        ['2015-06', '147000000'],
        ['2015-09', '163000000'],
        ['2015-12', '262000000'],
      ].map(([period = '', value = '']) => ({
        indicator: 'exports',
        period,
        value,
        revision: 1,
        ...({ data_status: 'reported', origin: 'own' } as const),
      })),
      as_of: '2015-12-31',
      size: 'quarter',
    }),
  },
});
const draw = (overview: Overview, language: (typeof languages)[number]) => {
  const context = { language, options: { measure: 'exports' } };
  const series = seriesChart.toSeries(overview, context);
  const markup = renderToStaticMarkup(createElement(Bars, { series, width: 700, id: 'x' }));
  return { markup, ...seriesChart.words(overview, context) };
};

// seen to fail: bars rose across a new definition, and nothing said so
it.each(languages)(
  '%s: a break of an indicator is a line between its bars, and a note',
  (language) => {
    const drawing = draw(
      overviewWith([{ month: '2015-10', reason: 'New classification' }]),
      language,
    );
    expect(drawing.markup.match(/<line[^>]*data-break/g)).toHaveLength(1);
    expect(drawing.notes.filter((note) => note.includes('New classification'))).toHaveLength(1);
    const whole = draw(overviewWith([]), language);
    expect(whole.markup).not.toContain('data-break');
    expect(whole.notes.filter((note) => note.includes('New classification'))).toEqual([]);
  },
);

// seen to fail: "No record: Q4 2015" beside the note of the break in the same months
it('a period without a value because of a break has one note, the break', () => {
  const breaks = [{ month: '2015-10', reason: 'New classification' }];
  const { notes } = draw(overviewWith(breaks, 'annual_flow'), 'en');
  expect(notes.filter((note) => note.includes('New classification'))).toHaveLength(1);
  expect(notes.filter((note) => /^No record: .*Q4 2015/.test(note))).toEqual([]);
});
