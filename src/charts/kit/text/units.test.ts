import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { languages } from '#domain/values/language.ts';
import {
  computedDigits,
  fullText,
  groupsUnit,
  measureUnit,
  paceDigits,
  paceText,
  statedText,
  numberText,
  displayGap,
  valueText,
} from './units.ts';

const billions = measureUnit('CNY', 'zh-CN', '35000000000');

describe('numbers as figures write them', () => {
  it('rounds a half up, as reports do, also where a double is just below it', () => {
    expect(numberText(1.005, 2)).toBe('1.01');
    expect(numberText(20.45, 1)).toBe('20.5');
    expect(numberText(-0.04, 1)).toBe('0.0');
    expect(numberText(-0.04, 1, true)).toBe('±0.0');
    expect(numberText(12_345.6, 0)).toBe('12,346');
  });

  it.each(languages)('writes the minus of a number without its unit in %s', (language) => {
    const unit = measureUnit('CNY', language, '35000000000');
    const minus = valueText('-790000000', unit);
    expect(minus.startsWith('−')).toBe(true);
    expect(minus.slice(1)).toBe(valueText('790000000', unit));
  });

  it('gives the gap that a reader gets by subtracting the two numbers on screen', () => {
    expect(displayGap('41', 19.108, measureUnit('companies', 'en', 200))).toMatchObject({
      plan: '19',
      gap: '+22',
      nowDigits: 0,
    });
    expect(displayGap('4640', 4812.6, measureUnit('jobs', 'en', 35000))).toMatchObject({
      plan: '4,813',
      gap: '−173',
    });
  });

  it('writes one more decimal where the rounded numbers would give another gap', () => {
    // 7.94 − 9.66 is −1.72; 7.9 − 9.7 would be −1.8
    expect(displayGap('794000000', 966_000_000, billions)).toMatchObject({
      nowDigits: 2,
      plan: '9.66',
      gap: '−1.72',
      exact: '-172000000',
    });
    expect(displayGap('790000000', 961_100_000, billions)).toMatchObject({
      nowDigits: 1,
      plan: '9.6',
      gap: '−1.7',
    });
    // 8.45 is written 8.5, so the gap must not rest on 8.4
    expect(displayGap('845000000', 1_000_000_000, billions)).toMatchObject({
      nowDigits: 2,
      plan: '10.00',
      gap: '−1.55',
    });
  });

  it('writes counted things whole, and a value that has not reached its target below it', () => {
    const firms = measureUnit('companies', 'en', 200);
    expect(displayGap('5', 12.5, firms)).toMatchObject({
      nowDigits: 0,
      digits: 0,
      plan: '13',
      gap: '−8',
    });
    expect(computedDigits(155.98, firms)).toBe(0);
    expect(computedDigits(41.46, measureUnit('km2', 'en', 200))).toBe(1);
    expect(
      ['35000000000', '34999000000', '34996000000'].map((now) => {
        const unit = {
          ...measureUnit('CNY', 'zh-CN', '35000000000'),
          edge: '35000000000',
        };
        return fullText(now, unit, computedDigits(now, unit));
      }),
    ).toEqual(['350.0亿元', '349.99亿元', '349.96亿元']);
    expect([paceDigits(2.8, firms), paceDigits(790.3, firms), paceDigits(2e8, billions)]).toEqual([
      1, 0, 2,
    ]);
  });

  // seen to fail: ±0.0 beside 0.34 points
  it('a gap that is not 0 never reads as 0, and 0 does', () => {
    const gap = (now: string, plan: number, language: 'en' | 'ja' | 'zh-CN' = 'zh-CN') =>
      displayGap(now, plan, measureUnit('PLN', language, '1000000000'));
    expect(gap('1003000000', 1_000_000_000)).toMatchObject({ gap: '+0.03', plan: '10.00' });
    expect(gap('999600000', 1_000_000_000, 'ja')).toMatchObject({ gap: '−0.004', nowDigits: 3 });
    expect(gap('1000000000', 1_000_000_000).gap).toBe('±0.0');
  });

  // seen to fail: 41 firms beside a plan of 40.7 read 41, 41 and ±0
  it('a gap of counted things below one has a decimal, as has its plan', () => {
    const gap = (now: string, plan: number) =>
      displayGap(now, plan, measureUnit('companies', 'en', 200));
    expect(gap('41', 40.7)).toMatchObject({ nowDigits: 0, plan: '40.7', gap: '+0.3' });
    expect(gap('41', 40.5)).toMatchObject({ plan: '40.5', gap: '+0.5' });
    expect(gap('40', 40.4)).toMatchObject({ plan: '40.4', gap: '−0.4', exact: '-0.4' });
    expect(gap('41', 40.996)).toMatchObject({ plan: '40.996', gap: '+0.004' });
    expect(gap('41', 40.4)).toMatchObject({ plan: '40', gap: '+1' });
    expect(gap('41', 41)).toMatchObject({ plan: '41', gap: '±0' });
  });

  it.each(['companies', 'jobs', 'CNY', 'percent', 'km2'])(
    'a gap of %s reads ±0 if and only if it is 0',
    (unit) => {
      const tenths = fc.integer({ min: 0, max: 5000 });
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 500 }), tenths, (now, tenth) => {
          const { gap } = displayGap(String(now), tenth / 10, measureUnit(unit, 'en', 200));
          expect(gap.startsWith('±')).toBe(now * 10 === tenth);
        }),
      );
    },
  );

  it('holds for any value and plan: value − plan = gap, to the last digit written', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(
        amount,
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        fc.constantFrom(...languages),
        (now, plan, language) => {
          const unit = measureUnit('CNY', language, '35000000000');
          const { nowDigits, digits, ...said } = displayGap(String(now), plan, unit);
          const number = (text: string): number =>
            Number(text.replaceAll(',', '').replace('−', '-').replace('±', ''));
          const difference = number(valueText(now, unit, nowDigits)) - number(said.plan);
          expect(number(said.gap)).toBeCloseTo(difference, 6);
          expect(digits).toBeGreaterThanOrEqual(unit.digits);
        },
      ),
      { numRuns: 200 },
    );
  });
});

