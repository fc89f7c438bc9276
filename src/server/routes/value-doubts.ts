import type { Indicator, Observation } from '#domain/indicator.ts';
import { jumpFrom, valueFault } from '#domain/value-doubts.ts';
import { problem } from '#server/http/problem.ts';

/** Refuses what an indicator can't be. */
export function checkValue(indicator: Indicator, value: string): void {
  const message = valueFault(indicator, value);
  if (message !== undefined) throw problem('bad_request', `Correct value: ${message}.`, { errors: [{ path: 'value', value, message }] });
}

/** Asks before a value is stored that is about ten times, or a tenth of, the last one. */
export function askAboutJump(indicator: Indicator, period: string, value: string, known: readonly Observation[]): void {
  const from = jumpFrom(indicator, period, value, known);
  if (from?.value === undefined) return;
  throw problem(
    'jump_needs_confirmation',
    `The value of ${from.period} was ${from.value}. Check the unit, or send the value again with confirm: true.`,
    {
      errors: [{ path: 'value', value, message: `${from.period}: ${from.value}` }],
    },
  );
}
