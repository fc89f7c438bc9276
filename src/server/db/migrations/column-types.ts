import type { Engine } from '#server/db/db.ts';

/** The parts of a table definition that differ between the engines. */
export interface ColumnTypes {
  readonly text: string;
  readonly date: string;
  readonly integer: string;
  readonly boolean: string;
  readonly json: string;
  readonly bytes: string;
  /** Follows the closing bracket of a table. */
  readonly strict: string;
  /** Descending order with nulls last, in an index. */
  readonly descending: string;
  /** Whether a key of an index may be a text of any length. */
  readonly hasLongKeys: boolean;
  /** Whether an index of words is a table of its own (FTS5 of SQLite). */
  readonly hasFullText: boolean;
}
/**
 * Dates are text with a check, so that no driver or server setting shifts them. Both engines
 * compare text by code point.
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
    hasLongKeys: true,
    hasFullText: true,
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
    hasLongKeys: false,
    hasFullText: false,
  },
};
