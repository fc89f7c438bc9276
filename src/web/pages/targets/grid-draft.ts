import type { Drafts, Units } from './block.ts';

interface Kept {
  readonly drafts: Drafts;
  readonly units: Units;
}
const keyOf = (origin: string): string => `headway.months.${origin}`;
const isKept = (x: unknown): x is Kept => typeof x === 'object' && x !== null && 'drafts' in x && 'units' in x;

/** What was typed into the grid and not saved: it outlives a reload, not the tab. Unreadable drafts are none. */
export function readGrid(origin: string): Kept {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(origin)) ?? 'null');
    return isKept(kept) ? kept : { drafts: {}, units: {} };
  } catch {
    return { drafts: {}, units: {} };
  }
}
/** A browser that keeps nothing is no reason to stop. */
export function keepGrid(origin: string, kept: Kept): void {
  try {
    if (Object.keys(kept.drafts).length === 0) sessionStorage.removeItem(keyOf(origin));
    else sessionStorage.setItem(keyOf(origin), JSON.stringify(kept));
  } catch {
    return;
  }
}
