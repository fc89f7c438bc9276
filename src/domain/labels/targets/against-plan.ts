/** Value, plan to date and gap of a row as text, each omitted when there is none. */
export interface AgainstPlan {
  readonly now?: string;
  readonly plan?: string;
  /** The plan with a decimal, where a whole number of counted things stands for it. */
  readonly unrounded?: string;
  readonly gap?: string;
}

/** Writes the result of a plan as a formula ends: 12.8 ≈ 13 where the plan is written whole. */
export const endOfPlan = ({ plan = '', unrounded }: AgainstPlan): string =>
  unrounded === undefined ? plan : `${unrounded} ≈ ${plan}`;
