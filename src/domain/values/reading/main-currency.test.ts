import { expect, test } from 'vitest';
import { findMainCurrency } from './main-currency.ts';

test('the main currency is the one of most amounts of all measures', () => {
  expect(
    findMainCurrency([
      { currency: 'EUR', count: 5 },
      { currency: 'NOK', count: 4 },
      { currency: 'NOK', count: 3 },
    ]),
  ).toEqual({ currency: 'NOK', count: 7, total: 12 });
});
test.each([[[]], [[{ currency: 'NOK', count: 0 }]]])(
  'a register without an amount has no main currency: %j',
  (sums) => {
    expect(findMainCurrency(sums)).toBeUndefined();
  },
);
