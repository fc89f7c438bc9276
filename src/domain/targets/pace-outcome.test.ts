import { describe, expect, it } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { Comparator } from '#domain/zone/indicator.ts';
import { findPaceOutcome } from './pace-outcome.ts';

const forecast = (p50: number, pace = 2.5) => ({
  kind: 'range' as const,
  at: '2025-12-31',
  p10: p50,
  p25: p50,
  p50,
  p75: p50,
  p90: p50,
  months: 57,
  from: 41,
  pace,
  further: false,
});
const outcome = (p50: number, comparator: Comparator = '>', unit = 'companies', pace?: number) =>
  findPaceOutcome({ forecast: forecast(p50, pace), target: '200', comparator, unit, series: [] });

describe('the outcome of the pace', () => {
  it('183.5 companies count as 184 and are 17 short of more than 200', () => {
    expect(findPaceOutcome(row('companies'))).toEqual({ kind: 'short', by: '17', away: false });
    expect(outcome(184)).toEqual({ kind: 'short', by: '17', away: false });
  });
  it('201 meets more than 200, and 200 meets at least 200', () => {
    expect([200, 200.4, 200.5, 201].map((p50) => outcome(p50)?.kind)).toEqual([
      'short',
      'short',
      'met',
      'met',
    ]);
    expect([outcome(200)?.kind, outcome(200, '>=')?.kind]).toEqual(['short', 'met']);
  });
  // seen to fail: 184 households were 16.5 short of more than 200
  it('a unit that the zone named itself counts where its values are whole', () => {
    expect(outcome(183.5, '>', 'households')).toMatchObject({ kind: 'short', by: '17' });
    const area = { ...row('companies'), unit: 'mu', target: '200.5' };
    expect(findPaceOutcome(area)).toMatchObject({ kind: 'short', by: '17' });
    expect(outcome(183.5, '>', 'km2')).toMatchObject({ kind: 'short', by: '16.5' });
  });
  it('money is not rounded', () =>
    expect(outcome(199.25, '>=', 'CNY')).toEqual({ kind: 'short', by: '0.75', away: false }));
  it('a value above an upper limit is over the target', () => {
    expect(outcome(242, '<=', 'companies', -1)).toEqual({ kind: 'over', by: '42', away: false });
    expect(outcome(200, '<', 'companies', -1)).toEqual({ kind: 'over', by: '1', away: false });
    expect(outcome(180, '<', 'companies', -1)).toEqual({ kind: 'met' });
  });
  it('a falling or constant pace moves away from the target', () => {
    expect([outcome(150, '>', 'companies', -1), outcome(150, '>', 'companies', 0)]).toMatchObject([
      { away: true },
      { away: true },
    ]);
    expect(outcome(242, '<=', 'companies', 1)).toMatchObject({ kind: 'over', away: true });
  });
  it('a refused forecast has no outcome', () =>
    expect(findPaceOutcome(row('industrial_output'))).toBeUndefined());
});
