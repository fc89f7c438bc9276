import { expect, it } from 'vitest';
import { firstKnownDay, isIncomparable, knownRegister } from './first-known-day.ts';
import type { RegisterView } from './register-view.ts';

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

it.each([
  [1, [2, 1], [3, 1]],
  [1, [0, 0], [3, 1]],
  [1, [2, 0], [0, 0]],
  // nobody knows which projects one of the days had
  [0, [0, 1], [3, 1]],
  [0, [2, 1], [0, 1]],
] as const)(
  'counts %i changes from %j before to %j now',
  // of projects, and of those among them without a day
  (changes, [before, undated_before], [count, undated]) => {
    const register = {
      rows: [{ count }],
      before: [{ count: before }],
      undated,
      undated_before,
      changes: { items: [], total: 1 },
    } as unknown as RegisterView;
    const days = { as_of: '2026-11-30', compare: '2026-10-31', first_known_day: '2026-01-31' };
    expect(knownRegister(register, days as Parameters<typeof knownRegister>[1]).changes.total).toBe(
      changes,
    );
  },
);
