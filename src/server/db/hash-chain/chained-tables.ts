import type { Tables } from '#server/db/schema/tables.ts';

/**
 * A table whose rows belong to revisions. A new table does not change the hashes of revisions
 * without rows in it.
 */
export interface ChainedTable {
  readonly name: keyof Tables;
  /** The column of the revision that wrote a row. */
  readonly writer: 'revision' | 'revision_from';
  /** The columns that distinguish rows of one revision. */
  readonly key: readonly string[];
  /** Whether later revisions end its rows. */
  readonly closes: boolean;
}
const versionTable = (name: keyof Tables, ...key: readonly string[]): ChainedTable => ({
  name,
  writer: 'revision_from',
  key,
  closes: true,
});

/** The tables in the order of hashing. Add new tables at the end. */
export const chainedTables: readonly ChainedTable[] = [
  versionTable('project_version', 'origin', 'code', 'valid_from'),
  {
    name: 'project_facts',
    writer: 'revision',
    key: ['origin', 'code', 'facts_from'],
    closes: false,
  },
  versionTable('project_history', 'origin', 'code'),
  versionTable('observation', 'origin', 'indicator', 'period'),
  versionTable('cause_note', 'origin', 'indicator', 'period'),
  versionTable('zone_version', 'origin'),
  versionTable('setting', 'name'),
  versionTable('period_close', 'origin', 'period'),
  versionTable('exchange_rate', 'base', 'quote', 'day'),
  versionTable('evidence', 'origin', 'code', 'id'),
  versionTable('issue', 'origin', 'code', 'id'),
  versionTable('project_statement', 'origin', 'code', 'stated', 'day'),
  versionTable('import_recipe', 'shape'),
  versionTable('draft_value', 'origin', 'period', 'indicator'),
  versionTable('achievement', 'origin', 'period'),
  versionTable('doubt_dismissal', 'origin', 'rule'),
  versionTable('decision', 'origin', 'id'),
  versionTable('judgement', 'origin', 'code', 'topic'),
  versionTable('value_evidence', 'origin', 'indicator', 'period', 'id'),
];

/**
 * Columns that are not hashed. A later revision sets `revision_to` and hashes the rows that it
 * ended. The other columns are derived.
 */
export const withoutHash: ReadonlySet<string> = new Set([
  'revision_to',
  'search_fold',
  'fact_owner',
  'fact_unit',
  'names_json',
  'investor_names_json',
  'plan_dates',
  'contracted_fdi_minor',
  'contracted_fdi_currency',
  'utilised_fdi_minor',
  'utilised_fdi_currency',
  'event_since',
]);
