import type { Engine } from '#server/db/db.ts';

/** The words of a table definition that differ between the engines; the rest is written once. */
export interface ColumnTypes {
  readonly text: string;
  readonly date: string;
  readonly integer: string;
  readonly boolean: string;
  readonly json: string;
  readonly bytes: string;
  /** After the closing bracket of a table. */
  readonly strict: string;
  /** Descending with missing values last, in an index. */
  readonly descending: string;
}
/**
 * Dates are text with a check: no driver and no server setting can shift them. Text compares by
 * code point on both.
 */
export const columnTypes: Readonly<Record<Engine, ColumnTypes>> = {
  sqlite: {
    text: 'text',
    date: 'text',
    integer: 'integer',
    boolean: 'integer',
    json: 'text',
    bytes: 'blob',
    strict: 'strict',
    descending: 'desc',
  },
  postgres: {
    text: 'text collate "C"',
    date: 'text collate "C"',
    integer: 'bigint',
    boolean: 'boolean',
    json: 'json',
    bytes: 'bytea',
    strict: '',
    descending: 'desc nulls last',
  },
};
