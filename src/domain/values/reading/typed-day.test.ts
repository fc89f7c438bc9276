import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, toMonth } from '#domain/values/date.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import { readTypedDay, readTypedMonth } from './typed-day.ts';

test.each([
  ['2026-11-27'],
  ['2026/11/27'],
  ['2026.11.27'],
  ['20261127'],
  ['27.11.2026'],
  ['27. 11. 2026'],
  ['27/11/2026'],
  ['11/27/2026'],
  ['27 November 2026'],
  ['27 nov 2026'],
  ['27th Nov. 2026'],
  ['November 27, 2026'],
  ['2026年11月27日'],
  ['２０２６年１１月２７日'],
  [' 2026 年 11 月 27 日 '],
  ['令和8年11月27日'],
  ['令和8.11.27'],
  ['R8.11.27'],
])('%s is 27 November 2026', (text) => {
  expect(readTypedDay(text)).toEqual({ value: '2026-11-27' });
});

test.each([
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['昭和64年1月7日', '1989-01-07'],
  ['5/5/2026', '2026-05-05'],
])('%s is %s', (text, value) => {
  expect(readTypedDay(text)).toEqual({ value });
});

test.each([
  ['04/05/2026', 'two_ways'],
  ['30 February 2026', 'no_such_day'],
  ['2026-13-01', 'no_such_day'],
  ['31.4.2026', 'no_such_day'],
  ['27 Foo 2026', 'no_such_day'],
  ['tomorrow', 'unreadable'],
  ['27.11.26', 'unreadable'],
  ['2026', 'unreadable'],
  ['', 'unreadable'],
])('%s is refused: %s', (text, fault) => {
  expect(readTypedDay(text)).toEqual({ fault });
});

test.each([['2026-05'], ['2026/5'], ['5/2026'], ['May 2026'], ['2026年5月'], ['令和8年5月']])(
  '%s is May 2026',
  (text) => {
    expect(readTypedMonth(text)).toEqual({ value: '2026-05' });
  },
);
it('refuses a text that is no month', () => {
  expect(readTypedMonth('2026-13')).toEqual({ fault: 'no_such_day' });
  expect(readTypedMonth('spring')).toEqual({ fault: 'unreadable' });
});

describe('a date that the page writes can be read', () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n));
  it.each(languages)('%s', (language) => {
    fc.assert(
      fc.property(day, (value) => {
        expect(readTypedDay(formatDate(value, language))).toEqual({ value });
        const month = toMonth(value);
        expect(readTypedMonth(formatMonth(month, language))).toEqual({ value: month });
      }),
    );
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readTypedDay(text);
        readTypedMonth(text);
      }),
    );
  });
});
