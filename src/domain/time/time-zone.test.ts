import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/values/date.ts';
import { dayEndIn, dayIn, lastDayIn, isTimeZone, offsetName } from './time-zone.ts';

const at = (text: string): Date => new Date(text);
const zones = [
  'UTC',
  'Asia/Tokyo',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const;
/** Days since the last zone moved its clocks back over midnight. */
const moments = fc.date({
  min: at('2012-01-01T00:00:00Z'),
  max: at('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test.each([
  ['2026-11-27T23:30:00Z', 'Asia/Tokyo', '2026-11-28'],
  ['2026-11-27T00:30:00Z', 'Asia/Tokyo', '2026-11-27'],
  ['2026-11-27T23:30:00Z', 'America/Santiago', '2026-11-27'],
  // three hours behind in summer, four in winter
  ['2026-11-28T03:30:00Z', 'America/Santiago', '2026-11-28'],
  ['2026-07-28T03:30:00Z', 'America/Santiago', '2026-07-27'],
  ['2026-11-27T09:59:59.999Z', 'Pacific/Kiritimati', '2026-11-27'],
  ['2026-11-27T10:00:00Z', 'Pacific/Kiritimati', '2026-11-28'],
  ['2026-11-27T23:59:59.999Z', 'UTC', '2026-11-27'],
  ['2026-11-27T23:30:00Z', 'Mars/Base', '2026-11-27'],
])('at %s it is in %s the day %s', (moment, zone, day) => {
  expect(dayIn(at(moment), zone)).toBe(day);
});

test('the day of a moment agrees with that of the browser, and never goes back', () => {
  fc.assert(
    fc.property(
      moments,
      fc.nat(40 * 3_600_000),
      fc.constantFrom(...zones),
      (moment, wait, zone) => {
        const oracle = moment.toLocaleDateString('sv-SE', { timeZone: zone });
        expect(dayIn(moment, zone)).toBe(oracle);
        const later = new Date(moment.getTime() + wait);
        expect(dayIn(later, zone) >= oracle).toBe(true);
      },
    ),
  );
});

test('a day ends a millisecond before the next one begins', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
      const day = dayIn(moment, zone);
      const end = dayEndIn(day, zone);
      expect(dayIn(end, zone)).toBe(day);
      expect(dayIn(new Date(end.getTime() + 1), zone)).toBe(addDays(day, 1));
    }),
  );
});

// seen to fail: a link that ended at 00:00 on 1 December "worked until 1 December"
test('something that ends at 00:00 works to the day before, and later to that day', () => {
  const last = (end: string): string => lastDayIn(new Date(end), 'Asia/Shanghai');
  expect(last('2026-11-30T16:00:00Z')).toBe('2026-11-30');
  expect(last('2026-11-30T15:59:59.999Z')).toBe('2026-11-30');
  expect(last('2026-11-30T16:00:00.001Z')).toBe('2026-12-01');
});

test('a day without midnight and a day with two of them end where the next begins', () => {
  const end = (day: string) => dayEndIn(day, 'America/Santiago').toISOString();
  // 2026-09-06 begins at one o’clock; 2026-04-04 has a second hour from eleven
  expect(end('2026-09-05')).toBe('2026-09-06T03:59:59.999Z');
  expect(end('2026-04-04')).toBe('2026-04-05T03:59:59.999Z');
});

test('a time zone is known by its name only', () => {
  expect(['Asia/Shanghai', 'UTC', 'Etc/GMT-14'].every(isTimeZone)).toBe(true);
  const wrong = ['', ' ', 'Mars/Base', '../etc', '+09:00', '-03', 'Asia/Tokyo ', 'x'.repeat(300)];
  expect(wrong.filter(isTimeZone)).toEqual([]);
  expect(['Asia/Tokyo\u0000', '亚洲/上海', '1; drop', '__proto__'].filter(isTimeZone)).toEqual([]);
});

test.each([
  ['Asia/Tokyo', 'UTC+9'],
  ['UTC', 'UTC'],
  ['America/Santiago', 'UTC−3'],
  ['Asia/Kathmandu', 'UTC+5:45'],
  ['America/St_Johns', 'UTC−3:30'],
])('%s is %s in November', (zone, name) => {
  expect(offsetName(at('2026-11-27T12:00:00Z'), zone)).toBe(name);
});
