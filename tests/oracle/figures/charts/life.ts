import type { Day } from '../days.ts';
import { type History, type State, stateOn } from '../register.ts';

/** A time in which neither stage nor status of a project changed. */
export interface Span extends State {
  readonly from: Day;
  /** The first day after it; undefined while it lasts. */
  readonly until: Day | undefined;
}

/** The spans of a project up to a day, in their order. */
export function lifeUpTo(history: History, day: Day): readonly Span[] {
  const days = [...history.stages, ...history.statuses].map((event) => event.day).toSorted();
  const changeDays = [...new Set(days)].filter((one) => stateOn(history, one) !== undefined);
  return changeDays.flatMap((from, i): Span[] => {
    const state = stateOn(history, from);
    return from > day || state === undefined ? [] : [{ ...state, from, until: changeDays[i + 1] }];
  });
}
export const isOpen = ({ status }: State): boolean => status === 'active' || status === 'on_hold';
/** It ended: it did not only vanish from a list. */
export const hasEnded = (state: State): boolean => !isOpen(state) && state.status !== 'unlisted';
