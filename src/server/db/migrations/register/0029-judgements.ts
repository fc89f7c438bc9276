import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/** The judgements of people on a project: its declared status, and the reason of a blocked gate. */
export const judgements = (t: ColumnTypes): readonly string[] => [
  `create table judgement (origin ${t.text} not null, code ${t.text} not null, topic ${t.text} not null,
    judgement_json ${t.json}, revision_from ${t.integer} not null references revision (id),
    revision_to ${t.integer} not null, made_by ${t.integer} not null, check (revision_to > revision_from),
    primary key (origin, code, topic, revision_from)) ${t.strict}`,
  'create index judgement_written on judgement (revision_from, origin, code, topic)',
  `create index judgement_ended on judgement (revision_to, origin, code, topic, revision_from) where revision_to < ${open}`,
];
