import { sql, type RawBuilder } from 'kysely';
import type { Engine } from './db.ts';

/**
 * Makes the number of a day in SQL that both engines run. Differences of these numbers are days.
 * @param day - a text of the form YYYY-MM-DD, or null
 * @returns null for a text that is null
 */
export function sqlDayNumber(day: RawBuilder<unknown>): RawBuilder<number | null> {
  const part = (from: number, length: number): RawBuilder<number> =>
    sql<number>`cast(substr(${day}, ${sql.lit(from)}, ${sql.lit(length)}) as integer)`;
  // years start in March here, so that the leap day is the last day of a year
  const month = sql`((${part(6, 2)} + 9) % 12)`;
  const year = sql`(${part(1, 4)} - ${month} / 10)`;
  return sql<
    number | null
  >`(365 * ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 + (${month} * 306 + 5) / 10 + ${part(9, 2)})`;
}

/**
 * Makes the number of days between two days. It is twice as fast as the difference of two day
 * numbers.
 */
export const sqlDaysBetween = (
  engine: Engine,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
): RawBuilder<number> =>
  engine === 'sqlite'
    ? sql<number>`cast(julianday(${to}) - julianday(${from}) as integer)`
    : sql<number>`(cast(${to} as date) - cast(${from} as date))`;
