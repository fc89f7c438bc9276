import { describe, expect, it } from 'vitest';
import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import type { TargetRowInput } from '#domain/targets/target-row.ts';
import type { Indicator, Observation, Target } from '#domain/zone/indicator.ts';
import { makePlanPreview, readPlanOn } from './plan-preview.ts';

const noWords = { 'zh-CN': '', ja: '', en: '' };
const jobs: Indicator = {
  id: 'jobs',
  kind: 'stock',
  unit: 'jobs',
  name: noWords,
  definition: noWords,
};
const target: Target = {
  indicator: 'jobs',
  comparator: '>=',
  value: '9000',
  deadline: '2026-12-31',
  baseline_date: '2025-12-31',
  source: 'plan',
  source_date: '2026-02-01',
  data_status: 'reported',
};
const observations: Observation[] = ['7120', '7188', '7240'].map((value, at) => ({
  indicator: 'jobs',
  period: `2026-0${at + 1}`,
  value,
  data_status: 'reported',
  origin: 'own',
  revision: 1,
}));
const zone = {
  path: 'checkpoints',
  checkpoints: [{ date: '2026-06-30', share: 0.2, data_status: 'reported' }],
} as const;

describe('the plan of a target on a day', () => {
  const input: TargetRowInput = {
    as_of: '2026-03-31',
    ...zone,
    observations,
    notes: [],
    thresholds: { ahead: 105, on: 95, slightly: 80 },
    sourceTitle: () => noWords,
  };
  const row = makeTargetRow(target, jobs, input);
  const read = (day: string, of = row) =>
    readPlanOn({ target, indicator: jobs, row: of, observations, zone }, day);

  // seen to fail: the preview of the rules began at 0 jobs, the targets table at the first value
  it('is the plan to date of its row, from the baseline of the row', () => {
    expect(row.plan?.value).toBeGreaterThan(7120);
    expect(read('2026-03-31')).toBe(row.plan?.value);
    expect(read('2026-01-31')).toBe(7120);
    expect(read('2026-12-31')).toBe(9000);
  });

  // seen to fail: the chart of a target joined May to July across a June without a report
  it('has no line across a month that was not reported', () => {
    const withGap = [
      ...observations,
      { ...observations[2], indicator: 'jobs', period: '2026-05', value: '7300' },
    ] as Observation[];
    const later = { ...input, as_of: '2026-05-31', observations: withGap };
    const preview = makePlanPreview({
      target,
      indicator: jobs,
      observations: withGap,
      zone,
      row: makeTargetRow(target, jobs, later),
    });
    expect(preview.values.map(({ date, after_gap }) => [date.slice(5, 7), after_gap])).toEqual([
      ['01', undefined],
      ['02', undefined],
      ['03', undefined],
      ['05', true],
    ]);
  });

  it('is not known before the baseline, after the deadline and without a value', () => {
    expect(read('2025-12-31')).toBeUndefined();
    expect(read('2027-12-31')).toBeUndefined();
    const unreported = makeTargetRow(target, jobs, { ...input, observations: [] });
    expect(read('2026-06-30', unreported)).toBeUndefined();
  });
});
