import type { Amount } from '#domain/projects/project.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';

/** The amount in major units, exact; null when it is missing. */
export const majorOf = (amount: Amount | undefined): string | null =>
  amount?.money === undefined ? null : toMajor(fromWire(amount.money));

/**
 * The word before a number, or why there is none; null for a plain value and for what nobody asked
 * for.
 */
export const statusOf = (amount: Amount | undefined): string | null =>
  amount === undefined
    ? null
    : amount.money === undefined
      ? (amount.missing ?? 'not_reported')
      : (amount.qualifier ?? null);
