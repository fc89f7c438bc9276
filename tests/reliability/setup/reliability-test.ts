/** What a reliability test found. */
export interface Outcome {
  readonly isMet: boolean;
  readonly messages: readonly string[];
}
export interface RunOptions {
  readonly seed: number;
  /** Share of the full count: 1 runs all of it. */
  readonly share: number;
}
export interface ReliabilityTest {
  /** Ids of the reliability goals that it covers, separated by blanks: `R-37`. */
  readonly id: string;
  readonly title: string;
  readonly run: (runOptions: RunOptions) => Promise<Outcome>;
}

/** @returns the given share of a count, at least one */
export const countOf = (full: number, { share }: RunOptions): number =>
  Math.max(1, Math.round(full * share));
/**
 * @returns an outcome that held when there is no fault, with a summary and the first twenty faults
 */
export const outcome = (summary: string, faults: readonly string[]): Outcome => ({
  isMet: faults.length === 0,
  messages: [
    summary,
    ...faults.slice(0, 20),
    ...(faults.length > 20 ? [`… ${faults.length} in all`] : []),
  ],
});
