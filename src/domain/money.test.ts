import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, fromMajor, fromWire, isCurrency, minorDigits, sumMoney, toMajor, toWire } from './money.ts';

const money = fc.record({ minor: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), currency: fc.constantFrom('CNY', 'JPY', 'USD', 'KWD') });

describe('money', () => {
  it('sums each currency exactly beyond 2^63 and never two together', () => {
    fc.assert(
      fc.property(fc.array(money), (list) => {
        const totals = sumMoney(list);
        expect(new Set(totals.map((t) => t.currency)).size).toBe(totals.length);
        for (const total of totals)
          expect(total.minor).toBe(list.filter((m) => m.currency === total.currency).reduce((sum, m) => sum + m.minor, 0n));
        expect(totals.map((t) => t.currency).sort()).toEqual([...new Set(list.map((m) => m.currency))].sort());
      }),
    );
  });
  it('crosses the wire and the major unit unchanged', () => {
    fc.assert(
      fc.property(money, (m) => {
        expect(fromWire(toWire(m))).toEqual(m);
        expect(fromMajor(toMajor(m), m.currency)).toEqual(m);
      }),
    );
  });
  it('refuses to add two currencies, and a wire amount that is no integer', () => {
    expect(() => addMoney({ minor: 1n, currency: 'CNY' }, { minor: 1n, currency: 'JPY' })).toThrow('two currencies');
    expect(() => fromWire({ minor: '1.5', currency: 'CNY' })).toThrow(RangeError);
  });
  it('knows the minor unit, and refuses what is finer', () => {
    expect(['CNY', 'JPY', 'KWD', 'MXN'].map(minorDigits)).toEqual([2, 0, 3, 2]);
    expect([fromMajor('0.001', 'CNY'), fromMajor('0.5', 'JPY')]).toEqual([undefined, undefined]);
    expect(fromMajor('0.5', 'CNY')).toEqual({ minor: 50n, currency: 'CNY' });
  });
  it('tells a currency from another unit', () =>
    expect(['CNY', 'companies', 'km2', 'cny'].map(isCurrency)).toEqual([true, false, false, false]));
});
