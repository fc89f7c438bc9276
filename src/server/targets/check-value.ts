import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { type Doubt, doubtOf, valueFault } from '#domain/targets/value-doubts.ts';
import { problem } from '#server/core/problem.ts';

/** Rejects a value that is not valid for its indicator. @throws a problem. */
export function checkValue(indicator: Indicator, value: string): void {
  const message = valueFault(indicator, value);
  if (message !== undefined)
    throw problem('bad_request', `Correct value: ${message}.`, {
      errors: [{ path: 'value', value, message }],
    });
}

/** The question about a value, in words. */
export const doubtWords = ({ kind, from }: Doubt): string =>
  kind === 'jump'
    ? `${from.period}: ${from.value}`
    : `a year to date does not fall within a year, and ${from.period} has ${from.value}`;

/**
 * Requires a confirmation for a value of about ten times, or a tenth of, the last one, and for a
 * year to date that falls.
 * @throws the problem jump_needs_confirmation
 */
export function requireConfirmedDoubt(
  indicator: Indicator,
  period: string,
  value: string,
  known: readonly Observation[],
): void {
  const doubt = doubtOf(indicator, period, value, known);
  if (doubt === undefined) return;
  const asked =
    doubt.kind === 'jump'
      ? `The value of ${doubt.from.period} was ${doubt.from.value}. Check the unit`
      : `A year to date does not fall within a year, and the value of ${doubt.from.period} is ${doubt.from.value}. Check the value`;
  throw problem(
    'jump_needs_confirmation',
    `${asked}, or send the value again with confirm: true.`,
    {
      errors: [{ path: 'value', value, message: doubtWords(doubt) }],
    },
  );
}
