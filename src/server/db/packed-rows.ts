import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './db.ts';

/**
 * Packs a row into a JSON list. A value that `->` reads stays JSON. All others become texts and
 * numbers. Pass amounts in minor units as texts, since JSON numbers are floating-point.
 */
export function packRow(
  engine: Engine,
  values: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const list = sql.join([...values]);
  return engine === 'sqlite' ? sql`json_array(${list})` : sql`json_build_array(${list})`;
}

/** Reads a column of JSON text as JSON, for a packed row. */
export const asJson = (engine: Engine, column: string): RawBuilder<unknown> =>
  engine === 'sqlite' ? sql`json(${sql.ref(column)})` : sql`cast(${sql.ref(column)} as json)`;

/**
 * Packs all rows of a statement into one value. Name its column `…_json`. For tens of thousands of
 * rows, one text is several times faster to transfer from the store than rows.
 */
export const packRows = <Row extends readonly unknown[]>(
  engine: Engine,
  row: RawBuilder<unknown>,
): RawBuilder<readonly Row[]> =>
  engine === 'sqlite'
    ? sql<readonly Row[]>`json_group_array(${row})`
    : sql<readonly Row[]>`coalesce(json_agg(${row}), '[]')`;
