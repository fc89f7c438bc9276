import {
  addDecimal,
  compareDecimal,
  subtractDecimal,
  type Decimal,
} from '#domain/values/decimal.ts';
import type { TargetPart } from './indicator.ts';

/**
 * The sum of the parts of a split, exact.
 * @returns in the unit of the target; `0` without parts
 */
export const sumOfParts = (parts: readonly Pick<TargetPart, 'value'>[]): Decimal =>
  parts.reduce((sum, { value }) => addDecimal(sum, value), '0');

/** The parts of a split with their values. */
interface ValuedParts {
  readonly parts: readonly Pick<TargetPart, 'value'>[];
}

/**
 * The part of the whole that is not assigned: whole − sum of the parts; below 0 where the parts
 * exceed it.
 * @returns in the unit of the target
 */
export const splitRemainder = (whole: Decimal, { parts }: ValuedParts): Decimal =>
  subtractDecimal(whole, sumOfParts(parts));

/** Whether the parts of a split do not exceed the whole. */
export const isSplitWithin = (whole: Decimal, split: ValuedParts): boolean =>
  compareDecimal(splitRemainder(whole, split), '0') >= 0;
