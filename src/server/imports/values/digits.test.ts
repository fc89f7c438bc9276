import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinDigits } from './digits.ts';
import { parseNumber, toDouble } from './number.ts';

const systems =
  'arab arabext beng deva fullwide gujr guru khmr knda laoo mlym mymr orya tamldec telu thai tibt'.split(
    ' ',
  );

test('a number in the digits of any script is the same number in Latin digits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...systems),
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 0, max: 99 }),
      (system, whole, cents) => {
        const value = whole + cents / 100;
        const text = new Intl.NumberFormat(`en-u-nu-${system}`, {
          maximumFractionDigits: 2,
          useGrouping: false,
        }).format(value);
        expect(latinDigits(text).replace('٫', '.').normalize('NFKC')).toBe(
          String(Number(value.toFixed(2))),
        );
        const number = parseNumber(text);
        fc.pre(number.kind === 'value' && !number.unsure);
        expect(number.kind === 'value' && toDouble(number.value)).toBeCloseTo(value, 2);
      },
    ),
  );
});
test('Arabic signs between digits are a point and a comma, and other texts stay', () => {
  expect(['٢٠٠٫٦', '۶۲٬۲۲۵', 'الف٫ ب', '10²', '第3期'].map(latinDigits)).toEqual([
    '200.6',
    '62,225',
    'الف٫ ب',
    '10²',
    '第3期',
  ]);
});
test('days are no numbers, and groups have as many digits as some country writes', () => {
  const isNumber = (text: string) => parseNumber(text).kind === 'value';
  expect(['11.05.2024', '11,05,2024', '1.05.000', '1,2,345'].filter(isNumber)).toEqual([]);
  const groups = ['1.234.567', '1,234,567', '12,34,567', '1,2345,6789', '1.234.567,8'];
  expect(groups.filter(isNumber)).toEqual(groups);
});
