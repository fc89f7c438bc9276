import { expect, test } from 'vitest';
import { rateLines, readRate } from './rate-lines.ts';

const today = '2021-05-10';
const yen = {
  day: '2021-03-31',
  base: 'JPY',
  per_units: '100',
  quote: 'CNY',
  rate: '5.9',
  source: 'CFETS',
};

test('reads a rate with full-width digits and lower-case codes', () => {
  expect(readRate({ ...yen, base: ' jpy', rate: '５.９', per_units: '１００' }, today)).toEqual({
    rate: { ...yen, per_units: 100 },
  });
});

test('names the field of an invalid rate', () => {
  const fault = (more: Partial<typeof yen>) => readRate({ ...yen, ...more }, today);
  expect(fault({ day: '2021-05-11' })).toEqual({ faults: ['day'] });
  expect(fault({ day: '2021-02-29' })).toEqual({ faults: ['day'] });
  expect(fault({ base: 'YEN?' })).toEqual({ faults: ['base'] });
  expect(fault({ quote: 'JPY' })).toEqual({ faults: ['quote'] });
  expect(fault({ per_units: '7' })).toEqual({ faults: ['per_units'] });
  for (const rate of ['0', '0.00', '', '5,9', '1e3', '-5'])
    expect(fault({ rate })).toEqual({ faults: ['rate'] });
  expect(fault({ source: ' ' })).toEqual({ faults: ['source'] });
  expect(fault({ source: '', day: '', rate: 'x' })).toEqual({ faults: ['day', 'rate', 'source'] });
});

test('reads a pasted block row by row, names wrong rows and skips blank ones', () => {
  const lines = rateLines(
    '2021-03-31\tJPY\t100\t5.9\tCFETS\r\n\n2021-03-31\tUSD\t1\t6,5\tCFETS\n',
    'CNY',
    today,
  );
  expect(lines).toEqual([{ rate: { ...yen, per_units: 100 } }, { fault: 'rate', row: 3 }]);
});
