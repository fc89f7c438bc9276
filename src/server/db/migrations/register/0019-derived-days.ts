import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Days derived from the history of the facts: the planned dates of milestones with the first one
 * known, and the last event.
 */
export const derivedDays = (t: ColumnTypes): readonly string[] => [
  `alter table project_version add column plan_dates ${t.text}`,
  `alter table project_version add column event_since ${t.date}`,
];
