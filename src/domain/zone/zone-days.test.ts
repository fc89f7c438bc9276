import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, isIsoDate, toMonth } from '#domain/values/date.ts';
import { newestDayOf, reportDayOf, timeZoneOf, usualDeadline } from './zone-days.ts';

test.each([
  ['2026-10', undefined, '2026-11-01'],
  ['2026-10', 15, '2026-11-15'],
  ['2026-12', 31, '2027-01-31'],
  // February has no 31st
  ['2026-01', 31, '2026-02-28'],
  ['2028-01', 30, '2028-02-29'],
])('the numbers of %s are due by report day %s on %s', (month, report_day, due) => {
  expect(reportDayOf(month, { report_day })).toBe(due);
});

test('every report day is a day of the next month', () => {
  const months = fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 31 }), (moment, report_day) => {
      const month = moment.toISOString().slice(0, 7);
      const due = reportDayOf(month, { report_day });
      expect(isIsoDate(due)).toBe(true);
      expect(toMonth(due)).toBe(addMonths(month, 1));
      expect(Number(due.slice(8))).toBeLessThanOrEqual(report_day);
    }),
  );
});

test.each([
  ['2026-11-10', { report_day: 15 }, '2026-11-15'],
  ['2026-11-15', { report_day: 15 }, '2026-11-15'],
  ['2026-11-16', { report_day: 15 }, '2026-11-23'],
  // no report day is set
  ['2026-11-10', {}, '2026-11-17'],
])('on %s the proposed deadline for the numbers of October is %j: %s', (today, zone, deadline) => {
  expect(usualDeadline(today, '2026-10', zone)).toBe(deadline);
});

test('a zone without a time zone has its days in UTC, and accepts a day that has begun anywhere', () => {
  const now = new Date('2026-11-30T11:00:00Z');
  expect(timeZoneOf(undefined)).toBe('UTC');
  expect([newestDayOf({}, now), newestDayOf({ time_zone: 'Asia/Tokyo' }, now)]).toEqual([
    '2026-12-01',
    '2026-11-30',
  ]);
});
