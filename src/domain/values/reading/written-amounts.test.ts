import { expect, it } from 'vitest';
import { parseAmount } from './amount.ts';
import type { AmountContext } from './written-amount.ts';
import { toMajor } from '#domain/values/money.ts';
import { chinese, english, european, japanese } from './written-amounts.fixture.ts';

/**
 * The reading of a person: `CNY 30000000`, with its words; the reason where it is ambiguous.
 */
const read = (text: string, context: AmountContext): string => {
  const result = parseAmount(text, context);
  if (result.kind === 'missing' || result.kind === 'rejected') return result.reason;
  const words = result.qualifier === undefined ? '' : ` ${result.qualifier}`;
  if (result.kind === 'range')
    return `${result.low.currency} ${toMajor(result.low)} to ${toMajor(result.high)}${words}`;
  return `${result.money.currency} ${toMajor(result.money)}${words}`;
};
it.each(chinese)('reads %s in a column of yuan: %s', (text, expected) =>
  expect(read(text, { currency: 'CNY' })).toBe(expected),
);
it.each(japanese)('reads %s in a column of yen: %s', (text, expected) =>
  expect(read(text, { currency: 'JPY' })).toBe(expected),
);
it.each(english)('reads %s in a column of pounds: %s', (text, expected) =>
  expect(read(text, { currency: 'GBP' })).toBe(expected),
);
it.each(european)('reads %s in a column of euros: %s', (text, expected) =>
  expect(read(text, { currency: 'EUR', decimal: 'comma' })).toBe(expected),
);

it.each([
  ['$5m', 'AUD', 'AUD 5000000'],
  ['$5m', 'CLP', 'CLP 5000000'],
  ['5 million dollars', 'CLP', 'USD 5000000'],
  ['300萬元', 'TWD', 'TWD 3000000'],
  ['300萬元', 'HKD', 'HKD 3000000'],
  ['300万元', 'JPY', 'CNY 3000000'],
  ['5m kr', 'SEK', 'SEK 5000000'],
  ['5 mkr', 'NOK', 'NOK 5000000'],
  ['Rs. 5 crore', 'PKR', 'PKR 50000000'],
  ['¥5m', 'CNY', 'CNY 5000000'],
  ['¥5m', 'JPY', 'JPY 5000000'],
  ['5 million pounds', 'EGP', 'EGP 5000000'],
  ['5 million francs CFA', 'XOF', 'XOF 5000000'],
])('reads %s in a column of %s as %s', (text, currency, expected) =>
  expect(read(text, { currency })).toBe(expected),
);

it.each([
  ['300万ドル', 'USD 3000000'],
  ['15台币', 'TWD 15'],
  ['€5m', 'EUR 5000000'],
  ['$5m', 'currency_unknown'],
  ['5m kr', 'currency_unknown'],
  ['3万4000', 'currency_unknown'],
])('reads %s where no column names a currency: %s', (text, expected) =>
  expect(read(text, {})).toBe(expected),
);

it.each([
  ['300万ドル', { unit: '百万円' }, 'USD 3000000'],
  ['US$5', { unit: '百万円' }, 'USD 5000000'],
  ['300', { unit: '$m', currency: 'AUD' }, 'AUD 300000000'],
  ['300', { unit: '$m', currency: 'CNY' }, 'USD 300000000'],
  ['3万4000', { unit: '万元' }, 'CNY 34000'],
  ['5.2', { unit: 'in million USD' }, 'USD 5200000'],
  ['5.2', { unit: 'Million - USD' }, 'USD 5200000'],
  ['5.2', { unit: 'mil. Kč' }, 'CZK 5200000'],
  ['5.2', { unit: 'KZT bn' }, 'KZT 5200000000'],
  ['5.2', { unit: 'R million' }, 'ZAR 5200000'],
  ['5.2', { unit: 'Rs. in Crore', currency: 'INR' }, 'INR 52000000'],
  ['5.2', { unit: '£m' }, 'GBP 5200000'],
])('reads %s in a column of %o as %s', (text, context, expected) =>
  expect(read(text, context)).toBe(expected),
);

it('never reads the amount of one currency as another’s: each written amount names its own in any column', () => {
  const own = /^(?:[A-Z]{3}) /;
  for (const [text, expected] of [...chinese, ...japanese].filter(([, value]) => own.test(value)))
    for (const currency of ['CNY', 'JPY', 'EUR', 'KZT']) {
      const amount = read(text, { currency });
      const [named] = expected.split(' ');
      const says =
        /[$€£円ドル元币幣]|ポンド|ユーロ|ウォン|バーツ|フラン|RMB|铢|盾|法郎|美金|英镑/.test(text);
      if (says && own.test(amount))
        expect([text, currency, amount.split(' ')[0]]).toEqual([text, currency, named]);
    }
});
