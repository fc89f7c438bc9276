import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The index of the day with the code, from which the list of actions is read, and an index of the
 * projects that an edition adds without a day. SQLite reads no row where an index has every column
 * of the query, so the second one also holds the columns of its own condition.
 */
export const dayIndexes = (t: ColumnTypes): readonly string[] => [
  'drop index project_version_held',
  `create index project_version_held on project_version (origin, valid_to, valid_from, revision_to, revision_from, status, stage,
    total_investment_currency, total_investment_minor, data_status_rank, industry, zone,
    stage_since, event_since, overdue_baseline, last_update${t.hasLongKeys ? ', investor' : ''}, code)`,
  `create index project_version_undated on project_version (origin, valid_from, revision_from, revision_to,
    stage_by, is_new, changes) where is_new and stage_by is not null and changes > 0`,
  // SQLite gathers the statistics of the new indexes at the next start
  'drop table if exists sqlite_stat1',
];
