import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { findChart } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';

// seen to fail: only the speaker notes named the euros that the slide does not draw
it.each(languages)('the pipeline of a deck names the amounts outside it, %s', async (language) => {
  const { strip } = sampleOverview;
  const [first, ...others] = strip.groups;
  if (first === undefined) throw new Error('no group');
  const amounts = [...first.amounts, { minor: '123400000000', currency: 'EUR' as const }];
  const overview = {
    ...sampleOverview,
    strip: { ...strip, groups: [{ ...first, amounts }, ...others] },
  };
  const input = { ...reportInput({ language }), overview };
  const slides = await reportSlides({
    report: makeFullReport(input),
    subjects: { overview, saved: [] },
    stamp: undefined,
    parts: {},
  });
  const { left_out } = findChart('pipeline').words(overview, { language, options: {} });
  expect(left_out).toHaveLength(1);
  expect(slides.map(({ foot }) => foot.includes(left_out?.[0] ?? '')).filter(Boolean)).toEqual([
    true,
  ]);
});

// seen to fail: beside the mark "Illustrative data" the title began with "Example:"
it.each(languages)('a slide of an invented zone says so once, %s', async (language) => {
  const overview = {
    ...sampleOverview,
    zone: { ...sampleOverview.zone, fictional: true },
    illustrative: true,
  };
  const chart = findChart('targets');
  const context = { language, options: {} };
  const slide = await chartSlide('targets', overview, context, undefined);
  expect(slide.mark).not.toBe(undefined);
  expect(slide.title).not.toBe(chart.words(overview, context).title);
  expect(slide.title).not.toMatch(/^(Example|示例|例)/);
});
