import { expect, test } from 'vitest';
import { parseUnit } from './unit.ts';
import { findNamedCurrency } from './named-currency.ts';

// seen to fail: rows of a currency column in Russian were left without an amount
test.each([
  ['доллар США', 'USD'],
  ['долларов США', 'USD'],
  ['US-Dollar', 'USD'],
  ['dólares estadounidenses', 'USD'],
  ['dolar amerykański', 'USD'],
  ['dolar AS', 'USD'],
  ['đô la Mỹ', 'USD'],
  ['ABD Doları', 'USD'],
  ['미국 달러', 'USD'],
  ['китайский юань', 'CNY'],
  ['юань', 'CNY'],
  ['рубли', 'RUB'],
  ['peso mexicano', 'MXN'],
  ['real brasileiro', 'BRL'],
  ['Türk Lirası', 'TRY'],
  ['česká koruna', 'CZK'],
])('%s is %s', (name, currency) => {
  expect(parseUnit(name)).toEqual({ power: 0, currency });
});

test.each(['', 'dollars', 'Reais e centavos', 'Investment', '投资'])(
  '%j is no full name of a currency',
  (text) => {
    expect(findNamedCurrency(text)).toBeUndefined();
  },
);

test('a name that several currencies share stays ambiguous', () => {
  expect(parseUnit('dolar')).toEqual({ power: 0, shared: 'dollar' });
});
