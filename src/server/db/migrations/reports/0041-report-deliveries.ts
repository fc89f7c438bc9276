import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The closings of months whose files were written into the folder for reports. Not part of any
 * revision.
 */
export const reportDeliveries = (t: ColumnTypes): readonly string[] => [
  `create table report_delivery (origin ${t.text} not null, period ${t.text} not null, closed_in ${t.integer} not null,
    state ${t.text} not null check (state in ('waiting', 'writing', 'written')), attempts ${t.integer} not null,
    at ${t.text} not null, next_try_at ${t.text}, error ${t.text}, files ${t.integer},
    primary key (origin, period, closed_in)) ${t.strict}`,
];
