import { measures } from '#domain/projects/project.ts';
import type { Tables } from '#server/db/schema/tables.ts';
import { sql, type RawBuilder } from 'kysely';

/** A table whose rows belong to revisions, with the columns that an undo copies. */
export interface UndoneTable {
  readonly name: keyof Tables;
  /** The columns of the key. A change replaces the row of a key, or some rows of one with parts. */
  readonly key: readonly string[];
  /** The column that distinguishes the rows of one key. Omitted where a key has one row. */
  readonly part?: string;
  readonly columns: readonly string[];
}
/** The columns of a file that was attached as proof. */
const fileColumns = [
  'file_name',
  'media_type',
  'size',
  'sha256',
  'note',
  'added_by',
  'added_at',
  'withdrawn_by',
  'withdrawn_at',
  'withdrawn_reason',
];
const money = measures.flatMap((m) => [`${m}_minor`, `${m}_currency`]);
/** The settings, such as the displayed origin. */
export const settingTable: UndoneTable = {
  name: 'setting',
  key: ['name'],
  columns: ['value_json'],
};

/** Every table that an undo restores, in any order. */
export const undoneTables: readonly UndoneTable[] = [
  {
    name: 'project_version',
    key: ['origin', 'code'],
    part: 'valid_from',
    columns: [
      'valid_from',
      'valid_to',
      'facts_revision',
      'facts_from',
      'name',
      'search_fold',
      'investor',
      'country',
      'prefecture',
      'industry',
      'zone',
      'fact_owner',
      'fact_unit',
      'names_json',
      'investor_names_json',
      'stage',
      'stage_rank',
      'stage_since',
      'stage_by',
      'stage_word',
      'status',
      'status_rank',
      'status_date',
      'status_reason',
      'status_reason_code',
      'last_update',
      'data_status_rank',
      'overdue_baseline',
      'plan_dates',
      'event_since',
      'changes',
      'is_new',
      'stage_from',
      'status_from',
      ...money,
    ],
  },
  { name: 'project_history', key: ['origin', 'code'], columns: ['events_json', 'imported_json'] },
  {
    name: 'observation',
    key: ['origin', 'indicator', 'period'],
    columns: ['value', 'missing', 'data_status', 'source'],
  },
  {
    name: 'cause_note',
    key: ['origin', 'indicator', 'period'],
    columns: ['note', 'next_step', 'owner', 'due', 'author', 'recorded_at'],
  },
  {
    name: 'draft_value',
    key: ['origin', 'period', 'indicator'],
    columns: ['value', 'missing', 'source', 'author', 'recorded_at'],
  },
  {
    name: 'achievement',
    key: ['origin', 'period'],
    columns: ['achievement_text', 'author', 'recorded_at'],
  },
  {
    name: 'doubt_dismissal',
    key: ['origin', 'rule'],
    columns: ['fingerprint', 'dismissed_by', 'dismissed_at', 'reason'],
  },
  { name: 'zone_version', key: ['origin'], columns: ['profile_json'] },
  settingTable,
  {
    name: 'period_close',
    key: ['origin', 'period'],
    columns: ['closed_at', 'closed_by', 'note', 'points_json'],
  },
  {
    name: 'exchange_rate',
    key: ['base', 'quote', 'day'],
    columns: ['per_units', 'rate', 'source'],
  },
  {
    name: 'evidence',
    key: ['origin', 'code', 'id'],
    columns: ['subject', 'subject_id', 'subject_day', ...fileColumns],
  },
  {
    name: 'value_evidence',
    key: ['origin', 'indicator', 'period', 'id'],
    columns: [...fileColumns, 'target', 'item'],
  },
  {
    name: 'issue',
    key: ['origin', 'code', 'id'],
    columns: ['issue_text', 'severity', 'owner', 'since', 'due', 'closed_on', 'outcome'],
  },
  {
    name: 'decision',
    key: ['origin', 'id'],
    columns: ['subject', 'subject_id', 'decision_text', 'owner', 'decided_on', 'due', 'done_on'],
  },
  { name: 'judgement', key: ['origin', 'code', 'topic'], columns: ['judgement_json'] },
  { name: 'import_recipe', key: ['shape'], columns: ['file', 'headers_json', 'answers_json'] },
  {
    name: 'project_statement',
    key: ['origin', 'code', 'stated', 'day'],
    columns: ['kind', 'statement_json'],
  },
];

/** Joins columns to a list. */
export const columnList = (columns: readonly string[], prefix = ''): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${prefix}${column}`)));
/** Makes the condition for the rows of one key. */
export const sameKey = (
  { key }: UndoneTable,
  of: Readonly<Record<string, string>>,
): RawBuilder<unknown> =>
  sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${of[column]}`),
    sql` and `,
  );
