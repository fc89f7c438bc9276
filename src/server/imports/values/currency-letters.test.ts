import { expect, it } from 'vitest';
import { hasCurrencyLetters, listWrittenWith, writeCurrencyCode } from './currency-letters.ts';

it.each([
  ['N500,000,000', 'NGN', 'NGN 500,000,000'],
  ['N500m – N700m', 'NGN', 'NGN 500m – NGN 700m'],
  ['K2.5bn', 'ZMW', 'ZMW 2.5bn'],
  ['P12', 'BWP', 'BWP 12'],
  // the letters of another currency, of no currency, and of a word
  ['N500', 'EUR', 'N500'],
  ['N500', undefined, 'N500'],
  ['PLAN500', 'NGN', 'PLAN500'],
  ['NGN500', 'NGN', 'NGN500'],
])('%s in %s is %s', (amount, currency, written) =>
  expect(writeCurrencyCode(amount, currency)).toBe(written),
);
it('lists the currencies whose letters stand before the digits', () => {
  expect(listWrittenWith('N500')).toEqual(['NGN']);
  expect(listWrittenWith('K500')).toEqual(['ZMW', 'PGK']);
  expect(listWrittenWith('500')).toEqual([]);
});
it('tells amounts from codes by groups of digits and words for million', () => {
  const yes = ['N500,000,000', 'N1,250,000.50', 'K2.5bn', 'P12m'];
  const no = ['N12', 'A01', 'P5000', 'N2026', 'Q12', 'K1.1', 'Plot 12,000'];
  expect([...yes, ...no].filter(hasCurrencyLetters)).toEqual(yes);
});
