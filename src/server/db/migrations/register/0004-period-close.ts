import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Closed months with their author and open points. Reopening a month ends its row. */
export function periodClose(t: ColumnTypes): readonly string[] {
  return [
    `create table period_close (origin ${t.text} not null, period ${t.text} not null check (length(period) = 7), closed_at ${t.text} not null,
      closed_by ${t.text} not null, note ${t.text}, points_json ${t.json} not null, revision_from ${t.integer} not null references revision (id),
      revision_to ${t.integer} not null, made_by ${t.integer} not null, check (revision_to > revision_from),
      primary key (origin, period, revision_from)) ${t.strict}`,
  ];
}
