import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { indicatorLabels } from './labels/index.ts';
import { noValueText } from './no-value-text.ts';

// seen to fail: no value in the period, beside the values of September and October
test.each([
  ['en', 'Year to date not known (January to August 2026 not reported)'],
  ['ja', '年初来累計は不明（2026年1月～8月は未報告）'],
  ['zh-CN', '自年初累计未知（2026年1月至8月未报送）'],
] as const)(
  '%s: the months without which a year to date is unknown are named',
  (language, text) => {
    const [row] = sampleOverview.targets;
    if (row === undefined) throw new Error('no target');
    const months = ['01', '02', '03', '04', '05', '06', '07', '08'] as const;
    const missing_months = months.map((month) => `2026-${month}` as const);
    const without = { ...row, kind: 'annual_flow' as const, missing_months };
    expect(noValueText(without, makeTranslate(indicatorLabels, language), language)).toBe(text);
  },
);
