import { expect, test } from 'vitest';
import { findDateOrder, parseDate } from './date.ts';
import { findDateNotation, writeUsualDate } from './date-notation.ts';

/** Reads the cells of a column by its notation. */
function readDays(cells: readonly string[], words = '', header = ''): (string | undefined)[] {
  const notation = findDateNotation(cells, { header, evidence: () => words });
  const usual = cells.map((cell) => writeUsualDate(cell, notation));
  const { order } = findDateOrder(usual);
  return usual.map((cell) => {
    const date = parseDate(cell, order);
    return date.kind === 'date' ? date.date : undefined;
  });
}

// seen to fail: both were in November
test('listopad is October in a Croatian file, and November in a Polish and a Czech one', () => {
  const cells = ['5. listopada 2027', 'prosinac 2027'];
  expect(readDays(cells, 'Naziv projekta Ulagač Rok završetka U izgradnji')).toEqual([
    '2027-10-05',
    '2027-12-31',
  ]);
  expect(readDays(['5 listopada 2027'], 'Nazwa projektu Inwestor W budowie')).toEqual([
    '2027-11-05',
  ]);
  expect(readDays(['5. listopadu 2027'], 'Název projektu Termín Ve výstavbě')).toEqual([
    '2027-11-05',
  ]);
});
// seen to fail: all stayed unread
test('two digits after months are years if their column proves it', () => {
  expect(readDays(['Dec-27', 'abr-30', "Jun '28", 'Q4 2025'])).toEqual([
    ...['2027-12-31', '2030-04-30', '2028-06-30', '2025-12-31'],
  ]);
  // a small number, only one number, and last days may all be days
  for (const cells of [
    ['Dec-27', 'Jan-05', 'Feb-28'],
    ['Dec-27', 'Jan-27', 'Feb-27'],
    ['Dec-31', 'Jan-30', 'Feb-28'],
    ['Dec-27', 'Jan-28'],
    ['27-Dec', '28-Jan', '29-Jan'],
  ])
    expect(readDays(cells)).toEqual(cells.map(() => undefined));
});
// seen to fail: no day with a short year was read
test('a day of three parts has its year where only years stand', () => {
  expect(readDays(['05/12/27', '31/03/28', '17/06/26'])).toEqual([
    ...['2027-12-05', '2028-03-31', '2026-06-17'],
  ]);
  expect(readDays(['12-Mar-27', '3-Apr-28', '30-Jun-26'])).toEqual([
    ...['2027-03-12', '2028-04-03', '2026-06-30'],
  ]);
  expect(readDays(['27.12.5', '27.12.05', '28.03.31', '26.06.17'])).toEqual([
    ...[undefined, '2027-12-05', '2028-03-31', '2026-06-17'],
  ]);
  expect(readDays(['31/12/27', '30/06/28', '31/03/26'])).toEqual([
    ...['2027-12-31', '2028-06-30', '2026-03-31'],
  ]);
  // either place may have the years
  const cells = ['17/06/26', '18/06/27', '19/06/28'];
  expect(readDays(cells)).toEqual(cells.map(() => undefined));
});
test('a quarter with two digits is of a year', () => {
  expect(readDays(['Q4-27', "2Q'28", 'Q1 2026'])).toEqual([
    ...['2027-12-31', '2028-06-30', '2026-03-31'],
  ]);
});
