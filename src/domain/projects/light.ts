import { staleAfterDays } from './actions.ts';
import { isPassed, longestOverdue, originalDay } from './milestones.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { Milestone, Project } from './project.ts';

export const lights = ['on_track', 'at_risk', 'behind', 'stale', 'not_known'] as const;
export type Light = (typeof lights)[number];

/** Days from which an overdue milestone is behind (domain reference 3.3). */
const behindAfterDays = 90;

/**
 * The light of the milestones of a project on a day, for screen, workbook and report alike. Up to
 * 90 days overdue is at risk, more is behind. It is unknown without any original date, and where the
 * stage shows that each dated milestone happened, but not when. A stale
 * record is never on track.
 */
export function projectLight(
  { milestones, stage, last_update }: Pick<Project, 'milestones' | 'stage' | 'last_update'>,
  as_of: IsoDate,
): Light {
  const delay = longestOverdue({ milestones, stage }, as_of);
  if (delay !== undefined) return delay.days > behindAfterDays ? 'behind' : 'at_risk';
  const isJudged = (milestone: Milestone): boolean =>
    originalDay(milestone) !== undefined && !isPassed(milestone, stage);
  if (!milestones.some(isJudged)) return 'not_known';
  return last_update !== undefined && daysBetween(last_update, as_of) > staleAfterDays
    ? 'stale'
    : 'on_track';
}
