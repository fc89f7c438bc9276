import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Requests that a hand-over gave to another person, so that an undo returns them. */
export const requestMoves = (t: ColumnTypes): readonly string[] => [
  `create table request_move (revision ${t.integer} not null references revision (id),
    request ${t.text} not null references request_link (id), from_owner ${t.text} not null, from_name ${t.text} not null,
    to_owner ${t.text} not null, to_name ${t.text} not null, primary key (revision, request)) ${t.strict}`,
];
