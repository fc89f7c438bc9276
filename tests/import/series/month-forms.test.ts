import { describe, expect, it, test } from 'vitest';
import { makeIndicator } from '#domain/zone/indicator.fixture.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { parseMonth } from '#server/imports/values/period.ts';
import { freshStore, planOf } from '../import-context.ts';

const zone: KnownRegister = {
  ...freshStore,
  has_own: true,
  indicators: [
    makeIndicator('jobs', 'stock', 'jobs'),
    makeIndicator('firms', 'stock', 'companies'),
  ],
};
const read = (...lines: string[]) => planOf(lines.join('\n'), 's.csv', {}, zone);

// seen to fail: a file of months written as Jan-26 was read as a register without names
test.each([
  ['Jan-26', '2026-01'],
  ["Sep '26", '2026-09'],
  ['янв.26', '2026-01'],
  ['ene-26', '2026-01'],
  ['2026M01', '2026-01'],
  ['2026-M1', '2026-01'],
  ['26年1月', '2026-01'],
  ['2026. szeptember', '2026-09'],
  ['2026. szept.', '2026-09'],
  ['2026 m. rugsėjis', '2026-09'],
  ['2026. gada septembris', '2026-09'],
  ['2026 September', '2026-09'],
])('%s is a month', (cell, month) => {
  expect(parseMonth(cell)).toBe(month);
});

test.each(['Jan-07', 'Phase 26', '26-01', 'M13 2026', '2026M13', '202601', 'Meta'])(
  '%s is no month',
  (cell) => {
    expect(parseMonth(cell)).toBeUndefined();
  },
);

describe('a file of months', () => {
  it('is read with short years in rows and in columns', async () => {
    for (const file of [
      ['Month,jobs,firms', 'Jan-26,100,7', 'Feb-26,110,8'],
      ['Indicator,Jan-26,Feb-26', 'jobs,100,110', 'firms,7,8'],
    ]) {
      const { preview, observations } = await read(...file);
      expect(preview.kind).toBe('observations');
      expect(observations.map((o) => `${o.indicator} ${o.period} ${o.value}`).toSorted()).toEqual([
        'firms 2026-01 7',
        'firms 2026-02 8',
        'jobs 2026-01 100',
        'jobs 2026-02 110',
      ]);
    }
  });

  // seen to fail: two months and their total were read as a register
  it('counts its total as a total, not as a month that cannot be read', async () => {
    const { preview, observations } = await read(
      'Month,jobs,firms',
      'January 2026,100,7',
      'February 2026,110,8',
      'Total,210,15',
    );
    expect([preview.kind, observations.length]).toEqual(['observations', 4]);
    expect(preview.problems).toEqual([]);
    expect(preview.rows).toMatchObject({
      total: 2,
      rejected: 0,
      unused: [{ reason: 'total', count: 1, rows: [4] }],
    });
  });

  it('says that its months are columns', async () => {
    const { preview } = await read('Indicator,2026-01,2026-02', 'jobs,100,110', 'firms,7,8');
    expect(preview.problems.map(({ kind }) => kind)).toEqual(['series_turned']);
  });
});
