import { expect, test } from 'vitest';
import type { Target } from '#domain/zone/indicator.ts';
import { findTargetQuestion } from './target-questions.ts';

const indicator = { id: 'fai', kind: 'annual_flow' } as const;
const annual = (year: number, value: string): Target => ({
  id: `fai-${year}`,
  indicator: 'fai',
  period: { kind: 'year', year },
  comparator: '>=',
  value,
  deadline: `${year}-12-31`,
  baseline_date: `${year - 1}-12-31`,
  source: 'plan',
  source_date: '2026-02-14',
  data_status: 'reported',
});
const { period: _, ...rest } = annual(2030, '52');
const final: Target = { ...rest, id: 'fai', covers: 'sum_of_years' };
const ask = (target: Target, targets: readonly Target[] = [], latest?: string, former?: Target) =>
  findTargetQuestion({
    target,
    storedTarget: former,
    indicator,
    targets,
    knownTotal: latest,
    today: '2026-11-15',
  });

test('asks about a target that is ten times that of another year and proposes a tenth', () => {
  expect(ask(annual(2026, '98'), [annual(2027, '10.2')])).toEqual({
    kind: 'ten_times',
    like: '10.2',
    repair: '9.8',
  });
  expect(ask(annual(2026, '0.98'), [], '9.7')).toMatchObject({ repair: '9.8' });
  expect(ask(annual(2026, '98'), [], undefined, annual(2026, '9.2'))).toMatchObject({
    repair: '9.8',
  });
  expect(ask(annual(2026, '12'), [annual(2027, '10.2')], '1')).toBeUndefined();
});
test('asks about an annual target above the final target', () => {
  expect(ask(annual(2026, '53'), [final])).toEqual({
    kind: 'above_final',
    final: '52',
    repair: '52',
  });
  expect(ask({ ...annual(2026, '53'), comparator: '<=' }, [final])).toBeUndefined();
});
test('asks about a final target whose day has passed', () => {
  expect(ask({ ...final, deadline: '2025-12-31' })).toEqual({
    kind: 'past_final',
    deadline: '2030-12-31',
  });
  expect(ask(final)).toBeUndefined();
});
test('asks about nothing that is stored already', () => {
  const past = { ...final, deadline: '2025-12-31' };
  expect(ask(past, [], undefined, past)).toBeUndefined();
  const high = annual(2026, '53');
  expect(ask({ ...high, owner: 'Chen Yu' }, [final], undefined, high)).toBeUndefined();
});
