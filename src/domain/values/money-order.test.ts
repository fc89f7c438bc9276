import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderByCurrency, sumWire } from './money.ts';

const wire = fc.record({
  minor: fc.bigInt({ min: -1000n, max: 1000n }).map(String),
  currency: fc.constantFrom('CNY', 'EUR', 'JPY', 'PLN'),
});

// seen to fail: the headline had the zone's currency first, the total below it the code AED
test('sums stand in one order: the currency of the zone, then the others by code', () => {
  fc.assert(
    fc.property(fc.array(wire), fc.constantFrom('PLN', 'JPY'), (amounts, main) => {
      const codes = sumWire([amounts], main).map(({ currency }) => currency);
      const others = codes.filter((code) => code !== main);
      expect(others).toEqual([...new Set(others)].sort());
      expect(codes.indexOf(main)).toBeLessThanOrEqual(0);
      expect(orderByCurrency(sumWire([amounts]), main).map(({ currency }) => currency)).toEqual(
        codes,
      );
    }),
  );
});
