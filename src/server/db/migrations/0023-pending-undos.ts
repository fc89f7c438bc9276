import type { ColumnTypes } from './column-types.ts';

/** Undos that have not yet ended all rows, by table, and the projects that they do not change. */
export const pendingUndos = (t: ColumnTypes): readonly string[] => [
  `create table pending_undo (name ${t.text} primary key, revision ${t.integer} not null references revision (id),
    undone ${t.integer} not null references revision (id), origin ${t.text},
    ended_origin ${t.text} not null, ended_code ${t.text} not null) ${t.strict}`,
  `create table pending_undo_kept (name ${t.text} not null, origin ${t.text} not null, code ${t.text} not null,
    primary key (name, origin, code)) ${t.strict}`,
];
