import type { Tables } from '#server/db/schema/tables.ts';

/** A table whose rows belong to revisions. A table added later adds nothing to revisions that wrote no row of it. */
export interface ChainedTable {
  readonly name: keyof Tables;
  /** The revision that wrote a row. */
  readonly writer: 'revision' | 'revision_from';
  /** What tells two rows of one revision apart. */
  readonly key: readonly string[];
  /** Rows are ended by a later revision. */
  readonly closes: boolean;
}
const versioned = (name: keyof Tables, ...key: readonly string[]): ChainedTable => ({
  name,
  writer: 'revision_from',
  key,
  closes: true,
});

/** In the order in which their rows are hashed; new tables go to the end. */
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
];

/** Left out of a row's text: `revision_to` is set by a later revision, which hashes what it ended; the others are made from the rest. */
export const unhashed: ReadonlySet<string> = new Set([
  'revision_to',
  'search_fold',
  'plan_dates',
  'event_since',
]);
