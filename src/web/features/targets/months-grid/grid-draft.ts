import { keepDraft, readDraft } from '#web/data/use-draft.ts';
import type { Drafts, Units } from './pasted-block.ts';

interface Kept {
  readonly drafts: Drafts;
  readonly units: Units;
}
const keyOf = (origin: string): string => `months.${origin}`;
const isKept = (x: unknown): x is Kept =>
  typeof x === 'object' && x !== null && 'drafts' in x && 'units' in x;

/** What was typed into the grid and not saved: it outlives a reload, not the tab. Unreadable drafts are none. */
export function readGrid(origin: string): Kept {
  const kept = readDraft(keyOf(origin));
  return isKept(kept) ? kept : { drafts: {}, units: {} };
}
export const keepGrid = (origin: string, kept: Kept): void =>
  keepDraft(keyOf(origin), Object.keys(kept.drafts).length === 0 ? undefined : kept);
