import type { Overview } from '#domain/overview/overview.ts';
import { isNamed } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { type SetupDraft, type StepId, stepIds } from './draft.ts';

export type StepState = 'done' | 'busy' | 'open' | 'skipped';

/** The stored data on which the state of the set-up depends. */
export interface SetUpSoFar {
  readonly zone: ZoneProfile | undefined;
  readonly overview: Overview | undefined;
}

/** How many projects the register holds. */
export const countProjects = (overview: Overview | undefined): number =>
  overview?.projects_total ?? 0;

const isStored: Readonly<Record<StepId, (so: SetUpSoFar) => boolean>> = {
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

const hasTyped = (id: StepId, draft: SetupDraft): boolean => {
  switch (id) {
    case 'name':
      return draft.name !== undefined || draft.short !== undefined;
    case 'targets':
      return Object.keys(draft.rows).length > 0;
    case 'month':
      return Object.values(draft.values).some((text) => text !== '');
    case 'register':
      return false;
  }
};

/** The state of each step, from the stored and the typed data. */
export function readStates(so: SetUpSoFar, draft: SetupDraft): Readonly<Record<StepId, StepState>> {
  const findState = (id: StepId): StepState => {
    if (hasTyped(id, draft)) return 'busy';
    if (isStored[id](so)) return 'done';
    return draft.skipped.includes(id) ? 'skipped' : 'open';
  };
  return {
    name: findState('name'),
    register: findState('register'),
    targets: findState('targets'),
    month: findState('month'),
  };
}
