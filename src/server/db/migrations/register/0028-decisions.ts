import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/** Decisions on projects and targets, with owner, due day and the day on which they were done. */
export function decisions(t: ColumnTypes): readonly string[] {
  const day = (name: string): string => `${name} ${t.date} check (length(${name}) = 10)`;
  return [
    `create table decision (origin ${t.text} not null, id ${t.text} not null, subject ${t.text} not null,
      subject_id ${t.text} not null, decision_text ${t.text} not null, owner ${t.text}, ${day('decided_on')} not null,
      ${day('due')}, ${day('done_on')}, revision_from ${t.integer} not null references revision (id),
      revision_to ${t.integer} not null, made_by ${t.integer} not null, check (revision_to > revision_from),
      primary key (origin, id, revision_from)) ${t.strict}`,
    'create index decision_subject on decision (origin, subject, subject_id)',
    'create index decision_written on decision (revision_from, origin, id)',
    `create index decision_ended on decision (revision_to, origin, id, revision_from) where revision_to < ${open}`,
  ];
}