// seen to fail: 0.97 trillion in a title was 1兆 and 1万亿, beside 0.97tn in English
test.each([
  ['zh-CN', '0.97万亿越南盾'],
  ['ja', '0.97兆ベトナム・ドン'],
  ['en', 'VND 0.97tn'],
] as const)('an amount below one of its multiple keeps two decimals in %s', (language, text) => {
  const unit = measureUnit('VND', language, '61543800000000');
  expect(fullText('974300000000', unit)).toBe(text);
});

test.each([
  [188_000_000, 'US$188mn'],
  [55_636_000, 'US$55.6mn'],
  [1_234_000, 'US$1.23mn'],
  [-1_234_000, '−US$1.23mn'],
  [40_000, 'US$40,000'],
  [0, 'US$0mn'],
])(
  'a pace of %d dollars has three significant digits, in a multiple that shows them',
  (value, text) => {
    expect(paceText(value, measureUnit('USD', 'en', '800000000'))).toBe(text);
  },
);
// seen to fail: US$655.00mn of at least US$900mn, and MAD 95mn beside a chart with 94.5
test.each([
  ['USD', '655000000', '900000000', 'US$655mn'],
  ['USD', '655250000', '900000000', 'US$655.25mn'],
  ['MAD', '94500000', '800000000', 'MAD 94.5mn'],
  ['CNY', '34996000000', '35000000000', 'CN¥34.996bn'],
])(
  'a stated value of %s has its digits and no zeros at its end: %s',
  (currency, value, edge, text) => {
    expect(statedText(value, { ...measureUnit(currency, 'en', edge), edge })).toBe(text);
  },
);
// seen to fail: 10.5 million a month was written 0.011bn and 0.11亿
test.each([
  ['en', 'MAD 10.5mn'],
  ['zh-CN', '1,050万摩洛哥迪拉姆'],
  ['ja', '1,050万モロッコ・ディルハム'],
] as const)(
  'a pace that the multiple of its target would round away has its own in %s',
  (language, text) => {
    expect(paceText(10_500_000, measureUnit('MAD', language, '4000000000'))).toBe(text);
  },
);

// seen to fail: four billion dirhams beside five millions were 400,000万
test.each([
  ['4000000000', '53000000', 'zh-CN', '40亿摩洛哥迪拉姆', '0.53亿摩洛哥迪拉姆'],
  ['4000000000', '53000000', 'ja', '40億モロッコ・ディルハム', '0.53億モロッコ・ディルハム'],
  ['900000000', '5300000', 'zh-CN', '90,000万摩洛哥迪拉姆', '530万摩洛哥迪拉姆'],
  ['4000000000', '5300000', 'en', 'MAD 4,000mn', 'MAD 5.3mn'],
] as const)('%s and %s in one unit in %s: %s, %s', (most, least, language, whole, part) => {
  const unit = groupsUnit('MAD', language, { most, groups: [least] });
  expect([fullText(most, unit), fullText(least, unit)]).toEqual([whole, part]);
});

// seen to fail: 400,000万 beside 530万
test.each([
  ['zh-CN', '亿摩洛哥迪拉姆'],
  ['ja', '億モロッコ・ディルハム'],
] as const)('in %s sums that are far apart have three decimals of the larger unit', (...texts) => {
  const [language, word] = texts;
  const unit = groupsUnit('MAD', language, { most: '4000000000', groups: ['5300000'] });
  const column = ['4000000000', '5300000'].map((value) => valueText(value, unit));
  expect([unit.word, ...column]).toEqual([word, '40.000', '0.053']);
});
