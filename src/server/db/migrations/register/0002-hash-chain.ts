import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

const tables = {
  project_version: 'origin, code, valid_from',
  project_history: 'origin, code',
  observation: 'origin, indicator, period',
  cause_note: 'origin, indicator, period',
  zone_version: 'origin',
  setting: 'name',
};
/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/**
 * The hash of each revision, and indexes that find the rows that a revision wrote and ended.
 * Opening the store then fills the hashes.
 */
export function hashChain(t: ColumnTypes): readonly string[] {
  return [
    `alter table revision add column hash ${t.text}`,
    'create index project_facts_written on project_facts (revision, origin, code, facts_from)',
    'create index revision_undone on revision (undone_by)',
    ...Object.entries(tables).flatMap(([table, key]) => [
      `create index ${table}_written on ${table} (revision_from, ${key})`,
      `create index ${table}_ended on ${table} (revision_to, ${key}, revision_from) where revision_to < ${open}`,
    ]),
  ];
}
