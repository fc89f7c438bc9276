import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { yearOnYearText } from './year-before.ts';

const [sample] = sampleOverview.targets;
if (sample?.now === undefined) throw new Error('no target');
const { now, ...rest } = sample;
const row = (date: string, series: Record<string, string>, broken?: string): TargetRow => ({
  ...rest,
  unit: 'CNY',
  now: { ...now, value: '132', date, basis: 'last_12_months' },
  series: Object.entries(series).map(([period, value]) => ({
    ...{ period, value, data_status: 'reported' },
    ...(period === broken ? { break_reason: 'another definition' } : {}),
  })) as unknown as TargetRow['series'],
});
const write = (target: TargetRow) => yearOnYearText(target, 'en', (text) => text);

test('a sum of twelve months is compared with the twelve months before it', () => {
  const values = { '2024-03': '20', '2024-12': '100', '2025-03': '40', '2026-03': '45' };
  expect(write(row('2026-03-31', values))).toBe('+10.0%');
  expect(write(row('2026-03-31', values, '2024-12'))).toBeUndefined();
  expect(write(row('2026-03-31', values, '2024-03'))).toBe('+10.0%');
});

test('the sum of a calendar year needs no month of the year before the last', () => {
  expect(write(row('2026-12-31', { '2025-12': '120', '2026-12': '132' }))).toBe('+10.0%');
});
