import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/**
 * The working month: values that are drafts, achievements, next steps beside causes, and doubts
 * that a person dismissed.
 */
export function workingMonth(t: ColumnTypes): readonly string[] {
  const versionColumns = `revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null,
    made_by ${t.integer} not null, check (revision_to > revision_from)`;
  const month = `period ${t.text} not null check (length(period) = 7)`;
  const keys = {
    draft_value: 'origin, period, indicator',
    achievement: 'origin, period',
    doubt_dismissal: 'origin, rule',
  };
  return [
    `alter table cause_note add column next_step ${t.text}`,
    `alter table cause_note add column owner ${t.text}`,
    `alter table cause_note add column due ${t.date} check (length(due) = 10)`,
    `create table draft_value (origin ${t.text} not null, ${month}, indicator ${t.text} not null, value ${t.text}, missing ${t.text},
      source ${t.text}, author ${t.text} not null, recorded_at ${t.text} not null, ${versionColumns},
      check ((value is null) <> (missing is null)), primary key (origin, period, indicator, revision_from)) ${t.strict}`,
    `create table achievement (origin ${t.text} not null, ${month}, achievement_text ${t.text} not null, author ${t.text} not null,
      recorded_at ${t.text} not null, ${versionColumns}, primary key (origin, period, revision_from)) ${t.strict}`,
    `create table doubt_dismissal (origin ${t.text} not null, rule ${t.text} not null, fingerprint ${t.text} not null,
      dismissed_by ${t.text} not null, dismissed_at ${t.text} not null, reason ${t.text} not null, ${versionColumns},
      primary key (origin, rule, revision_from)) ${t.strict}`,
    ...Object.entries(keys).flatMap(([table, key]) => [
      `create index ${table}_written on ${table} (revision_from, ${key})`,
      `create index ${table}_ended on ${table} (revision_to, ${key}, revision_from) where revision_to < ${open}`,
    ]),
  ];
}
