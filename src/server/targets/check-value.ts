import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import { type Doubt, findDoubt, findValueFault } from '#domain/targets/value-doubts.ts';
import { problem } from '#server/core/problem.ts';

/** Rejects an invalid value of an indicator. @throws HttpProblem that says what to correct */
export function checkValue(indicator: Indicator, value: string): void {
  const message = findValueFault(indicator, value);
  if (message !== undefined)
    throw problem('bad_request', `Correct value: ${message}.`, {
      errors: [{ path: 'value', value, message }],
    });
}

/** Describes the reason why a value is doubtful. */
export const describeDoubt = ({ kind, from }: Doubt): string =>
  kind === 'jump'
    ? `${from.period}: ${from.value}`
    : `a year to date does not fall within a year, and ${from.period} has ${from.value}`;

/**
 * Requires a confirmation of a doubtful value: about ten times or a tenth of the last value, or a
 * year-to-date value that decreases.
 * @throws HttpProblem `jump_needs_confirmation`
 */
export function requireConfirmedDoubt(
  indicator: Indicator,
  period: string,
  value: string,
  observations: readonly Observation[],
): void {
  const doubt = findDoubt(indicator, period, value, observations);
  if (doubt === undefined) return;
  const question =
    doubt.kind === 'jump'
      ? `The value of ${doubt.from.period} was ${doubt.from.value}. Check the unit`
      : `A year to date does not fall within a year, and the value of ${doubt.from.period} is ${doubt.from.value}. Check the value`;
  throw problem(
    'jump_needs_confirmation',
    `${question}, or send the value again with confirm: true.`,
    {
      errors: [{ path: 'value', value, message: describeDoubt(doubt) }],
    },
  );
}
