import { compareDecimal, isWhole, scaleByTen } from '#domain/decimal.ts';
import type { Indicator, Observation } from '#domain/indicator.ts';
import { isCurrency } from '#domain/money.ts';
import { problem } from '#server/http/problem.ts';

const counts: ReadonlySet<string> = new Set(['companies', 'jobs', 'items']);
/** Refuses what an indicator can't be: counts in parts, money finer than its smallest coin. */
export function checkValue({ kind, unit }: Indicator, value: string): void {
  const wrong = (message: string) => problem('bad_request', `Correct value: ${message}.`, { errors: [{ path: 'value', value, message }] });
  if (kind === 'qualitative') throw wrong('this indicator has no number');
  if (counts.has(unit) && (value.startsWith('-') || !isWhole(value))) throw wrong('must be a whole number of 0 or more');
  if (isCurrency(unit) && !isWhole(scaleByTen(value, 2))) throw wrong('must not be finer than two digits after the point');
}

/** Months that a value covers, so that a year to date is compared by its monthly pace. */
const monthsIn = ({ cumulation }: Indicator, period: string): number => (cumulation === 'ytd' ? Number(period.slice(5, 7)) : 1);

/** The last value before the month, or the value that would be corrected, against which ten times more or less is asked about. */
function jumpFrom(indicator: Indicator, period: string, value: string, known: readonly Observation[]): Observation | undefined {
  const before = known.findLast((o) => o.period < period && o.value !== undefined);
  const same = known.find((o) => o.period === period && o.value !== undefined);
  const pace = Number(value) / monthsIn(indicator, period);
  return [before, same].find((o) => {
    if (o?.value === undefined || compareDecimal(o.value, '0') === 0) return false;
    const ratio = pace / (Number(o.value) / monthsIn(indicator, o.period));
    return ratio >= 9.5 || ratio <= 1 / 9.5;
  });
}

/** Asks before a value is stored that is about ten times, or a tenth of, the last one: most are slips of a unit. */
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
