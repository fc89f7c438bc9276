import { describe, expect, it } from 'vitest';
import type { Observation } from './indicator.ts';
import { base, reported, row } from './ledger.fixture.ts';
import { ledgerRow } from './ledger.ts';
import { targets } from './overview.fixture.ts';
import { sameWords } from './terms/term.ts';

describe('annual flows', () => {
  it('show the year to date, without a verdict, until twelve months are known', () => {
    const r = row('industrial_output', { as_of: '2020-09-30' });
    expect(r).toMatchObject({ now: { value: '320000000', basis: 'year_to_date' }, verdict: 'no_verdict', pace: 'not_applicable' });
    expect(r.plan).toBeUndefined();
  });
  it('show a closed year by its own result', () => {
    expect(row('industrial_output', { as_of: '2021-01-31' }).now).toMatchObject({
      value: '620000000',
      basis: 'closed_year',
      date: '2020-12-31',
    });
  });
  it('leave January out where none is reported, and give a month its amount only between two known ones', () => {
    const points = row('industrial_output').series;
    expect(points[0]?.period).toBe('2020-04');
    expect(points.find((p) => p.period === '2021-01')).toMatchObject({ missing: 'not_applicable' });
    expect(points.find((p) => p.period === '2021-02')?.in_month).toBeUndefined();
    expect(points.find((p) => p.period === '2021-03')?.in_month).toBe('70000000');
  });
  it('miss a January only where other Januaries have a value, and a month of any other name always', () => {
    const missingOf = (values: readonly (number | null)[]) =>
      row('industrial_output', { as_of: '2022-03-31', observations: reported('industrial_output', '2020-12', values) }).series.flatMap(
        ({ period, missing }) => (missing === undefined ? [] : [`${period} ${missing}`]),
      );
    const year = [20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
    expect(missingOf([200, 10, ...year, null, 25])).toEqual(['2022-01 not_reported']);
    expect(missingOf([200, null, ...year, null, null, 25])).toEqual([
      '2021-01 not_applicable',
      '2022-01 not_applicable',
      '2022-02 not_reported',
    ]);
  });
  it('judge a year that ends in March by its own twelve months, not by those since January', () => {
    const fiscal = { deadline: '2022-03-31', value: '1000' };
    const months = [100, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 90, 180, 400];
    const values = reported('industrial_output', '2021-01', months);
    // 400 + 700 − 250 = 850 of 1,000; of 800 it is met
    expect(row('industrial_output', { as_of: '2022-04-30', observations: values }, fiscal)).toMatchObject({
      verdict: 'missed',
      now: { value: '850', basis: 'last_12_months' },
      remaining: '150',
    });
    const less = row('industrial_output', { as_of: '2022-04-30', observations: values }, { ...fiscal, value: '800' });
    expect(less).toMatchObject({ verdict: 'met', remaining: '0' });
  });
  it('are no surer than the weakest of the months that they are summed from', () => {
    const months = ['1', '2', '3'].map(
      (value, at): Observation => ({
        indicator: 'power',
        period: `2021-0${at + 1}`,
        value,
        data_status: at === 0 ? 'estimate' : 'reported',
        origin: 'own',
        revision: 1,
      }),
    );
    const power = {
      id: 'power',
      kind: 'annual_flow',
      unit: 'items',
      cumulation: 'period',
      name: sameWords(''),
      definition: sameWords(''),
    } as const;
    const [target] = targets;
    if (target === undefined) throw new Error('no target');
    const r = ledgerRow({ ...target, indicator: 'power', value: '100' }, power, { ...base, observations: months });
    expect(r.now).toMatchObject({ value: '6', data_status: 'estimate', basis: 'year_to_date' });
    expect(r.series.map(({ value, data_status }) => [value, data_status])).toEqual([
      ['1', 'estimate'],
      ['3', 'estimate'],
      ['6', 'estimate'],
    ]);
  });
  it('judge the last year by its closed result', () => {
    const r = row('industrial_output', {
      as_of: '2026-01-31',
      observations: reported('industrial_output', '2025-11', ['33000000000', '35000000001']),
    });
    expect(r).toMatchObject({ verdict: 'met', now: { basis: 'closed_year' } });
  });
});
