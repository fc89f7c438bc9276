import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The epoch of a store. A restored backup begins a new one; see db/epoch.ts. */
export const storeEpoch = (t: ColumnTypes): readonly string[] => [
  `create table store_epoch (epoch ${t.text} not null) ${t.strict}`,
];
