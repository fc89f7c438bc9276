import { expect, test } from 'vitest';
import { formatIn } from './value-unit.ts';

const billions = { power: 9, label: 'KES bn' };

// seen to fail: 0.06 and 0.07 beside 0.074, which is 19.4 % above 0.062
test.each([
  ['62000000', '0.062'],
  ['73456789', '0.0735'],
  ['1397000000', '1.4'],
  ['1397456000000', '1,397.46'],
  ['695000000', '0.695'],
  ['-62000000', '−0.062'],
  ['0', '0'],
])('the value %s is written as %s', (value, text) => {
  expect(formatIn(value, billions, 'en')).toBe(text);
});
