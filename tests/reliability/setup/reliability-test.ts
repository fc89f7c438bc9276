/** One row of the reliability goal as a test: what it did and whether it held. */
export interface Outcome {
  readonly held: boolean;
  readonly said: readonly string[];
}
export interface Asked {
  readonly seed: number;
  /** 1 is the full count, less is that share of it. */
  readonly share: number;
}
export interface HardTest {
  /** The rows that it is of, as `R-37`. */
  readonly id: string;
  readonly what: string;
  readonly run: (asked: Asked) => Promise<Outcome>;
}

/** A count at the share that was asked for, never less than one. */
export const countOf = (full: number, { share }: Asked): number =>
  Math.max(1, Math.round(full * share));
/** Held where nothing went wrong; the first twenty faults are said. */
export const outcome = (said: string, faults: readonly string[]): Outcome => ({
  held: faults.length === 0,
  said: [
    said,
    ...faults.slice(0, 20),
    ...(faults.length > 20 ? [`… ${faults.length} in all`] : []),
  ],
});
