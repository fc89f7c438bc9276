import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Tokens that read files of data only, and may stand in an address. */
export const exportTokens = (t: ColumnTypes): readonly string[] => [
  `alter table api_token add column exports_only ${t.boolean} not null default false`,
];
