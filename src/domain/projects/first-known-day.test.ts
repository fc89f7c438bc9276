import { expect, it } from 'vitest';
import { firstKnownDay, isIncomparable } from './first-known-day.ts';

// seen to fail: a zone without a project that declared its list complete counted 0 projects
it.each([
  ['2026-11-01', undefined, '2026-11-01'],
  ['2026-11-01', '2020-01-01', '2020-01-01'],
  ['2019-11-01', '2020-01-01', '2019-11-01'],
  [undefined, undefined, undefined],
  [undefined, '2020-01-01', undefined],
])('a list that begins on %s and was declared complete from %s is known from %s', (...days) => {
  const [first, declared, third] = days;
  const complete = declared === undefined ? undefined : { date: declared, reason: 'Old files' };
  expect(firstKnownDay(first, complete)).toBe(third);
});

it.each([
  ['2026-11-28', undefined, true],
  ['2026-11-27', undefined, true],
  ['2026-11-29', undefined, false],
  ['2026-11-29', '2026-11-27', true],
  ['2026-11-29', '2026-11-28', true],
] as const)(
  '%s against %s, known from 28 November, without changes: nothing to compare is %s',
  (day, compare, is) => {
    expect(isIncomparable(day, compare, '2026-11-28')).toBe(is);
  },
);
