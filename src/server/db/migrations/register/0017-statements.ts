import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/**
 * Statements of editions and people about projects, from which histories are derived, and the
 * latest day on which a stage was reached.
 */
export function statements(t: ColumnTypes): readonly string[] {
  return [
    `alter table project_version add column stage_by ${t.date} check (length(stage_by) = 10)`,
    `create table project_statement (origin ${t.text} not null, code ${t.text} not null, stated ${t.integer} not null,
      day ${t.date} not null check (length(day) = 10), kind ${t.text} not null, statement_json ${t.json} not null,
      revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null, made_by ${t.integer} not null,
      check (revision_to > revision_from), primary key (origin, code, stated, day, revision_from)) ${t.strict}`,
    'create index project_statement_known on project_statement (origin, code, revision_to)',
    'create index project_statement_day on project_statement (origin, kind, day, revision_to, revision_from)',
    'create index project_statement_written on project_statement (revision_from, origin, code, stated, day)',
    `create index project_statement_ended on project_statement (revision_to, origin, code, stated, day, revision_from)
      where revision_to < ${open}`,
  ];
}
