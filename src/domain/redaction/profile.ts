import { hasReached, type StageOrUnknown } from '#domain/projects/stage.ts';

/** Whose names are shown: all, those of projects that are registered or further, or nobody's. */
export const nameRules = ['shown', 'registered', 'hidden'] as const;
export type NameRule = (typeof nameRules)[number];
/** Which amounts are shown: of each named project too, sums of groups only, or none. */
export const amountRules = ['all', 'groups', 'none'] as const;
export type AmountRule = (typeof amountRules)[number];
/**
 * What a link can leave out: the large figures; targets with their values; what values were before they were corrected; phases;
 * stages; what changed since the compared day; established projects by name; their dates and delays; the industry of a project.
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

/** What a shared link lets through. Whatever no rule names is left out: contacts, notes, causes and what needs action always are. */
export interface RedactionProfile {
  readonly names: NameRule;
  readonly amounts: AmountRule;
  /** An amount that stands for fewer projects is suppressed, and with it what would give it away; 1 suppresses nothing. */
  readonly smallest_group: number;
  readonly sections: readonly SharedSection[];
  /** Codes of projects that are left out whole. */
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
 * `totals`: no project. `names`: registered projects by name with stage and dates, no amount under three. `full`: each registered
 * project with its amount. A project's name may hold its investor's, so none names a project before it is registered.
 */
export const redactionProfiles: Readonly<Record<RedactionPreset, RedactionProfile>> = {
  totals: { ...all, names: 'hidden', amounts: 'groups' },
  names: { ...all, names: 'registered', amounts: 'groups' },
  full: { ...all, names: 'registered', amounts: 'all' },
};

/** Of how few projects no amount is shown: projects that are left out hide behind two others at least. */
export const smallestGroup = ({ smallest_group, without }: RedactionProfile): number =>
  without.length > 0 ? Math.max(3, smallest_group) : smallest_group;
/** Whether a project of this stage is named. */
export const isNamed = ({ names }: RedactionProfile, stage: StageOrUnknown | undefined): boolean =>
  names === 'shown' ||
  (names === 'registered' && stage !== undefined && hasReached(stage, 'registered'));
