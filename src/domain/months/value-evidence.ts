import type { Evidence } from '#domain/projects/evidence.ts';
import type { Month } from '#domain/values/date.ts';

/** The largest number of files of one value, without withdrawn ones. */
export const mostValueFiles = 5;
/** The largest file of a value: 10 MB, as for the answer to a request. */
export const mostValueFileBytes = 10 * 1024 * 1024;

/** The item of the checklist of a target. `target`: the key of the target. */
export interface ItemOfTarget {
  readonly target: string;
  readonly item: string;
}

/** Whether a file proves this item, or, without one, the value of a month. */
export const isProofOf = (
  evidence: Partial<ItemOfTarget>,
  { target, item }: Partial<ItemOfTarget> = {},
): boolean => evidence.target === target && evidence.item === item;

/**
 * A file stored as proof of the value of an indicator in a month, or of an item of a checklist of
 * the indicator, which was added in the month. It stays when the value or the item is changed or
 * removed. A withdrawn file is listed but cannot be downloaded.
 */
export interface ValueEvidence
  extends Omit<Evidence, 'of' | 'which' | 'date'>,
    Partial<ItemOfTarget> {
  readonly indicator: string;
  readonly period: Month;
}
