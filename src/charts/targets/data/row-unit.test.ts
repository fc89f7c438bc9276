import { expect, test } from 'vitest';
import { formatTarget } from '#domain/targets/format-target.ts';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Language } from '#domain/values/language.ts';
import { fullText } from '#charts/kit/text/units.ts';
import { progressUnit } from '#charts/progress/series.ts';
import { rowUnit } from './row-unit.ts';
import { targetRow } from './series.ts';

const taxes = (value: string, plan: number): TargetRow => ({
  ...row('companies'),
  unit: 'USD',
  target: '100000000',
  now: { value, date: '2026-10-31', basis: 'year_to_date', data_status: 'reported' },
  plan: { value: plan, share: 0.17, path: 'straight', data_status: 'reported' },
});

// seen to fail: 0.1亿美元 for 7.1 million, beside 710万美元 for the target of the year
test.each([
  ['zh-CN', '710万美元', '1,665万美元'],
  ['ja', '710万米ドル', '1,665万米ドル'],
  ['en', 'US$7.1mn', 'US$16.7mn'],
] as const)(
  '%s: a value of a tenth of its target keeps its digits',
  (language: Language, now, plan) => {
    const some = taxes('7100000', 16_650_000);
    for (const unit of [rowUnit(some, language), progressUnit(some, language)])
      expect([fullText('7100000', unit), fullText('16650000', unit)]).toEqual([now, plan]);
  },
);

test('a value of two digits keeps the multiple of its target, whatever the plan is', () => {
  expect(rowUnit(taxes('150000000', 5_000_000), 'zh-CN').word).toBe('亿美元');
  expect(rowUnit(taxes('0', 0), 'zh-CN').word).toBe('亿美元');
});

// seen to fail: 不少于10,000万美元 in the row, 不少于1亿美元 in the headline
test.each([
  ['zh-CN', '不少于1亿美元'],
  ['ja', '1億米ドル以上'],
  ['en', 'at least US$100mn'],
] as const)('%s: a row writes its target as the headline does', (language: Language, target) => {
  const some: TargetRow = { ...taxes('7100000', 16_650_000), comparator: '>=' };
  expect(formatTarget('>=', '100000000', 'USD', language)).toBe(target);
  expect(targetRow(some, language).target).toBe(target);
});
