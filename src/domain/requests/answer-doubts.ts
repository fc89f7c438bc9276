import { compareDecimal, toNumber, type Decimal } from '#domain/values/decimal.ts';
import type { Month } from '#domain/values/date.ts';
import { jumpTimes } from '#domain/targets/value-doubts.ts';
import type { RequestField } from './request.ts';

/** Why an answer is doubtful: about ten times the value before, or below a sum that only grows. */
export const answerDoubts = ['jump', 'fell'] as const;
export type AnswerDoubt = (typeof answerDoubts)[number];

/** Whether the values of a field are sums that don't fall from one month to the next. */
export const isSumToDate = (field: RequestField, month: Month): boolean =>
  field === 'amounts.paid_in' ||
  field === 'amounts.fai_done_total' ||
  // the output of a year starts again in January
  (field === 'amounts.output_actual' && !month.endsWith('-01'));

/**
 * Finds the doubt about a number of a project, by comparison with the value of the month before.
 * @returns undefined without a doubt, or without a value to compare with
 */
export function findAnswerDoubt(
  field: RequestField,
  month: Month,
  value: Decimal,
  last: Decimal | undefined,
): AnswerDoubt | undefined {
  if (last === undefined) return undefined;
  if (isSumToDate(field, month) && compareDecimal(value, last) < 0) return 'fell';
  return jumpTimes(toNumber(last), toNumber(value)) === undefined ? undefined : 'jump';
}
