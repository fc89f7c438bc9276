import type { BlockValue, ValueBlock } from '#contract/targets/schemas.ts';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { findDoubt, findValueFault } from '#domain/targets/value-doubts.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { compact } from '#domain/values/compact.ts';
import { problem } from '#server/core/problem.ts';
import { describeDoubt } from '#server/targets/check-value.ts';

/** Finds an indicator of the zone by its id. */
export const findIndicator = ({ indicators }: ZoneProfile, id: string) =>
  indicators.find((indicator) => indicator.id === id);

/**
 * Returns the values of a cell's indicator by month, as if all other cells of the block were
 * stored.
 */
function otherValues(
  { indicator, period }: BlockValue,
  values: readonly BlockValue[],
  storedValues: readonly Observation[],
): Observation[] {
  const others = values.filter((v) => v.indicator === indicator && v.period !== period);
  const observations = others.flatMap(({ value, ...v }): Observation[] =>
    value === null
      ? []
      : [
          {
            indicator,
            period: v.period,
            value,
            data_status: 'reported',
            origin: 'own',
            revision: 0,
          },
        ],
  );
  return [
    ...storedValues.filter(
      (o) => o.indicator === indicator && !others.some((v) => v.period === o.period),
    ),
    ...observations,
  ].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Finds the faults of a block, and its doubtful values without confirmation. */
export function checkBlock(
  profile: ZoneProfile,
  { values }: ValueBlock,
  storedValues: readonly Observation[],
  newest: string,
) {
  const faults: ProblemDetail[] = [];
  const doubts: ProblemDetail[] = [];
  for (const [at, cell] of values.entries()) {
    const indicator = findIndicator(profile, cell.indicator);
    const place = {
      path: `values.${at}`,
      ...compact({ value: cell.value === null ? undefined : cell.value }),
    };
    if (indicator === undefined)
      faults.push({ ...place, message: `there is no indicator ${cell.indicator}` });
    else if (cell.period > newest)
      faults.push({ ...place, message: `${cell.period} has not begun` });
    else if (cell.value !== null) {
      const fault = findValueFault(indicator, cell.value);
      if (fault !== undefined) faults.push({ ...place, message: fault });
      if (cell.confirm === true) continue;
      const otherStored = otherValues(cell, values, storedValues);
      const doubt = findDoubt(indicator, cell.period, cell.value, otherStored);
      if (doubt !== undefined) doubts.push({ ...place, message: describeDoubt(doubt) });
    }
  }
  return { faults, doubts };
}

/** Rejects a block with faults or doubts, of which nothing is stored. @throws HttpProblem */
export function rejectBlock({ faults, doubts }: ReturnType<typeof checkBlock>): void {
  if (faults.length > 0)
    throw problem(
      'bad_request',
      'Nothing was stored. Correct the listed values and send all again.',
      { status: 422, errors: faults },
    );
  if (doubts.length > 0)
    throw problem(
      'jump_needs_confirmation',
      'Nothing was stored. Check the unit, or send these values again with confirm: true.',
      { errors: doubts },
    );
}

/** Finds the stored value of an indicator in a month. */
export const findStored = (
  storedValues: readonly Observation[],
  indicator: string,
  period: string,
) => storedValues.find((one) => one.indicator === indicator && one.period === period);

/**
 * Rejects a block if another person has changed one of its values since the sender saw it.
 * @throws HttpProblem `conflict` with the current values
 */
export function rejectUnseen(
  values: readonly BlockValue[],
  storedValues: readonly Observation[],
): void {
  const changes = values.flatMap(({ indicator, period, seen: base }, at) => {
    const now = findStored(storedValues, indicator, period);
    return base === undefined || base === (now?.revision ?? 0)
      ? []
      : [{ at, indicator, period, now }];
  });
  if (changes.length === 0) return;
  throw problem(
    'conflict',
    'Another person changed these values meanwhile: nothing was stored. Compare yours with theirs and send again.',
    {
      errors: changes.map(({ at, now }) => ({
        path: `values.${at}`,
        ...compact({ value: now?.value }),
        message: 'was changed meanwhile',
      })),
      current: changes.flatMap(({ now }) => now ?? []),
    },
  );
}
