import { expect, it } from 'vitest';
import { isIncomparable } from './first-known-day.ts';

it.each([
  ['2026-11-28', undefined, true],
  ['2026-11-27', undefined, true],
  ['2026-11-29', undefined, false],
  ['2026-11-29', '2026-11-27', true],
  ['2026-11-29', '2026-11-28', false],
] as const)(
  '%s against %s, known from 28 November: nothing to compare is %s',
  (day, compare, is) => {
    expect(isIncomparable(day, compare, '2026-11-28')).toBe(is);
  },
);
