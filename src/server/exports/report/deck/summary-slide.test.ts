import { expect, it } from 'vitest';
import { writeWords } from '#charts/kit/write-words.ts';
import { pipeline, writeCounts } from '#charts/pipeline/definition.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { reportSlides } from './deck.ts';

const spreadRow = (stage: StageTotals['stage'], middle: string): StageTotals => ({
  stage,
  count: 110,
  undisclosed: 10,
  amounts: [{ minor: '1000000000000', currency: 'CNY' }],
  dots: [],
  spread: {
    currency: 'CNY',
    count: 100,
    not_above_zero: 0,
    classes: [{ from: '100', to: '100000000000', count: 100 }],
    quantiles: { low: '100', middle, high: '90000000000' },
  },
});

// seen to fail: the summary said that the median lead is 1.6 times the median signed project
it.each(languages)('the summary of a large register counts its projects, %s', async (language) => {
  const input = reportInput({ language });
  const rows = [spreadRow('signed', '20000000'), spreadRow('lead', '60000000')];
  const groups = [{ group: 'pipeline' as const, count: 220, undisclosed: 20, amounts: [], rows }];
  const overview = { ...input.overview, strip: { ...input.overview.strip, groups } };
  const [summary] = await reportSlides({
    report: makeFullReport(input),
    subjects: { overview, saved: [] },
    stamp: undefined,
    parts: {},
  });
  const claim = writeWords(pipeline, overview, { language, options: {} }).title;
  expect(claim).not.toBe(writeCounts(overview, language));
  expect(summary?.title).toBe(writeCounts(overview, language));
});
