import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertCalendar, findCalendar } from './calendars.ts';

const calendars = {
  persian: 'persian',
  islamic: 'islamic-umalqura',
  ethiopic: 'ethiopic',
} as const;

test('each day of the Persian, Islamic and Ethiopian calendars is its Gregorian day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('persian' as const, 'islamic' as const, 'ethiopic' as const),
      fc.date({ min: new Date('1990-01-01'), max: new Date('2045-12-31'), noInvalidDate: true }),
      fc.constantFrom('latn', 'arab', 'arabext'),
      (calendar, date, digits) => {
        const format = new Intl.DateTimeFormat(`en-u-ca-${calendars[calendar]}-nu-${digits}`, {
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          timeZone: 'UTC',
        });
        const parts = format.formatToParts(date);
        const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
        const [year, month, day] = ['year', 'month', 'day'].map(part);
        const iso = date.toISOString().slice(0, 10);
        expect(convertCalendar(`${year}/${month}/${day}`, calendar)).toBe(iso);
        expect(convertCalendar(`${day}-${month}-${year}`, calendar)).toBe(iso);
      },
    ),
  );
});
test('the years of a column tell its calendar, and one other year makes it unknown', () => {
  expect(
    [
      ['1402/01/02', '۱۴۰۵/۰۶/۳۱'],
      ['١٤٤٦/٠٣/١٢', '1447/01/30'],
      ['2569/01/02'],
      ['1402/01/02', '2024-01-01'],
      ['2024-01-01'],
      ['1310', '1460/01/01'],
      [],
    ].map((cells) => findCalendar(cells)),
  ).toEqual(['persian', 'islamic', 'buddhist', undefined, undefined, undefined, undefined]);
});
test('a day that does not exist and another text stay as written', () => {
  expect(['1404/12/30', '1402', 'soon'].map((text) => convertCalendar(text, 'persian'))).toEqual([
    '1404/12/30',
    '1402',
    'soon',
  ]);
});
test('only the header or a mark in each cell tells the Ethiopian calendar', () => {
  expect([
    findCalendar(['12/03/2016'], 'Date of Agreement (E.C.)'),
    findCalendar(['12/03/2016 E.C.', '2017 ዓ.ም.']),
    findCalendar(['12/03/2016 E.C.', '2017']),
    // the day of an environmental clearance in India
    findCalendar(['12/03/2016'], 'Date of EC'),
    findCalendar(['12/03/2016'], 'Date (EC)', () => 'Projects in Gujarat'),
    findCalendar(['12/03/2016'], 'Date (EC)', () => 'Capital in million Birr'),
  ]).toEqual(['ethiopic', 'ethiopic', undefined, undefined, undefined, 'ethiopic']);
});
test('a year of Ethiopia without its day is never a Gregorian year', () => {
  expect(['2016', '03/2016 E.C.', 'soon'].map((text) => convertCalendar(text, 'ethiopic'))).toEqual(
    ['2016 E.C.', '03/2016 E.C.', 'soon'],
  );
});
// seen to fail: 2081/05/12 was in 2081
test('days of Nepal are known by their header or years, and never Gregorian', () => {
  expect([
    findCalendar(['2081/05/12', '2079-01-30']),
    findCalendar(['05/12'], 'Date (B.S.)'),
    findCalendar(['2081/05/12', '2029-01-30']),
    convertCalendar('2081/05/12', 'nepali'),
  ]).toEqual(['nepali', 'nepali', undefined, '2081/05/12 B.S.']);
});
