/** The contribution of one project: an amount with its chance. */
export interface Outcome {
  readonly chance: number;
  /** In the unit of the target, or a share of the amount of a project. */
  readonly amount: number;
}
/** The outcomes of a project other than adding nothing, as multiples of its amount. */
export interface ScaledOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly amount: number;
}
/** Many small projects with the same outcomes, by the sums of the powers of their amounts. */
export interface OutcomeSums {
  readonly outcomes: readonly Outcome[];
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
}
export interface SumInput {
  /** Projects that count one by one. */
  readonly each: readonly ScaledOutcomes[];
  /** All others. */
  readonly rest: readonly OutcomeSums[];
}

/** Outcomes with their whole chance, and that chance under each shock. */
export interface ShockedOutcomes {
  readonly merged: ReadonlyMap<number, number>;
  readonly whole: number;
  readonly byShock: readonly number[];
}

export interface ShockedProject {
  readonly shocked: ShockedOutcomes;
  readonly amount: number;
}
