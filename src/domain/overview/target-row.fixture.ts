import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import { checkpoints, indicators, observations, observe, targets } from './overview.fixture.ts';
import type { TargetRow, TargetRowInput } from '#domain/targets/target-row.ts';
import type { Indicator, Observation, Target } from '#domain/zone/indicator.ts';
import { sameWords } from '#domain/values/term.ts';

/** The input of the targets table of the illustration, by the straight line. */
export const base: TargetRowInput = {
  as_of: '2021-04-16',
  path: 'straight',
  checkpoints,
  thresholds: { ahead: 105, on: 95, slightly: 80 },
  observations,
  notes: [],
  sourceTitle: sameWords,
};
/** Makes one row, with changes of the input, the target or the indicator. */
export const row = (
  id: string,
  input: Partial<TargetRowInput> = {},
  target: Partial<Target> = {},
  changes: Partial<Indicator> = {},
): TargetRow => {
  const [targetRow, indicator] = [
    targets.find((t) => t.indicator === id),
    indicators.find((i) => i.id === id),
  ];
  if (targetRow === undefined || indicator === undefined) throw new Error(id);
  return makeTargetRow(
    { ...targetRow, ...target },
    { ...indicator, ...changes },
    { ...base, ...input },
  );
};
/** Makes reported monthly values of an indicator; null is a missing month. */
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
