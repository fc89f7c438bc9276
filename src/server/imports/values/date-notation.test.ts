import { expect, test } from 'vitest';
import { parseDate } from './date.ts';
import { findDateNotation, writeUsualDate } from './date-notation.ts';

/** Reads the cells of a column by its notation. */
function readDays(cells: readonly string[], words = '', header = ''): (string | undefined)[] {
  const notation = findDateNotation(cells, { header, evidence: () => words });
  return cells.map((cell) => {
    const date = parseDate(writeUsualDate(cell, notation));
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
