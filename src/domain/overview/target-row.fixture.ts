import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import { checkpoints, indicators, observations, observe, targets } from './overview.fixture.ts';
import type { TargetRow, TargetRowInput } from '#domain/targets/target-row.ts';
import type { Observation, Target } from '#domain/zone/indicator.ts';
import { sameWords } from '#domain/values/term.ts';

/** What the ledger of the illustration is made from, by the straight line. */
export const base: TargetRowInput = {
  as_of: '2021-04-16',
  path: 'straight',
  checkpoints,
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  observations,
  notes: [],
  sourceTitle: sameWords,
};
/** One row of it, with other input or another target. */
export const row = (
  id: string,
  input: Partial<TargetRowInput> = {},
  target: Partial<Target> = {},
): TargetRow => {
  const [found, indicator] = [
    targets.find((t) => t.indicator === id),
    indicators.find((i) => i.id === id),
  ];
  if (found === undefined || indicator === undefined) throw new Error(id);
  return makeTargetRow({ ...found, ...target }, indicator, { ...base, ...input });
};
/** Reported values of an indicator, month by month; null is a month that was not reported. */
export const reported = (
  indicator: string,
  from: string,
  values: readonly (string | number | null)[],
): Observation[] =>
  observe(
    indicator,
    from,
    values.map((v) => (v === null ? null : String(v))),
    'reported',
  );
