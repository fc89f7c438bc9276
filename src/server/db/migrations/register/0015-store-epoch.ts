import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Names the life of a store: a restored backup begins another one; see db/epoch.ts. */
export const storeEpoch = (t: ColumnTypes): readonly string[] => [
  `create table store_epoch (epoch ${t.text} not null) ${t.strict}`,
];
