import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#domain/time/time-zone.ts';
import { findDuePeriod, nextTry } from './digest-schedule.ts';

const monday = { frequency: 'weekly', weekday: 1 } as const;
const monthly = { frequency: 'monthly', weekday: 1 } as const;
const at = (text: string): Date => new Date(text);

test.each([
  // Shanghai is eight hours ahead: 08:00 there is midnight in UTC
  ['2021-05-10T00:00:00Z', 'Asia/Shanghai', monday, 'weekly 2021-05-10', '2021-05-10T00:00:00Z'],
  ['2021-05-09T23:59:59Z', 'Asia/Shanghai', monday, 'weekly 2021-05-03', '2021-05-03T00:00:00Z'],
  [
    '2021-05-16T12:00:00Z',
    'UTC',
    { ...monday, weekday: 7 },
    'weekly 2021-05-16',
    '2021-05-16T08:00:00Z',
  ],
  [
    '2021-05-16T07:59:00Z',
    'UTC',
    { ...monday, weekday: 7 },
    'weekly 2021-05-09',
    '2021-05-09T08:00:00Z',
  ],
  ['2021-01-01T07:00:00Z', 'UTC', monthly, 'monthly 2020-12-01', '2020-12-01T08:00:00Z'],
  ['2021-01-01T08:00:00Z', 'UTC', monthly, 'monthly 2021-01-01', '2021-01-01T08:00:00Z'],
  // the clocks of Berlin change on the last Sundays of March and October
  [
    '2021-03-28T12:00:00Z',
    'Europe/Berlin',
    { ...monday, weekday: 7 },
    'weekly 2021-03-28',
    '2021-03-28T06:00:00Z',
  ],
  [
    '2021-10-31T12:00:00Z',
    'Europe/Berlin',
    { ...monday, weekday: 7 },
    'weekly 2021-10-31',
    '2021-10-31T07:00:00Z',
  ],
] as const)(
  'at %s in %s the last digest is that of its own morning',
  (now, zone, schedule, period, due) => {
    const duePeriod = findDuePeriod(schedule, at(now), zone);
    expect(duePeriod?.period).toBe(period);
    expect(duePeriod?.due).toEqual(at(due));
  },
);

test('a digest that is off is never due', () => {
  expect(
    findDuePeriod({ ...monday, frequency: 'off' }, at('2021-05-10T00:00:00Z'), 'UTC'),
  ).toBeUndefined();
});

test('periods follow each other without a gap in any time zone', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: at('2000-01-01T00:00:00Z'),
        max: at('2100-01-01T00:00:00Z'),
        noInvalidDate: true,
      }),
      fc.constantFrom('Asia/Shanghai', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'UTC'),
      fc.constantFrom('weekly', 'monthly'),
      fc.integer({ min: 1, max: 7 }),
      (now, zone, frequency, weekday) => {
        const schedule = { frequency, weekday } as const;
        const period = findDuePeriod(schedule, now, zone);
        if (period === undefined) throw new Error('not due');
        expect(period.due.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(dayIn(period.due, zone)).toBe(period.day);
        const before = findDuePeriod(schedule, new Date(period.due.getTime() - 1), zone);
        expect(before?.due).toEqual(period.from);
        expect(before?.period).not.toBe(period.period);
      },
    ),
  );
});

test('a failed digest is tried again after growing pauses, five times', () => {
  const now = at('2021-05-10T00:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6].map((n) => (nextTry(n, now)?.getTime() ?? 0) - now.getTime());
  expect(waits.slice(0, 5)).toEqual([5, 30, 120, 480, 1440].map((minutes) => minutes * 60_000));
  expect(nextTry(6, now)).toBeUndefined();
});
