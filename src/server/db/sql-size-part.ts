import { type RawBuilder, sql } from 'kysely';
import { sizeParts } from '#domain/projects/amount-spread.ts';
import type { Engine } from './db.ts';

const amount = sql.ref('v.total_investment_minor');

/** Finds the part by halves: the last limit that is not above the amount. */
const findBetween = (first: number, last: number): RawBuilder<number> => {
  if (first === last) return sql.lit(first) as unknown as RawBuilder<number>;
  const middle = (first + last + 1) >> 1;
  return sql<number>`case when ${amount} < ${sql.lit(sizeParts[middle - 1])}
    then ${findBetween(first, middle - 1)} else ${findBetween(middle, last)} end`;
};

const selections = {
  sqlite: sql<
    number | null
  >`case when ${amount} is not null then ${findBetween(0, sizeParts.length)} end`,
  postgres: sql<
    number | null
  >`width_bucket(${amount}, cast(${sql.lit(`{${sizeParts.join(',')}}`)} as bigint[]))`,
} as const satisfies Record<Engine, RawBuilder<number | null>>;

/**
 * Selects the number of the part of a size class that has the planned investment of a version `v`.
 * @returns 0 for an amount of 0 or less, null for an unknown amount
 */
export const sqlSizePart = (engine: Engine): RawBuilder<number | null> => selections[engine];
