import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import { writeBehind } from './target-causes.ts';

// seen to fail: 原因：两个工地等待许可。（2026年11月29日）。
test.each(languages)('a cause with its own stop has one stop, after its origin, %s', (language) => {
  const input = reportInput({ language });
  const stops = { 'zh-CN': '两个工地等待许可。', ja: '許可待ちである。', en: 'Two sites wait.' };
  const origin = { author: 'local', recorded_at: '2021-04-12T08:00:00Z' };
  const period = '2021-03';
  const targets = input.overview.targets.map((row) => ({
    ...row,
    ...(isBehindPlan(row)
      ? {
          cause: { indicator: row.indicator, period, text: stops[language], ...origin },
          verdict_status: 'reported' as const,
        }
      : {}),
  }));
  const { sentences } = writeBehind({ ...input, overview: { ...input.overview, targets } }, 'full');
  const text = sentences.join('\n');
  expect(text).toContain(stops[language].slice(0, -1));
  expect(text).not.toMatch(/[.。]\s?[（(]/u);
});
