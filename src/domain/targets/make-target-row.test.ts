import { describe, expect, it } from 'vitest';

import { reported, row } from '#domain/overview/target-row.fixture.ts';

import type { TargetRow } from './target-row.ts';

const range = ({ forecast }: TargetRow) => {
  if (forecast.kind !== 'range') throw new Error(forecast.reason);
  return forecast;
};

describe('the illustration by the straight line (domain reference 5.4)', () => {
  it('gives companies 20.5 % done of 16.2 % elapsed, expected 44.1, gap −3.1, A 0.93, slightly behind', () => {
    const r = row('companies');
    expect(r.completion).toBeCloseTo(0.205, 6);
    expect(r.elapsed).toBeCloseTo(0.162, 3);
    expect(r.plan?.value).toBeCloseTo(44.1, 1);
    expect(r.gap).toBeCloseTo(-3.1, 1);
    expect(r.attainment).toBeCloseTo(0.93, 2);
    expect(r.verdict).toBe('slightly_behind');
    expect(r.now?.date).toBe('2021-03-31');
    expect(r.baseline).toEqual({ value: '14', date: '2020-04-30', kind: 'first_value' });
  });
  it('gives companies 160 remaining, 2.81 a month required, 2.5 current, acceleration 1.12', () => {
    const r = row('companies');
    expect(r.remaining).toBe('160');
    expect(r.required_per_month).toBeCloseTo(160 / 57, 10);
    expect(r.current_per_month).toBeCloseTo(2.5, 10);
    expect(r.acceleration).toBeCloseTo(1.12, 2);
  });
  it('forecasts 183.5 companies, from 126 to 241, by December 2025, beyond twice the history', () => {
    const f = range(row('companies'));
    expect([f.p50, f.p10, f.p90]).toEqual([
      183.5,
      expect.closeTo(126.491203, 5),
      expect.closeTo(240.508797, 5),
    ]);
    expect([f.p25, f.p75]).toEqual([expect.closeTo(163.249398, 5), expect.closeTo(203.750602, 5)]);
    expect(f).toMatchObject({ at: '2025-12-31', months: 57, pace: 2.5, further: true });
  });
  it('forecasts 4,824 jobs, from 3,562 to 6,085', () => {
    const f = range(row('jobs'));
    expect([f.p10, f.p50, f.p90]).toEqual([
      expect.closeTo(3562.016, 3),
      expect.closeTo(4823.571, 3),
      expect.closeTo(6085.127, 3),
    ]);
  });
  it('gives jobs 2.9 % done, 596 a month required, 66.9 current, acceleration 8.9', () => {
    const r = row('jobs');
    expect(r.completion).toBeCloseTo(0.029, 3);
    expect(r.required_per_month).toBeCloseTo(596, 0);
    expect(r.current_per_month).toBeCloseTo(66.9, 1);
    expect(r.acceleration).toBeCloseTo(8.9, 1);
  });
  it('gives output 7.9 亿元 over twelve months against 56.6 expected, A 0.14, and no forecast yet', () => {
    const r = row('industrial_output');
    expect(r.now).toMatchObject({
      value: '790000000',
      basis: 'last_12_months',
      parts: ['170000000', '620000000', '0'],
    });
    expect((r.plan?.value ?? 0) / 1e8).toBeCloseTo(56.6, 1);
    expect(r.attainment).toBeCloseTo(0.14, 2);
    expect(r.forecast).toEqual({ kind: 'refused', reason: 'too_few_years' });
  });
});

describe('the illustration by checkpoints (brief, 7)', () => {
  it('plans 2.75 % of the target, 19.1 firms, 1,272 jobs and 9.6 亿元', () => {
    const [firms, jobs, output] = ['companies', 'jobs', 'industrial_output'].map((id) =>
      row(id, { path: 'checkpoints' }),
    );
    expect(firms?.plan?.share).toBeCloseTo(0.0275, 4);
    expect(firms?.plan?.value).toBeCloseTo(19.1, 1);
    expect(jobs?.plan?.value).toBeCloseTo(1272, 0);
    expect((output?.plan?.value ?? 0) / 1e8).toBeCloseTo(9.6, 1);
    expect([firms?.verdict, jobs?.verdict, output?.verdict]).toEqual([
      'ahead',
      'behind',
      'slightly_behind',
    ]);
  });
  it('a verdict on reported values by illustrative checkpoints is illustrative', () => {
    const own = {
      observations: reported('companies', '2020-04', [14, 15, 17, 19, 21]),
      as_of: '2020-08-31',
    };
    expect(row('companies', { ...own, path: 'checkpoints' }).verdict_status).toBe('illustrative');
    expect(row('companies', { ...own, path: 'straight' }).verdict_status).toBe('reported');
  });
});
