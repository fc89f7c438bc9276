import type { Figure } from '#domain/targets/target-row.ts';
import { investmentFigures } from './headline-figures.ts';
import type { Overview } from './overview.ts';

/** The investment of the established projects as every text states it. */
interface StatedInvestment {
  /** One figure, or one for each currency. */
  readonly figures: readonly Figure[];
  /** The number of projects that state no amount, if sums leave them out: they have no bound then. */
  readonly undisclosed: number;
}
/**
 * Reads the investment of the established projects: a sum that lacks projects is what the others state,
 * with their number. A published figure keeps the words of its source.
 */
export function readInvestment({
  headline,
  strip,
}: Pick<Overview, 'headline' | 'strip'>): StatedInvestment {
  const figures = investmentFigures(headline);
  const isPartial = figures.some(
    ({ qualifier, source }) => qualifier === 'at_least' && source === undefined,
  );
  const undisclosed = isPartial
    ? (strip.groups.find(({ group }) => group === 'established')?.undisclosed ?? 0)
    : 0;
  return undisclosed > 0
    ? { figures: figures.map(({ qualifier: _, ...figure }) => figure), undisclosed }
    : { figures, undisclosed: 0 };
}
