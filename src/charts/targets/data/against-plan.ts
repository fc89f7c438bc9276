import { compact } from '#domain/values/compact.ts';
import { differenceUnit, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { AgainstPlan } from '#domain/labels/targets/against-plan.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { computedDigits, displayGap } from '#charts/kit/text/units.ts';
import { rowUnit } from './row-unit.ts';

/**
 * Writes the value and the plan of a row side by side: in the unit of the target, with decimals
 * that subtract to the gap.
 */
export function againstPlan({ now, plan, ...row }: TargetRow, language: Language): AgainstPlan {
  const unit = rowUnit({ ...row, ...compact({ now }) }, language);
  const writeValue = (value: string | number, digits?: number, withSign = false): string =>
    formatValue(value, withSign ? differenceUnit(row.unit) : row.unit, language, {
      like: unit.like,
      signed: withSign,
      ...compact({ digits }),
    }).text;
  if (now === undefined)
    return plan === undefined
      ? {}
      : { plan: writeValue(plan.value, computedDigits(plan.value, unit)) };
  if (plan === undefined) return { now: writeValue(now.value) };
  const { nowDigits, digits, exact, unrounded } = displayGap(now.value, plan.value, unit);
  return {
    now: writeValue(now.value, nowDigits),
    plan: writeValue(plan.value, digits),
    ...compact({
      unrounded: unrounded === undefined ? undefined : writeValue(plan.value, 1),
      gap: row.gap === undefined ? undefined : writeValue(exact, digits, true),
    }),
  };
}
