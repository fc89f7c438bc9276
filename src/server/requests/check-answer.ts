import { compact } from '#domain/values/compact.ts';
import { findAnswerDoubt, type AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import {
  findMeasureField,
  findMilestoneField,
  type RequestCell,
} from '#domain/requests/request.ts';
import { findDoubt, findValueFault } from '#domain/targets/value-doubts.ts';
import { isIsoDate, type IsoDate, type Month } from '#domain/values/date.ts';
import { compareDecimal, isDecimal, isWhole } from '#domain/values/decimal.ts';
import { fromMajor, isStorable } from '#domain/values/money.ts';
import type { Answer } from '#contract/requests/schemas.ts';
import type { CellHead, CellRegister } from './cell-service.ts';

/** The most jobs of one project. A larger number is a mistake in the unit. */
const mostJobs = '10000000';

/** A cell with the data against which its answer is checked. */
export interface CheckedCell {
  readonly cell: RequestCell;
  readonly head: CellHead;
  readonly register: CellRegister;
  readonly month: Month;
  /** The newest day that has begun in any time zone. */
  readonly newestDay: IsoDate;
}

function findMilestoneFault({ value, outcome }: Answer, newestDay: IsoDate): string | undefined {
  if (outcome === undefined) return 'needs an outcome: done, planned or not_yet';
  if (outcome === 'not_yet') return value === undefined ? undefined : 'takes no day with not_yet';
  if (value === undefined || !isIsoDate(value)) return 'needs a day as YYYY-MM-DD';
  return outcome === 'done' && value > newestDay ? 'is after today' : undefined;
}

/** Describes the fault of an answer. @returns undefined if it is valid */
export function findAnswerFault(
  { cell, head, register, newestDay }: CheckedCell,
  answer: Answer,
): string | undefined {
  if ('code' in cell && findMilestoneField(cell.field) !== undefined)
    return findMilestoneFault(answer, newestDay);
  const { value, outcome } = answer;
  if (outcome !== undefined) return 'takes no outcome';
  if (value === undefined || !isDecimal(value)) return 'needs a plain decimal number';
  if ('indicator' in cell) {
    const indicator = register.profile.indicators.find(({ id }) => id === cell.indicator);
    return indicator === undefined ? 'is no longer asked for' : findValueFault(indicator, value);
  }
  if (value.startsWith('-')) return 'must be 0 or more';
  if (findMeasureField(cell.field) === undefined)
    return isWhole(value) && compareDecimal(value, mostJobs) <= 0
      ? undefined
      : 'must be a whole number of people';
  const money = fromMajor(value, head.unit ?? '');
  return money !== undefined && isStorable(money)
    ? undefined
    : 'is finer than the smallest coin, or too large';
}

/**
 * Finds the doubt about a valid answer.
 * @returns undefined without a doubt, and for milestones
 */
export function findCellDoubt(
  { cell, head, register, month }: CheckedCell,
  { value }: Answer,
): AnswerDoubt | undefined {
  if (value === undefined) return undefined;
  if ('code' in cell)
    return findMilestoneField(cell.field) === undefined
      ? findAnswerDoubt(cell.field, month, value, head.last)
      : undefined;
  const indicator = register.profile.indicators.find(({ id }) => id === cell.indicator);
  if (indicator === undefined) return undefined;
  const ownValues = register.observations.filter((one) => one.indicator === indicator.id);
  const doubt = findDoubt(indicator, month, value, ownValues);
  return doubt === undefined ? undefined : doubt.kind === 'jump' ? 'jump' : 'fell';
}

/** Returns the parts of an answer to store. */
export const storedAnswer = ({ cell, head }: CheckedCell, answer: Answer) => {
  const note = answer.note?.trim();
  const isMoney = 'code' in cell && findMeasureField(cell.field) !== undefined;
  return {
    cell: head.key,
    is_provisional: answer.is_provisional === true,
    ...compact({
      value: answer.value,
      outcome: answer.outcome,
      last_value: head.last,
      currency: isMoney ? head.unit : undefined,
      note: note === '' ? undefined : note,
    }),
  };
};
