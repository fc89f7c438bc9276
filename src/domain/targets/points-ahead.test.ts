import { expect, it } from 'vitest';
import { planPoints, pointsAhead } from './points-ahead.ts';
import type { TargetRow } from './target-row.ts';

const row = (baseline: string, comparator: TargetRow['comparator']) =>
  ({
    now: { value: '57481' },
    target: '62000',
    plan: { value: 59994.52 },
    baseline: { value: baseline },
    comparator,
  }) as TargetRow;

// seen to fail: the workbook had −4.1 points where the file of the chart had none
it('files have the points of every plan, pages those of a plan from 0', () => {
  const points = { points: -4.06, reached: '92.71', planned: '96.77' };
  expect(planPoints(row('38000', '>='))).toEqual(points);
  expect(pointsAhead(row('38000', '>='))).toBeUndefined();
  expect(pointsAhead(row('0', '>='))).toBe(-4.06);
  expect(planPoints(row('90000', '<='))).toEqual({ ...points, points: 4.06 });
});
