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
const known = (of: ReturnType<typeof makeSecondaryCurrency>) => {
  if ('without' in of) throw new Error(`no rate for ${of.without.join(', ')}`);
  return of;
};

test('the last rate on or before the day is taken, whichever way round it is quoted, and is named', () => {
  const later = { ...rate, day: '2021-04-17', rate: '7' };
  const beside = known(
    makeSecondaryCurrency(overview, 'JPY', [
      later,
      rate,
      { ...rate, day: '2021-01-01', rate: '5' },
    ]),
  );
  expect(beside.used).toEqual([rate]);
  expect(convertToSecondary(beside, '790000000', 'CNY')).toBe('13166666667');
  expect(convertToSecondary(beside, '-0.57', 'CNY')).toBe('-10');
  expect(convertToSecondary(beside, '0', 'CNY')).toBe('0');
  expect(convertToSecondary(beside, 961_123_456.789, 'CNY')).toBe('16018724280');
  expect(convertToSecondary(beside, '41', 'companies')).toBeUndefined();
});
test('another currency goes through one that has a rate with both, and both rates are named', () => {
  const beside = known(makeSecondaryCurrency(withDollars('500'), 'JPY', [rate, dollar]));
  expect(beside.used).toHaveLength(2);
  expect(convertToSecondary(beside, '5', 'USD')).toBe('542');
  expect(convertToSecondary(beside, '90000', 'JPY')).toBe('90000');
});
test('where one rate is missing nothing is converted, and what is missing is said', () => {
  expect(makeSecondaryCurrency(overview, 'JPY', [])).toEqual({ without: ['CNY'] });
  expect(makeSecondaryCurrency(overview, 'JPY', [{ ...rate, day: '2021-04-17' }])).toEqual({
    without: ['CNY'],
  });
  expect(makeSecondaryCurrency(withDollars('500'), 'JPY', [rate])).toEqual({ without: ['USD'] });
});
test('amounts beyond any float keep their last digit', () => {
  const beside = known(
    makeSecondaryCurrency(overview, 'JPY', [{ ...rate, per_units: 1, rate: '0.5' }]),
  );
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      (yuan) => convertToSecondary(beside, `${yuan}`, 'CNY') === `${yuan * 2n}`,
    ),
  );
});
