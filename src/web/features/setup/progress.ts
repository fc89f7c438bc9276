import type { SetupDraft } from './draft.ts';
import { isStored, type SetUpSoFar, type StepId } from './steps.ts';

export type StepState = 'done' | 'busy' | 'open' | 'skipped';

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
