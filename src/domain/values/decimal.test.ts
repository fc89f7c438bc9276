import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimal,
  compareDecimal,
  divideDecimal,
  floorDecimal,
  fromNumber,
  integerLength,
  isDecimal,
  isWhole,
  negateDecimal,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
  toNumber,
} from './decimal.ts';

/** A decimal with its exact value as a fraction over 10^scale. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => ({
    text: `${digits < 0n ? '-' : ''}${(digits < 0n ? -digits : digits)
      .toString()
      .padStart(scale + 1, '0')
      .replace(new RegExp(`(\\d{${scale}})$`), scale > 0 ? '.$1' : '$1')}`,
    digits,
    scale,
  }));
const over = (text: string, scale: number): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(scale, '0'));
  return text.startsWith('-') ? -value : value;
};

describe('decimals against exact rationals', () => {
  it('sums, differences and comparisons are exact', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [
          a.digits * 10n ** BigInt(24 - a.scale),
          b.digits * 10n ** BigInt(24 - b.scale),
        ];
        expect(over(addDecimal(a.text, b.text), 24)).toBe(x + y);
        expect(over(subtractDecimal(a.text, b.text), 24)).toBe(x - y);
        expect(compareDecimal(a.text, b.text)).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });
  it('quotients are rounded to the nearest, halves away from zero', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 10 }), (a, b, places) => {
        fc.pre(b.digits !== 0n);
        const [n, d] = [
          a.digits * 10n ** BigInt(b.scale + places),
          b.digits * 10n ** BigInt(a.scale),
        ];
        const twiceError = 2n * (over(divideDecimal(a.text, b.text, places), places) * d - n);
        const [error, size] = [twiceError < 0n ? -twiceError : twiceError, d < 0n ? -d : d];
        expect(error <= size).toBe(true);
      }),
    );
  });
  it('the number of digits before the point is the power of ten that a size stays below', () => {
    fc.assert(
      fc.property(decimals, ({ text }) => {
        const size = text.replace('-', '');
        const length = integerLength(text);
        expect(compareDecimal(size, scaleByTen('1', length))).toBe(-1);
        if (length > 0) expect(compareDecimal(size, scaleByTen('1', length - 1))).not.toBe(-1);
      }),
    );
    expect(() => integerLength('1e3')).toThrow(RangeError);
  });
  it('scaling by a power of ten and back returns the number', () => {
    fc.assert(
      fc.property(
        decimals,
        fc.integer({ min: -20, max: 20 }),
        ({ text }, power) =>
          compareDecimal(scaleByTen(scaleByTen(text, power), -power), text) === 0,
      ),
    );
  });
  it('every finite double survives the conversion to a decimal and back', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (x) => toNumber(fromNumber(x)) === x,
      ),
    );
  });
});

describe('decimals in special cases', () => {
  it('a half is rounded away from zero, once', () => {
    expect(
      ['0.5', '1.5', '2.5', '-0.5', '-2.5', '1.4999', '1.005'].map((x) =>
        roundHalfUp(x, x === '1.005' ? 2 : 0),
      ),
    ).toEqual(['1', '2', '3', '-1', '-3', '1', '1.01']);
  });
  it('zero never has a minus', () => {
    expect([
      roundHalfUp('-0.004', 2),
      negateDecimal('0'),
      addDecimal('-1', '1'),
      subtractDecimal('0', '0'),
    ]).toEqual(['0', '0', '0', '0']);
  });
  it('tenths add up exactly', () => expect(addDecimal('0.1', '0.2')).toBe('0.3'));
  it('the floor of a negative number is the lower integer', () =>
    expect(['2.5', '-2.5', '-2', '0'].map(floorDecimal)).toEqual(['2', '-3', '-2', '0']));
  it('a whole number is recognised in any spelling', () =>
    expect(['2.00', '2.01', '-3'].map(isWhole)).toEqual([true, false, true]));
  it('other texts are rejected', () => {
    for (const text of ['', 'NaN', 'Infinity', '1e3', '+1', '.5', '5.', '1,000', ' 1', '٣']) {
      expect(isDecimal(text)).toBe(false);
      expect(() => addDecimal(text, '1')).toThrow(RangeError);
    }
    expect(() => fromNumber(Number.NaN)).toThrow(RangeError);
    expect(() => divideDecimal('1', '0.00', 2)).toThrow(RangeError);
  });
});
