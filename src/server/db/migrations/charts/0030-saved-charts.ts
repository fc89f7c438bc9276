import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Charts that people saved. They hold no figures, so they are no part of the register. */
export const savedCharts = (t: ColumnTypes): readonly string[] => [
  `create table saved_chart (id ${t.text} primary key, owner ${t.text} not null, owner_name ${t.text} not null,
    title ${t.text} not null, note ${t.text}, view_json ${t.json}, is_shared ${t.boolean} not null,
    is_pinned ${t.boolean} not null, is_in_report ${t.boolean} not null, changed_at ${t.text} not null,
    version ${t.integer} not null) ${t.strict}`,
  'create index saved_chart_owner on saved_chart (owner)',
];
