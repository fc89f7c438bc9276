import { type Breakdown, isRatio } from '#domain/analysis/breakdown.ts';
import type { Cell } from '#domain/analysis/cell.ts';

export type BreakdownForm = 'stacked' | 'bars' | 'grouped' | 'multiples' | 'matrix';

const isNegative = (cell: Cell): boolean => cell.sums.some(({ value }) => value.startsWith('-'));
export const hasNegatives = ({ groups }: Pick<Breakdown, 'groups'>): boolean =>
  groups.some(({ cells, total }) => [...cells, total].some(isNegative));

/** The form that can be drawn: ratios and undivided bars have no parts, and negatives no stack. */
export function findForm(breakdown: Breakdown, wanted: string | undefined): BreakdownForm {
  if (isRatio(breakdown.measure) || breakdown.stack === 'none') return 'bars';
  if (wanted === 'grouped' || wanted === 'multiples' || wanted === 'matrix') return wanted;
  return hasNegatives(breakdown) ? 'grouped' : 'stacked';
}
