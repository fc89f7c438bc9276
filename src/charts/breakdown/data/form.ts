import { type Breakdown, isRatio } from '#domain/analysis/breakdown.ts';
import type { Cell } from '#domain/analysis/cell.ts';

export type BreakdownForm = 'stacked' | 'bars' | 'grouped' | 'multiples' | 'matrix';

const isNegative = (cell: Cell): boolean => cell.sums.some(({ value }) => value.startsWith('-'));
/** Whether a cell is below zero, so that no stack of cells can be drawn. */
export const hasNegatives = ({ groups }: Pick<Breakdown, 'groups'>): boolean =>
  groups.some(({ cells, total }) => [...cells, total].some(isNegative));

/**
 * Chooses the form that can be drawn: a ratio and an undivided bar have no parts, and negative
 * values can't be stacked.
 */
export function findForm(breakdown: Breakdown, form: string | undefined): BreakdownForm {
  if (isRatio(breakdown.measure) || breakdown.stack === 'none') return 'bars';
  if (form === 'grouped' || form === 'multiples' || form === 'matrix') return form;
  return hasNegatives(breakdown) ? 'grouped' : 'stacked';
}
