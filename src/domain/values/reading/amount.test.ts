import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes } from '#domain/values/currencies.ts';
import { parseAmount } from './amount.ts';
import type { AmountContext } from './written-amount.ts';
import { missingReason, parseNumber } from './number.ts';
import { formatValue } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import { toMajor } from '#domain/values/money.ts';
import { parseUnit } from './unit.ts';

/** One short line per reading: `CNY 280000000000 about`, `missing not_disclosed`, `rejected …`. */
const read = (text: string, context: AmountContext = {}): string => {
  const result = parseAmount(text, context);
  if (result.kind === 'missing' || result.kind === 'rejected')
    return `${result.kind} ${result.reason}`;
  const words = result.qualifier === undefined ? '' : ` ${result.qualifier}`;
  if (result.kind === 'range')
    return `${result.low.currency} ${result.low.minor} to ${result.high.minor}${words}`;
  return `${result.money.currency} ${result.money.minor}${words}`;
};

describe('units', () => {
  it.each([
    ['元', 0, 'CNY'],
    ['千元', 3, 'CNY'],
    ['万元', 4, 'CNY'],
    ['百万元', 6, 'CNY'],
    ['亿元', 8, 'CNY'],
    ['億元', 8, 'CNY'],
    ['万亿元', 12, 'CNY'],
    ['万元人民币', 4, 'CNY'],
    ['美元', 0, 'USD'],
    ['万美元', 4, 'USD'],
    ['亿美元', 8, 'USD'],
    ['US$ mn', 6, 'USD'],
    ['US$ bn', 9, 'USD'],
    ['USD million', 6, 'USD'],
    ['RMB mn', 6, 'CNY'],
    ['RMB bn', 9, 'CNY'],
    ['CNY m', 6, 'CNY'],
    ['RMB 10,000', 4, 'CNY'],
    ['RMB 100 million', 8, 'CNY'],
    ['CN¥ bn', 9, 'CNY'],
    ['円', 0, 'JPY'],
    ['千円', 3, 'JPY'],
    ['百万円', 6, 'JPY'],
    ['億円', 8, 'JPY'],
    ['兆円', 12, 'JPY'],
    ['亿日元', 8, 'JPY'],
    ['EUR', 0, 'EUR'],
    ['€', 0, 'EUR'],
    ['ARS', 0, 'ARS'],
    ['MXN', 0, 'MXN'],
    ['million EUR', 6, 'EUR'],
    ['（万元）'.slice(1, -1), 4, 'CNY'],
  ])('reads %s as 10^%i %s', (text, power, currency) =>
    expect(parseUnit(text)).toEqual({ power, currency }),
  );
  it('reads every code of ISO 4217, alone and beside a multiple, and a code that is also a common word only in capitals', () => {
    for (const code of currencyCodes)
      for (const [text, power] of [
        [code, 0],
        [`${code} mn`, 6],
        [`mn ${code}`, 6],
        [`bn ${code}`, 9],
        [`千${code}`, 3],
        [`k ${code}`, 3],
      ] as const)
        expect([text, parseUnit(text)]).toEqual([text, { power, currency: code }]);
    expect(['mga', 'xof', 'all', 'top'].map(parseUnit)).toEqual([
      { power: 0, currency: 'MGA' },
      { power: 0, currency: 'XOF' },
      undefined,
      undefined,
    ]);
    expect(read('5 000 000 XOF')).toBe('XOF 5000000');
    expect(read('MGA 12.50')).toBe('MGA 1250');
  });
  it('leaves the currency open where the words name none', () =>
    expect(['万', '$ mn', '¥'].map(parseUnit)).toEqual([
      { power: 4 },
      { power: 6, shared: 'dollar_sign' },
      { power: 0, shared: 'yen_yuan' },
    ]));
  it('refuses 兆 outside yen, and never guesses', () => {
    expect([parseUnit('兆'), parseUnit('兆元')]).toEqual(['ambiguous', 'ambiguous']);
    expect(['', '亩', '%', 'widgets', '元美元', '万吨'].map(parseUnit)).toEqual(
      Array(6).fill(undefined),
    );
  });
});

