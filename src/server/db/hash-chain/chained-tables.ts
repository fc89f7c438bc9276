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
const versioned = (name: keyof Tables, ...key: readonly string[]): ChainedTable => ({
  name,
  writer: 'revision_from',
  key,
  closes: true,
});

/** The tables in the order of hashing. Add new tables at the end. */
export const chainedTables: readonly ChainedTable[] = [
  versioned('project_version', 'origin', 'code', 'valid_from'),
  {
    name: 'project_facts',
    writer: 'revision',
    key: ['origin', 'code', 'facts_from'],
    closes: false,
  },
  versioned('project_history', 'origin', 'code'),
  versioned('observation', 'origin', 'indicator', 'period'),
  versioned('cause_note', 'origin', 'indicator', 'period'),
  versioned('zone_version', 'origin'),
  versioned('setting', 'name'),
  versioned('period_close', 'origin', 'period'),
  versioned('exchange_rate', 'base', 'quote', 'day'),
  versioned('evidence', 'origin', 'code', 'id'),
  versioned('issue', 'origin', 'code', 'id'),
  versioned('project_statement', 'origin', 'code', 'stated', 'day'),
  versioned('import_recipe', 'shape'),
  versioned('draft_value', 'origin', 'period', 'indicator'),
  versioned('achievement', 'origin', 'period'),
  versioned('doubt_dismissal', 'origin', 'rule'),
  versioned('decision', 'origin', 'id'),
  versioned('judgement', 'origin', 'code', 'topic'),
  versioned('value_evidence', 'origin', 'indicator', 'period', 'id'),
];

/**
 * Columns that are not hashed. A later revision sets `revision_to` and hashes the rows that it
 * ended. The other columns are derived.
 */
export const unhashed: ReadonlySet<string> = new Set([
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
