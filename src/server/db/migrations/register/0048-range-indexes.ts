import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The index of a stage with what a distribution needs to read its quantiles without a row, and an
 * index that finds the first event of a register.
 */
export const rangeIndexes = (t: ColumnTypes): readonly string[] => [
  'drop index project_version_stage',
  `create index project_version_stage on project_version (origin, stage, total_investment_minor ${t.descending}, code,
    total_investment_currency, status, valid_from, valid_to, revision_from, revision_to)`,
  'create index project_version_event on project_version (origin, event_since)',
  // SQLite gathers the statistics of the new indexes at the next start
  'drop table if exists sqlite_stat1',
];
