import { hasReached, type StageOrUnknown } from '#domain/projects/stage.ts';

/** The visible names: all, those of projects that are registered or further, or none. */
export const nameRules = ['shown', 'registered', 'hidden'] as const;
export type NameRule = (typeof nameRules)[number];
/** The visible amounts: also those of each named project, only sums of groups, or none. */
export const amountRules = ['all', 'groups', 'none'] as const;
export type AmountRule = (typeof amountRules)[number];
/**
 * The sections that a link can omit: headline figures; targets with their values; former
 * values; phases; stages; changes since the compared day; established projects by name; their dates
 * and delays; the industry of a project.
 */
export const sharedSections = [
  'headline',
  'targets',
  'revisions',
  'phases',
  'strip',
  'changes',
  'established',
  'milestones',
  'industries',
] as const;
export type SharedSection = (typeof sharedSections)[number];

/**
 * The data that a shared link may show. It omits everything without a rule, and always contacts,
 * notes, causes and the list of actions.
 */
export interface RedactionProfile {
  readonly names: NameRule;
  readonly amounts: AmountRule;
  /**
   * An amount of fewer projects is suppressed, with everything that would disclose it; 1 suppresses
   * nothing.
   */
  readonly smallest_group: number;
  readonly sections: readonly SharedSection[];
  /** Codes of excluded projects. */
  readonly without: readonly string[];
}

export const redactionPresets = ['totals', 'names', 'full'] as const;
export type RedactionPreset = (typeof redactionPresets)[number];
const all: Omit<RedactionProfile, 'names' | 'amounts'> = {
  smallest_group: 3,
  sections: sharedSections,
  without: [],
};
/**
 * `totals` shows no project. `names` shows registered projects by name with stage and dates, and no
 * amount of fewer than three. `full` shows each registered project with its amount. The name of a
 * project may contain its investor, so no preset names a project before it is registered.
 */
export const redactionProfiles: Readonly<Record<RedactionPreset, RedactionProfile>> = {
  totals: { ...all, names: 'hidden', amounts: 'groups' },
  names: { ...all, names: 'registered', amounts: 'groups' },
  full: { ...all, names: 'registered', amounts: 'all' },
};

/**
 * Finds the smallest group with a shown amount. Excluded projects hide behind at least two others.
 * @returns a number of investors; 1 suppresses nothing
 */
export const smallestGroup = ({ smallest_group, without }: RedactionProfile): number =>
  without.length > 0 ? Math.max(3, smallest_group) : smallest_group;
/** Whether projects of this stage are named. */
export const isNamed = ({ names }: RedactionProfile, stage: StageOrUnknown | undefined): boolean =>
  names === 'shown' ||
  (names === 'registered' && stage !== undefined && hasReached(stage, 'registered'));
