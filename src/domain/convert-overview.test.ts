import { expect, test } from 'vitest';
import { convertOverview } from './convert-overview.ts';
import { makeOverview } from './make-overview.ts';
import { overviewInput } from './overview.fixture.ts';

const overview = makeOverview(overviewInput);
const rate = { base: 'JPY', quote: 'CNY', day: '2021-04-15', per_units: 100, rate: '6', source: 'A bank' } as const;
const row = (of: typeof overview, unit: string) => of.targets.find((one) => one.unit === unit);

test('amounts of the zone’s currency stand in yen by the last rate on or before the day, which is named', () => {
  const later = { ...rate, day: '2021-04-17', rate: '7' };
  const yen = convertOverview(overview, 'JPY', [later, rate, { ...rate, day: '2021-01-01', rate: '5' }]);
  expect(yen?.converted).toEqual({ currency: 'JPY', used: [rate] });
  expect(yen?.zone.base_currency).toBe('JPY');
  const [before, after] = [row(overview, 'CNY'), yen === undefined ? undefined : row(yen, 'JPY')];
  expect(Number(after?.target)).toBeCloseTo((Number(before?.target) * 100) / 6, 0);
  expect(Number(after?.now?.value)).toBeCloseTo((Number(before?.now?.value) * 100) / 6, 0);
  expect(after?.plan?.value).toBeCloseTo(((before?.plan?.value ?? 0) * 100) / 6, 3);
  expect(after).toMatchObject({ attainment: before?.attainment, completion: before?.completion, verdict: before?.verdict });
  expect(row(yen ?? overview, 'companies')).toEqual(row(overview, 'companies'));
});
test('a project in yuan stands in yen, one in a currency without a rate stays in its own', () => {
  const dots = [
    { code: 'A', name: 'A', money: { minor: '60000', currency: 'CNY' } },
    { code: 'B', name: 'B', money: { minor: '500', currency: 'USD' } },
    { code: 'C', name: 'C' },
  ];
  const amounts = [
    { minor: '60000', currency: 'CNY' },
    { minor: '500', currency: 'USD' },
  ];
  const strip = {
    ...overview.strip,
    groups: [
      {
        group: 'pipeline' as const,
        count: 3,
        undisclosed: 1,
        amounts,
        rows: [{ stage: 'lead' as const, count: 3, undisclosed: 1, amounts, dots }],
      },
    ],
  };
  const yen = convertOverview({ ...overview, strip }, 'JPY', [rate]);
  const [group] = yen?.strip.groups ?? [];
  expect(group?.amounts).toEqual([
    { minor: '10000', currency: 'JPY' },
    { minor: '500', currency: 'USD' },
  ]);
  expect(group?.rows[0]?.dots.map(({ money }) => money)).toEqual([
    { minor: '10000', currency: 'JPY' },
    { minor: '500', currency: 'USD' },
    undefined,
  ]);
});
test('nothing is converted where no rate says how', () => {
  expect(convertOverview(overview, 'JPY', [])).toBeUndefined();
  expect(convertOverview(overview, 'JPY', [{ ...rate, day: '2021-04-17' }])).toBeUndefined();
});
