import { describe, expect, it } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { observe, overviewInput, profile } from '#domain/overview/overview.fixture.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorTable } from './indicator-table.ts';

function cells(
  zone: ZoneProfile,
  observations: readonly Observation[],
  indicator: string,
  as_of = '2021-04-16',
) {
  const overview = makeOverview({ ...overviewInput, profile: zone, observations, as_of });
  const { columns, rows } = indicatorTable(overview, zone, observations, 'en');
  const at = (id: string): number => columns.findIndex((column) => column.id === id);
  const row = rows[overview.targets.findIndex((target) => target.indicator === indicator)] ?? [];
  return Object.fromEntries(
    [
      'this_month',
      'cumulative',
      'year_on_year',
      'completed_value',
      'basis',
      'value_date',
      'ahead',
    ].map((id) => [id, row[at(id)] ?? null]),
  );
}
const monthly: ZoneProfile = {
  ...profile,
  indicators: profile.indicators.map((one) =>
    one.id === 'industrial_output' ? { ...one, cumulation: 'period' } : one,
  ),
};

describe('the table of indicators in the workbook', () => {
  it('gives a year to date its month alone as the figure does: March, and of February nothing where January is in it', () => {
    const values = [...observe('industrial_output', '2020-12', ['620', null, '100', '170'])];
    expect(cells(profile, values, 'industrial_output')).toMatchObject({
      this_month: '70',
      cumulative: '170',
    });
    const february = values.filter(({ period }) => period < '2021-03');
    expect(cells(profile, february, 'industrial_output', '2021-02-28')).toMatchObject({
      this_month: null,
      cumulative: '100',
    });
  });

  it('never gives a value of an earlier month as that of this month, and says of when it is', () => {
    const values = observe('companies', '2020-08', ['30', '34']);
    expect(cells(profile, values, 'companies', '2020-12-31')).toMatchObject({
      this_month: null,
      cumulative: null,
      year_on_year: null,
      completed_value: '34',
      basis: expect.stringMatching(/30 September 2020/),
      value_date: '2020-09-30',
    });
  });

  it('sums what is reported month by month, and never takes one month from another', () => {
    const year = (from: string, values: readonly string[]) =>
      observe('industrial_output', from, values);
    const values = [...year('2020-01', ['10', '10', '20']), ...year('2021-01', ['30', '5', '25'])];
    // 30 + 5 + 25 = 60 to date, half more again than the 40 of the year before
    expect(cells(monthly, values, 'industrial_output')).toMatchObject({
      this_month: '25',
      cumulative: '60',
      year_on_year: '0.5',
    });
    expect(cells(monthly, values, 'industrial_output')['completed_value']).toBe('60');
  });

  it('has no growth over a base of nothing, and none over a missing one', () => {
    const values = observe('companies', '2020-03', [
      '0',
      ...Array.from({ length: 11 }, () => '1'),
      '5',
    ]);
    expect(cells(profile, values, 'companies')).toMatchObject({
      year_on_year: null,
      this_month: '4',
    });
  });

  it('counts in points of the target how far ahead it is, also where less is better', () => {
    const falling = observe('companies', '2020-04', [
      '100',
      ...Array.from({ length: 11 }, () => '60'),
    ]);
    const target = { comparator: '<=', value: '50' } as const;
    const zone = {
      ...profile,
      plan_path: 'straight' as const,
      targets: profile.targets.map((t) => (t.indicator === 'companies' ? { ...t, ...target } : t)),
    };
    // planned 100 − 50 × 335 ÷ 2071 = 91.91, now 60: 31.91 of 50
    expect(Number(cells(zone, falling, 'companies')['ahead'])).toBeCloseTo(63.82, 1);
  });
});
