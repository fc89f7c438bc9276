import { expect, test } from 'vitest';
import { poweredUnitLabel } from '#domain/values/unit-power.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import { isCurrency } from './currency-code.ts';

// seen to fail: the target of a port was typed in "TEU bn"
test('a unit of three capital letters is no currency', () => {
  expect(['TEU', 'FTE', 'MWH', 'DWT'].map(isCurrency)).toEqual([false, false, false, false]);
  expect(poweredUnitLabel({ unit: 'TEU' }, 'en')).toBe('TEU');
});
test('every currency is one', () => {
  expect(currencyCodes.filter((code) => !isCurrency(code))).toEqual([]);
});
