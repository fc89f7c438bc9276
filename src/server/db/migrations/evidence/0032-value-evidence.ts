import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** `revision_to` of a row that is in force. */
const open = '9007199254740991';

/** Files that prove the value of an indicator in a month. `evidence_file` holds their bytes. */
export const valueEvidence = (t: ColumnTypes): readonly string[] => [
  `create table value_evidence (origin ${t.text} not null, indicator ${t.text} not null, period ${t.text} not null,
    id ${t.text} not null, file_name ${t.text} not null, media_type ${t.text} not null, size ${t.integer} not null,
    sha256 ${t.text} not null references evidence_file (sha256), note ${t.text}, added_by ${t.text} not null,
    added_at ${t.text} not null, withdrawn_by ${t.text}, withdrawn_at ${t.text}, withdrawn_reason ${t.text},
    revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null,
    made_by ${t.integer} not null, check (revision_to > revision_from),
    primary key (origin, indicator, period, id, revision_from)) ${t.strict}`,
  'create index value_evidence_period on value_evidence (origin, period)',
  'create index value_evidence_file on value_evidence (sha256)',
  'create index value_evidence_written on value_evidence (revision_from, origin, indicator, period, id)',
  `create index value_evidence_ended on value_evidence (revision_to, origin, indicator, period, id, revision_from) where revision_to < ${open}`,
];
