import type { Amount } from '#domain/projects/project.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';

/** Writes an amount exactly in major units. @returns null if it is missing */
export const toMajorUnits = (amount: Amount | undefined): string | null =>
  amount?.money === undefined ? null : toMajor(fromWire(amount.money));

/**
 * Returns the qualifier of an amount, or the reason why it is missing.
 * @returns null for a plain value and for an omitted amount
 */
export const readAmountStatus = (amount: Amount | undefined): string | null =>
  amount === undefined
    ? null
    : amount.money === undefined
      ? (amount.missing ?? 'not_reported')
      : (amount.qualifier ?? null);
