/** Whose names are shown: all, those of registered projects and further ones, or nobody's. */
export const nameRules = ['shown', 'registered', 'hidden'] as const;
export type NameRule = (typeof nameRules)[number];
/** Which amounts are shown: each project's, sums of groups only, or none. */
export const amountRules = ['all', 'groups', 'none'] as const;
export type AmountRule = (typeof amountRules)[number];
/** Parts of the overview that a link can leave out. */
export const sharedSections = ['headline', 'targets', 'phases', 'strip', 'changes', 'actions', 'established', 'causes'] as const;
export type SharedSection = (typeof sharedSections)[number];

/** What a shared link lets through. Whatever no rule names is left out. */
export interface RedactionProfile {
  readonly names: NameRule;
  readonly amounts: AmountRule;
  /** Groups of fewer projects are suppressed, and with them what would give them away; 1 suppresses nothing. */
  readonly smallest_group: number;
  readonly sections: readonly SharedSection[];
  /** Codes of projects that are left out whole. */
  readonly without: readonly string[];
}
