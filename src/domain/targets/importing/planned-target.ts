import { zoneFaultRules } from '#domain/zone/faults/fault.ts';
import { type Target, targetKey } from '#domain/zone/indicator.ts';

/** The faults of a row of a file of targets. */
export const targetRowFaults = [
  'unknown_indicator',
  'no_period',
  'unknown_period',
  'no_value',
  'not_a_number',
  'unsure_number',
  'no_unit',
  'other_unit',
  'not_whole',
  'negative',
  'too_fine',
  'too_long',
  'wrong_comparator',
  'wrong_day',
  'twice',
  'in_words',
] as const;
export type TargetRowFault = (typeof targetRowFaults)[number];
/** The faults of a row, and the faults that show only with all targets of the zone. */
export const plannedFaults = [...new Set([...targetRowFaults, ...zoneFaultRules])];

export const plannedOutcomes = ['new', 'changed', 'same', 'wrong'] as const;

/**
 * Merges targets into those of a zone: each in the place of its former version, new ones at the
 * end.
 */
export function mergeTargets(
  storedTargets: readonly Target[],
  additions: readonly Target[],
): Target[] {
  const byKey = new Map(additions.map((target) => [targetKey(target), target]));
  return [
    ...storedTargets.map((target) => byKey.get(targetKey(target)) ?? target),
    ...additions.filter(
      (target) => !storedTargets.some((one) => targetKey(one) === targetKey(target)),
    ),
  ];
}
