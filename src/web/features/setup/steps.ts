import type { Overview } from '#domain/overview/overview.ts';
import { isNamed } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

export const stepIds = ['name', 'register', 'targets', 'month'] as const;
export type StepId = (typeof stepIds)[number];

/** The stored data on which the state of the set-up depends. */
export interface SetUpSoFar {
  readonly zone: ZoneProfile | undefined;
  readonly overview: Overview | undefined;
}

/** Counts the projects in the register. @returns 0 also while the overview loads */
export const countProjects = (overview: Overview | undefined): number =>
  overview?.projects_total ?? 0;

/** Whether the data of each step are stored. */
export const isStored: Readonly<Record<StepId, (so: SetUpSoFar) => boolean>> = {
  name: ({ zone }) => zone !== undefined && isNamed(zone.name),
  // before its first day a register counts nothing, but it exists
  register: ({ overview }) =>
    countProjects(overview) > 0 || overview?.first_known_day !== undefined,
  targets: ({ zone }) => (zone?.targets.length ?? 0) > 0,
  month: ({ overview }) => overview?.latest_month !== undefined,
};

/** The steps without data. */
export const listOpenSteps = (so: SetUpSoFar): readonly StepId[] =>
  stepIds.filter((id) => !isStored[id](so));
