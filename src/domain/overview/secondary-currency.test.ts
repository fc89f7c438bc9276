import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSecondaryCurrency, convertToSecondary } from './secondary-currency.ts';
import { makeOverview } from './make-overview.ts';
import { overviewInput } from './overview.fixture.ts';

const overview = makeOverview(overviewInput);
const rate = {
  base: 'JPY',
  quote: 'CNY',
  day: '2021-04-15',
  per_units: 100,
  rate: '6',
  source: 'A bank',
} as const;
const dollar = { ...rate, base: 'USD', per_units: 1, rate: '6.5' };
const withDollars = (minor: string) => ({
  ...overview,
  strip: {
    ...overview.strip,
    groups: [
      {
        group: 'pipeline' as const,
        count: 1,
        undisclosed: 0,
        amounts: [{ minor, currency: 'USD' }],
        rows: [],
      },
    ],
  },
});
const listRates = (of: ReturnType<typeof makeSecondaryCurrency>) => {
  if ('without' in of) throw new Error(`no rate for ${of.without.join(', ')}`);
  return of;
};

test('the last rate on or before the day is used in either direction and is named', () => {
  const later = { ...rate, day: '2021-04-17', rate: '7' };
  const secondary = listRates(
    makeSecondaryCurrency(overview, 'JPY', [
      later,
      rate,
      { ...rate, day: '2021-01-01', rate: '5' },
    ]),
  );
  expect(secondary.used).toEqual([rate]);
  expect(convertToSecondary(secondary, '790000000', 'CNY')).toBe('13166666667');
  expect(convertToSecondary(secondary, '-0.57', 'CNY')).toBe('-10');
  expect(convertToSecondary(secondary, '0', 'CNY')).toBe('0');
  expect(convertToSecondary(secondary, 961_123_456.789, 'CNY')).toBe('16018724280');
  expect(convertToSecondary(secondary, '41', 'companies')).toBeUndefined();
});
test('a pair without a rate is converted through a third currency, and both rates are named', () => {
  const secondary = listRates(makeSecondaryCurrency(withDollars('500'), 'JPY', [rate, dollar]));
  expect(secondary.used).toHaveLength(2);
  expect(convertToSecondary(secondary, '5', 'USD')).toBe('542');
  expect(convertToSecondary(secondary, '90000', 'JPY')).toBe('90000');
});
test('a missing rate prevents the conversion and is named', () => {
  expect(makeSecondaryCurrency(overview, 'JPY', [])).toEqual({ without: ['CNY'] });
  expect(makeSecondaryCurrency(overview, 'JPY', [{ ...rate, day: '2021-04-17' }])).toEqual({
    without: ['CNY'],
  });
  expect(makeSecondaryCurrency(withDollars('500'), 'JPY', [rate])).toEqual({ without: ['USD'] });
});
test('an amount beyond any double keeps its last digit', () => {
  const beside = listRates(
    makeSecondaryCurrency(overview, 'JPY', [{ ...rate, per_units: 1, rate: '0.5' }]),
  );
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      (yuan) => convertToSecondary(beside, `${yuan}`, 'CNY') === `${yuan * 2n}`,
    ),
  );
});
