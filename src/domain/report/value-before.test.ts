import { expect, test } from 'vitest';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Observation, Target } from '#domain/zone/indicator.ts';
import { makeIndicator } from '#domain/zone/indicator.fixture.ts';
import { listValuesBefore } from './value-before.ts';

const target = { indicator: 'output', deadline: '2026-12-31' } as Target;
type Now = NonNullable<TargetRow['now']>;
const row = (date: string, basis: Now['basis']) =>
  ({ indicator: 'output', now: { value: '132', date, basis } as Now }) as TargetRow;
const observe = (values: Readonly<Record<string, string>>): readonly Observation[] =>
  Object.entries(values).map(([period, value]) => ({
    indicator: 'output',
    period,
    value,
    origin: 'own',
    revision: 1,
    data_status: 'reported',
  })) as readonly Observation[];
const before = (
  row: TargetRow,
  values: Readonly<Record<string, string>>,
  breakMonths: readonly string[] = [],
  kind: 'annual_flow' | 'stock' = 'annual_flow',
) => {
  const breaks = breakMonths.map((month) => ({ month, reason: 'another definition' }));
  const indicator = { ...makeIndicator('output', kind, 'CNY'), breaks } as never;
  return listValuesBefore([row], { indicators: [indicator], targets: [target] }, observe(values))[
    'output'
  ];
};

test('a level is compared with that of the month a year before, also before the baseline', () => {
  const values = { '2025-10': '120', '2026-10': '132' };
  expect(before(row('2026-10-31', 'level'), values, [], 'stock')).toBe('120');
  expect(before(row('2026-10-31', 'level'), { '2026-10': '132' }, [], 'stock')).toBeUndefined();
});
test('a year to date is compared with that of the same month', () => {
  expect(before(row('2026-10-31', 'year_to_date'), { '2025-10': '110', '2026-10': '132' })).toBe(
    '110',
  );
});
test('a sum of twelve months is compared with the twelve months before it', () => {
  const values = {
    '2024-03': '20',
    '2024-12': '100',
    '2025-03': '40',
    '2025-12': '110',
    '2026-03': '45',
  };
  const now = row('2026-03-31', 'last_12_months');
  expect(before(now, values)).toBe('120');
  expect(before(now, values, ['2025-06'])).toBeUndefined();
  expect(before(now, values, ['2024-12'])).toBeUndefined();
});
test('the sum of a calendar year is compared with the year before', () => {
  expect(before(row('2026-12-31', 'closed_year'), { '2025-12': '120', '2026-12': '132' })).toBe(
    '120',
  );
});