describe('amounts in cells', () => {
  it.each([
    ['约28亿元', 'CNY 280000000000 about'],
    ['28亿元左右', 'CNY 280000000000 about'],
    ['28亿余元', 'CNY 280000000000 over'],
    ['10余亿元', 'CNY 100000000000 over'],
    ['100多亿元', 'CNY 1000000000000 over'],
    ['近28亿元', 'CNY 280000000000 nearly'],
    ['超28亿元', 'CNY 280000000000 over'],
    ['逾28亿元', 'CNY 280000000000 over'],
    ['不低于3亿元', 'CNY 30000000000 at_least'],
    ['28亿元以上', 'CNY 280000000000 at_least'],
    ['28億円弱', 'JPY 2800000000 nearly'],
    ['28億円強', 'JPY 2800000000 over'],
    ['約28億円', 'JPY 2800000000 about'],
    ['28億円程度', 'JPY 2800000000 about'],
    ['about 2.8 billion yuan', 'CNY 280000000000 about'],
    ['nearly US$5bn', 'USD 500000000000 nearly'],
    ['over 35 billion yuan', 'CNY 3500000000000 over'],
    ['at least EUR 5 million', 'EUR 500000000 at_least'],
  ])('keeps the words of %s', (text, expected) => expect(read(text)).toBe(expected));
  it.each([
    ['5-10亿元', 'CNY 50000000000 to 100000000000'],
    ['5～10亿元', 'CNY 50000000000 to 100000000000'],
    ['5亿-10亿元', 'CNY 50000000000 to 100000000000'],
    ['约5至10亿元', 'CNY 50000000000 to 100000000000 about'],
    ['5 to 10 million USD', 'USD 500000000 to 1000000000'],
    ['10-5亿元', 'rejected range_reversed'],
  ])('reads %s as two bounds and never their middle', (text, expected) =>
    expect(read(text)).toBe(expected),
  );
  it.each([
    ['1亿', 'CNY 10000000000'],
    ['5000元', 'CNY 500000'],
    ['90,000', 'CNY 90000000000'],
    ['９０，０００', 'CNY 90000000000'],
    ['1\u00a0234', 'CNY 1234000000'],
    ['1\u202f234.5', 'CNY 1234500000'],
    ['0', 'CNY 0'],
    ['-0', 'CNY 0'],
    ['(1,000)', 'CNY -1000000000'],
    ['（1,000）', 'CNY -1000000000'],
    ['△1,000', 'CNY -1000000000'],
    ['−5.5', 'CNY -5500000'],
    ['1.2E+05', 'CNY 120000000000'],
    ['1亿2000万元', 'CNY 12000000000'],
    ['US$100', 'USD 100000000'],
  ])('reads %s in a column of 万元', (text, expected) =>
    expect(read(text, { unit: '万元' })).toBe(expected),
  );
  it('reads 3億8598万円 as one amount', () => expect(read('3億8598万円')).toBe('JPY 385980000'));
  it('reads a decimal comma only where it is declared', () => {
    expect(read('1.234,56', { unit: 'EUR', decimal: 'comma' })).toBe('EUR 123456');
    expect(read('1 234,56', { unit: 'EUR', decimal: 'comma' })).toBe('EUR 123456');
    expect([
      read('1.234,56', { unit: 'EUR' }),
      read('1,5', { unit: 'EUR' }),
      read('1.5', { unit: 'EUR', decimal: 'comma' }),
    ]).toEqual(Array(3).fill('rejected ambiguous_separator'));
  });
  it.each([
    ['100', {}, 'unit_unknown'],
    ['100', { unit: '万' }, 'currency_unknown'],
    ['$5m', {}, 'currency_unknown'],
    ['5兆元', {}, 'chinese_trillion'],
    ['NaN', { unit: 'CNY' }, 'not_a_number'],
    ['Infinity', { unit: 'CNY' }, 'not_a_number'],
    ['-Infinity', { unit: 'CNY' }, 'not_a_number'],
    ['1e309', { unit: 'CNY' }, 'too_large'],
    ['99999999999999999999', { unit: 'CNY' }, 'too_large'],
    ['12%', { unit: 'CNY' }, 'unit_unknown'],
    ['٣٫٥', { unit: 'CNY' }, 'not_a_number'],
    ['2021-03-31', { unit: '万元' }, 'not_a_number'],
    ['abc', { unit: 'CNY' }, 'not_a_number'],
  ])('rejects %s in %o: %s', (text, context, reason) =>
    expect(read(text, context)).toBe(`rejected ${reason}`),
  );
  it('rounds beyond the minor unit half to even, and gives the difference', () => {
    expect(parseAmount('0.005', { unit: 'CNY' })).toEqual({
      kind: 'money',
      money: { minor: 0n, currency: 'CNY' },
      rounded: '-0.005',
    });
    expect(parseAmount('1.23456789万元')).toEqual({
      kind: 'money',
      money: { minor: 1234568n, currency: 'CNY' },
      rounded: '0.0011',
    });
    expect(parseAmount('2.5', { unit: '円' })).toEqual({
      kind: 'money',
      money: { minor: 2n, currency: 'JPY' },
      rounded: '-0.5',
    });
    expect(parseAmount('2.50', { unit: 'CNY' })).toEqual({
      kind: 'money',
      money: { minor: 250n, currency: 'CNY' },
    });
  });
  it('returns the reason of a cell without a value, and reads 0 as a value', () => {
    expect(
      ['', '　', '—', '待定', '面议', '非公表', '无', 'n/a', 'N/A', 'TBD', '未到来', '0', '5'].map(
        missingReason,
      ),
    ).toEqual([
      'not_reported',
      'not_reported',
      'not_reported',
      'not_reported',
      'not_disclosed',
      'not_disclosed',
      'not_applicable',
      // n/a may be “not available” too: it is no reason
      'not_reported',
      'not_reported',
      'not_reported',
      'not_yet_due',
      undefined,
      undefined,
    ]);
  });
  it('returns only money, a range, a reason or a rejection for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...'0123456789.,-~()约亿万元円兆US$ eE%') }),
        ),
        (text) =>
          ['money', 'range', 'missing', 'rejected'].includes(
            parseAmount(text, { unit: '万元' }).kind,
          ),
      ),
    );
  });
  it('reads its own output back in three languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.constantFrom(...languages),
        fc.constantFrom('CNY', 'USD', 'JPY'),
        fc.constantFrom(undefined, 'about' as const, 'over' as const),
        (tens, language, currency, qualifier) => {
          const value = String(tens * 1e5);
          const text = formatValue(value, currency, language, {
            digits: 7,
            ...compact({ qualifier }),
          });
          const result = parseAmount(text.text);
          // 兆元 is 10^12 in Japanese and 10^6 in Chinese, so that alone it is ambiguous
          if (text.suffix.startsWith('兆元')) {
            expect(result).toEqual({ kind: 'rejected', reason: 'chinese_trillion' });
            return;
          }
          expect(result).toMatchObject({
            kind: 'money',
            money: { currency },
            ...compact({ qualifier }),
          });
          if (result.kind === 'money') expect(toMajor(result.money)).toBe(value);
        },
      ),
    );
  });
  it('reads numbers exactly, whatever their length', () =>
    expect([parseNumber('9007199254740993'), parseNumber('999,999,999,999,999.99')]).toEqual([
      '9007199254740993',
      '999999999999999.99',
    ]));
});
