import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, isIsoDate, toMonth } from '#domain/values/date.ts';
import { lastDueMonth, newestDayOf, reportDayOf, timeZoneOf } from './zone-days.ts';

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

test('the last due month is the newest one whose report day has come', () => {
  expect(lastDueMonth('2026-11-14', { report_day: 15 })).toBe('2026-09');
  expect(lastDueMonth('2026-11-15', { report_day: 15 })).toBe('2026-10');
  expect(lastDueMonth('2026-11-01', {})).toBe('2026-10');
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31') });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 31 }), (moment, report_day) => {
      const today = moment.toISOString().slice(0, 10);
      const month = lastDueMonth(today, { report_day });
      const due = reportDayOf(month, { report_day });
      expect(isIsoDate(due)).toBe(true);
      expect(toMonth(due)).toBe(addMonths(month, 1));
      expect(due <= today).toBe(true);
      expect(reportDayOf(addMonths(month, 1), { report_day }) > today).toBe(true);
    }),
  );
});

test('a zone without a time zone has its days in UTC, and takes what has begun anywhere', () => {
  const now = new Date('2026-11-30T11:00:00Z');
  expect(timeZoneOf(undefined)).toBe('UTC');
  expect([newestDayOf({}, now), newestDayOf({ time_zone: 'Asia/Tokyo' }, now)]).toEqual([
    '2026-12-01',
    '2026-11-30',
  ]);
});
