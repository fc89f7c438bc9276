import {
  type Breakdown,
  type BreakdownGroup,
  foldGroups,
  foldSome,
} from '#domain/analysis/breakdown.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import type { FigureSources } from './sources.ts';

/** Folds a breakdown to the groups of a drawing that has fewer. */
export function foldDrawn(
  breakdown: Breakdown,
  { most, named }: Pick<FigureSources['query'], 'most' | 'named'>,
): Breakdown {
  if (named !== undefined) {
    const keys = splitItems(named);
    const isFolded = ({ key }: BreakdownGroup): boolean => key === undefined || !keys.includes(key);
    return { ...breakdown, groups: foldSome(breakdown.groups, isFolded) };
  }
  return most === undefined
    ? breakdown
    : { ...breakdown, groups: foldGroups(breakdown, Number(most)) };
}
