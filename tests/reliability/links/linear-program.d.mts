export interface LinearProgram {
  /** How often each amount counts in what is made as large as it can be. */
  readonly goal: readonly number[];
  /** Sums that are known: how often each amount is in them. */
  readonly equal: readonly (readonly number[])[];
  /** The true amounts, none below 0: they give the known sums. */
  readonly amounts: readonly number[];
  /** Amounts that are known by themselves. */
  readonly fixed: readonly boolean[];
}
/**
 * The most that the goal can be where all known sums stand and no amount is below 0.
 *
 * @returns infinity where nothing bounds it
 */
export function mostOf(program: LinearProgram): number;
