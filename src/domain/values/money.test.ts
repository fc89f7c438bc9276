import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes } from './currencies.ts';
import { addDecimal, compareDecimal, scaleByTen } from './decimal.ts';
import {
  addMoney,
  fromMajor,
  fromWire,
  isCurrency,
  minorDigits,
  roundToMinor,
  sumMoney,
  toMajor,
  toWire,
} from './money.ts';

const money = fc.record({
  minor: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  currency: fc.constantFrom('CNY', 'JPY', 'USD', 'KWD'),
});

describe('money', () => {
  it('each currency is summed exactly beyond 2^63 and never with another', () => {
    fc.assert(
      fc.property(fc.array(money), (list) => {
        const totals = sumMoney(list);
        expect(new Set(totals.map((t) => t.currency)).size).toBe(totals.length);
        for (const total of totals)
          expect(total.minor).toBe(
            list.filter((m) => m.currency === total.currency).reduce((sum, m) => sum + m.minor, 0n),
          );
        expect(totals.map((t) => t.currency).sort()).toEqual(
          [...new Set(list.map((m) => m.currency))].sort(),
        );
      }),
    );
  });
  it('an amount survives the conversion to the wire and to major units', () => {
    fc.assert(
      fc.property(money, (m) => {
        expect(fromWire(toWire(m))).toEqual(m);
        expect(fromMajor(toMajor(m), m.currency)).toEqual(m);
      }),
    );
  });
  it('two currencies and a wire amount that is no integer are rejected', () => {
    expect(() => addMoney({ minor: 1n, currency: 'CNY' }, { minor: 1n, currency: 'JPY' })).toThrow(
      'two currencies',
    );
    expect(() => fromWire({ minor: '1.5', currency: 'CNY' })).toThrow(RangeError);
  });
  it('an amount finer than the minor unit is rejected', () => {
    expect(['CNY', 'JPY', 'KWD', 'MXN'].map(minorDigits)).toEqual([2, 0, 3, 2]);
    expect([fromMajor('0.001', 'CNY'), fromMajor('0.5', 'JPY')]).toEqual([undefined, undefined]);
    expect(fromMajor('0.5', 'CNY')).toEqual({ minor: 50n, currency: 'CNY' });
  });
  it('every currency of ISO 4217 has its decimals', () => {
    const digits = Map.groupBy(currencyCodes, minorDigits);
    expect(digits.get(0)?.join(' ')).toBe(
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    );
    expect(digits.get(3)?.join(' ')).toBe('BHD IQD JOD KWD LYD OMR TND');
    expect(digits.get(4)).toEqual(['CLF', 'UYW']);
    expect(['MGA', 'MRU', 'AFN', 'IRR', 'XCG', 'ZWG'].map(minorDigits)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(currencyCodes.length).toBe(new Set(currencyCodes).size);
  });
  it('an amount finer than the minor unit is rounded half to even, and the difference is returned', () => {
    expect(
      ['0.005', '0.015', '-0.005', '-0.015', '0.0051'].map(
        (x) => roundToMinor(x, 'CNY').money.minor,
      ),
    ).toEqual([0n, 2n, 0n, -2n, 1n]);
    expect(roundToMinor('0.5', 'JPY')).toEqual({
      money: { minor: 0n, currency: 'JPY' },
      difference: '-0.5',
    });
    expect(roundToMinor('12.34', 'CNY')).toEqual({
      money: { minor: 1234n, currency: 'CNY' },
      difference: '0',
    });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        (thousandths, currency) => {
          const major = scaleByTen(thousandths.toString(), -5);
          const { money: rounding, difference } = roundToMinor(major, currency);
          expect(addDecimal(major, difference)).toBe(toMajor(rounding));
          const half = scaleByTen('5', -1 - minorDigits(currency));
          expect(compareDecimal(difference.replace('-', ''), half)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
  it('a currency differs from another unit', () =>
    expect(['CNY', 'companies', 'km2', 'cny'].map(isCurrency)).toEqual([
      true,
      false,
      false,
      false,
    ]));
});
