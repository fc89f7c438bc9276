import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';
const keys = { evidence: 'origin, code, id', issue: 'origin, code, id' };

/**
 * Evidence files, issues, the annual output of projects and the reason codes of statuses. The bytes
 * of a file are stored once, by their hash, apart from what lists read.
 */
export function evidenceAndIssues(t: ColumnTypes): readonly string[] {
  const day = (name: string): string => `${name} ${t.date} check (length(${name}) = 10)`;
  const versionColumns = `revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null,
    made_by ${t.integer} not null, check (revision_to > revision_from)`;
  return [
    `alter table project_version add column output_actual_minor ${t.integer}`,
    `alter table project_version add column output_actual_currency ${t.text}`,
    `alter table project_version add column status_reason_code ${t.text}`,
    `create table evidence_file (sha256 ${t.text} primary key check (length(sha256) = 64), size ${t.integer} not null,
      content ${t.text} not null) ${t.strict}`,
    `create table evidence (origin ${t.text} not null, code ${t.text} not null, id ${t.text} not null, subject ${t.text} not null,
      subject_id ${t.text} not null, ${day('subject_day')}, file_name ${t.text} not null, media_type ${t.text} not null,
      size ${t.integer} not null, sha256 ${t.text} not null references evidence_file (sha256), note ${t.text}, added_by ${t.text} not null,
      added_at ${t.text} not null, withdrawn_by ${t.text}, withdrawn_at ${t.text}, withdrawn_reason ${t.text}, ${versionColumns},
      primary key (origin, code, id, revision_from)) ${t.strict}`,
    `create table issue (origin ${t.text} not null, code ${t.text} not null, id ${t.text} not null, issue_text ${t.text} not null,
      severity ${t.text} not null, owner ${t.text}, ${day('since')} not null, ${day('due')}, ${day('closed_on')}, outcome ${t.text}, ${versionColumns},
      check ((closed_on is null) = (outcome is null)), primary key (origin, code, id, revision_from)) ${t.strict}`,
    'create index issue_due on issue (origin, due)',
    ...Object.entries(keys).flatMap(([table, key]) => [
      `create index ${table}_written on ${table} (revision_from, ${key})`,
      `create index ${table}_ended on ${table} (revision_to, ${key}, revision_from) where revision_to < ${open}`,
    ]),
  ];
}
