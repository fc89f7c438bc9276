import { describe, expect, it } from 'vitest';
import type { Indicator, Observation, Target } from '#domain/zone/indicator.ts';
import { words } from '#domain/values/term.ts';
import { makePlanOn } from './forecasting/straight-plan.ts';
import { makeTargetRow } from './make-target-row.ts';
import { makeHistory } from './series.ts';

const as_of = '2026-06-30';
const jobs: Indicator = {
  id: 'jobs',
  kind: 'stock',
  unit: 'jobs',
  name: words('就业', '雇用', 'Jobs'),
  definition: words('', '', ''),
};
const target: Target = {
  id: 'jobs',
  indicator: 'jobs',
  comparator: '>=',
  value: '2000',
  baseline: '1000',
  baseline_date: '2024-12-31',
  deadline: '2026-12-31',
  source: 'plan',
  source_date: '2024-12-31',
  data_status: 'reported',
};
const observe = (values: Record<string, string>): Observation[] =>
  Object.entries(values).map(([period, value]) => ({
    indicator: 'jobs',
    period,
    value,
    data_status: 'reported',
    origin: 'own',
    revision: 1,
  }));
const makeRow = (values: Record<string, string>) =>
  makeTargetRow(target, jobs, {
    as_of,
    path: 'straight',
    checkpoints: [],
    thresholds: { ahead: 105, on: 95, slightly: 80 },
    observations: observe(values),
    notes: [],
    sourceTitle: (id) => words(id, id, id),
  });

describe('a target with an entered baseline', () => {
  // seen to fail: the plan began at 1,000 on 31 January 2026, the day of the first value
  it('starts its plan at the day of the baseline, however late the first value is', () => {
    const row = makeRow({ '2026-01': '1400', '2026-06': '1700' });
    expect(row.baseline).toEqual({ value: '1000', date: '2024-12-31', kind: 'entered' });
    // 546 of the 730 days from the baseline to the deadline
    expect(row.elapsed).toBeCloseTo(546 / 730, 10);
    expect(row.plan?.value).toBeCloseTo(1000 + (1000 * 546) / 730, 10);
  });
  // seen to fail: the only value was the start of its own plan, and had no verdict
  it('judges its first value', () => {
    const row = makeRow({ '2026-06': '1700' });
    expect(row.attainment).toBeCloseTo(1700 / (1000 + (1000 * 546) / 730), 10);
    expect(row.verdict).toBe('on_plan');
  });
  it('has the same plan in the record of forecasts, with values and without', () => {
    for (const values of [{ '2026-01': '1400' }, {}]) {
      const { levels } = makeHistory(jobs, observe(values), as_of, target.baseline_date);
      const plan = makePlanOn(jobs, [target], levels);
      expect(plan?.on('2025-12-31')).toBe(1500);
      expect(plan?.on('2024-12-31')).toBeUndefined();
    }
  });
});
