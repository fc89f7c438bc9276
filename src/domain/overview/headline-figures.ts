import type { Figure } from '#domain/targets/target-row.ts';

/** The three headline figures. Each is omitted when it is not known. */
export interface HeadlineFigures {
  readonly established?: Figure;
  readonly established_investment?: Figure;
  /**
   * The investment of several currencies, which are never added: a sum of each, the currency of the
   * zone first.
   */
  readonly established_sums?: readonly Figure[];
  /** Currencies of the investment that a shared view withholds. */
  readonly investment_held_back?: readonly string[];
  readonly pipeline?: Figure;
  /** Projects without a stage. They may belong to either group. Omitted without any. */
  readonly stage_not_set?: Figure;
  /**
   * Projects by the classes of the last source, where neither established nor pipeline had been
   * published by the day.
   */
  readonly classes?: readonly Figure[];
}

/**
 * The investment of the established projects: one figure, one for each currency, or none when
 * unknown.
 */
export const investmentFigures = ({
  established_investment,
  established_sums,
}: HeadlineFigures): readonly Figure[] =>
  established_investment === undefined ? (established_sums ?? []) : [established_investment];
