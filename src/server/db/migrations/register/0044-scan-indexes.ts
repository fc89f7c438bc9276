import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Indexes from which a large register is read without its rows: the columns of counts and sums of a
 * day, the newest changes in their order, the facts with columns that are no field, and the search
 * texts. PostgreSQL accepts no long text as a key.
 */
export const scanIndexes = (t: ColumnTypes): readonly string[] => [
  'drop index project_version_held',
  `create index project_version_held on project_version (origin, valid_to, valid_from, revision_to, revision_from, status, stage,
    total_investment_currency, total_investment_minor, data_status_rank, industry, zone,
    stage_since, event_since, overdue_baseline, last_update${t.hasLongKeys ? ', investor' : ''})`,
  'drop index project_version_changed',
  `create index project_version_changed on project_version (origin, valid_from desc, code,
    revision_from, revision_to, changes, is_new, stage_from, stage) where changes > 0`,
  `create index project_extra on project_facts (origin, code, revision, facts_from)
    where cast(facts_json as text) like '%"extra":%'`,
  // SQLite gathers the statistics of the new indexes at the next start
  'drop table if exists sqlite_stat1',
  ...(t.hasLongKeys
    ? [
        `create index project_version_search on project_version (origin, search_fold, code,
          valid_from, valid_to, revision_from, revision_to) where length(search_fold) > 0`,
      ]
    : []),
];
