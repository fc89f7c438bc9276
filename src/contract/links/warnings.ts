import type { IsoDate } from '#domain/values/date.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';

/** The sums that a warning can be about beside those of a stage. */
export const warnedSums = ['established', 'pipeline', 'total'] as const;
/** An amount that a warning is about: those of some projects of a stage or group on a day, never which projects. */
export interface WarnedAmount {
  readonly of: StageOrUnknown | (typeof warnedSums)[number];
  readonly as_of: IsoDate;
  readonly currency: string;
  readonly projects: number;
}
/**
 * What follows from a link although none of its pages shows it. `moves`: it follows the register, and by how much a sum moves tells
 * what a project is worth. `together`: from it and other links that the same reader can open.
 */
export interface LinkWarning {
  readonly kind: 'moves' | 'together';
  /** The ids of the other links, of those that the caller may see. */
  readonly links?: readonly string[];
  readonly amounts: readonly WarnedAmount[];
}
export interface LinkWarnings {
  readonly warnings: readonly LinkWarning[];
}
