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
