import { sql, type RawBuilder } from 'kysely';
import type { Transition } from '#domain/bridge.ts';
import type { StageOrUnknown, Status } from '#domain/stage.ts';
import type { Reader } from '#server/db/db.ts';
import { exactHalf } from './sums.ts';
import { pairsOf, sameOnBothDays, sideColumn, type TwoDays } from './two-days.ts';

interface TransitionRow {
  readonly from_stage: StageOrUnknown | null;
  readonly from_status: Status | null;
  readonly from_currency: string | null;
  readonly to_stage: StageOrUnknown | null;
  readonly to_status: Status | null;
  readonly to_currency: string | null;
  readonly count: number;
  readonly revised: number;
  readonly from_high_minor: bigint | null;
  readonly from_low_minor: bigint | null;
  readonly to_high_minor: bigint | null;
  readonly to_low_minor: bigint | null;
}
const heldOf = (stage: StageOrUnknown | null, status: Status | null, currency: string | null) =>
  stage === null || status === null ? undefined : { stage, status, ...(currency === null ? {} : { currency }) };

const names = ['stage', 'status', 'minor', 'currency'] as const;
/** Each project on both days, and whether its amount is another one. */
function pairs(query: TwoDays): RawBuilder<unknown> {
  const shown = (side: 'from' | 'to') => names.map((name) => sql.ref(`p.${side}_${name}`));
  const same = (side: 'from' | 'to') => names.map((name) => sql`${sideColumn(query, name)} as ${sql.ref(`${side}_${name}`)}`);
  const other = sql`case when p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency then 1 else 0 end`;
  return sql`select ${sql.join([...shown('from'), ...shown('to')])}, ${other} as other from (${pairsOf(query, names)}) as p
    union all ${sameOnBothDays(query, sql`${sql.join([...same('from'), ...same('to')])}, 0 as other`)}`;
}

/**
 * All projects by what they were, what they became and whether their amount is another one; counted and summed by the engine.
 *
 * @returns one row for each such group; amounts in minor units of their currency
 */
export async function listTransitions(reader: Reader, query: TwoDays): Promise<Transition[]> {
  const half = sql.lit(Number(exactHalf));
  const sums = (side: 'from' | 'to') => sql`
    cast(sum(${sql.ref(`${side}_minor`)} / ${half}) as bigint) as ${sql.ref(`${side}_high_minor`)},
    cast(sum(${sql.ref(`${side}_minor`)} % ${half}) as bigint) as ${sql.ref(`${side}_low_minor`)}`;
  const { rows } = await sql<TransitionRow>`select from_stage, from_status, from_currency, to_stage, to_status, to_currency,
      count(*) as count, cast(sum(other) as bigint) as revised, ${sums('from')}, ${sums('to')}
    from (${pairs(query)}) as q
    group by from_stage, from_status, from_currency, to_stage, to_status, to_currency, other`.execute(reader);
  return rows.map((row) => {
    const from = heldOf(row.from_stage, row.from_status, row.from_currency);
    const to = heldOf(row.to_stage, row.to_status, row.to_currency);
    return {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      count: row.count,
      revised: row.revised,
      from_minor: (row.from_high_minor ?? 0n) * exactHalf + (row.from_low_minor ?? 0n),
      to_minor: (row.to_high_minor ?? 0n) * exactHalf + (row.to_low_minor ?? 0n),
    };
  });
}
