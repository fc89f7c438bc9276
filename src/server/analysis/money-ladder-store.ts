import { type RawBuilder, sql } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import type { BreakdownKey } from '#domain/analysis/breakdown.ts';
import type { CellRow } from '#domain/analysis/cell.ts';
import {
  type LadderPairRow,
  type LadderRung,
  ladderPairs,
  ladderRungs,
  makeMoneyLadder,
  type MoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import { minorDigits } from '#domain/values/money.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import {
  countedVersions,
  countLeftOut,
  differenceHalves,
  halves,
  readInvestorNames,
  joinHalves,
  selectKey,
  listStatuses,
  toDecimal,
} from './columns-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

export interface LadderQuery extends ProjectScope, Pick<MoneyLadder, 'by' | 'filters' | 'zones'> {
  readonly base_currency: string;
}

/** The most projects for which each group lists the codes of its projects. */
const mostCodes = 300;

const selectMinor = (rung: LadderRung) => sql<bigint | null>`${sql.ref(`v.${rung}_minor`)}`;
const selectCurrency = (rung: LadderRung) => sql<string | null>`${sql.ref(`v.${rung}_currency`)}`;

const countWhere = (condition: RawBuilder<unknown>) =>
  sql<number>`count(case when ${condition} then 1 end)`;

/** Sums one rung by key and currency. */
async function addRung(
  reader: Reader,
  scope: AnalysisScope,
  by: BreakdownKey,
  rung: LadderRung,
): Promise<CellRow[]> {
  const rows = await countedVersions(reader, scope, rung, by)
    .select([
      selectKey(by, rung).as('key'),
      selectCurrency(rung).as('currency'),
      ...halves(selectMinor(rung), 'sum'),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy([sql.ref('key'), sql.ref('currency')])
    .execute();
  return rows.map(({ key, currency, count, sum_high_minor, sum_low_minor }) => ({
    ...{ key, part: rung, count },
    ...compact({ unit: currency ?? undefined }),
    value:
      currency === null
        ? '0'
        : toDecimal(joinHalves(sum_high_minor, sum_low_minor), minorDigits(currency)),
  }));
}

/** Compares two rungs over the projects that state both in one currency. */
async function comparePair(
  reader: Reader,
  scope: AnalysisScope,
  by: BreakdownKey,
  { of, has }: (typeof ladderPairs)[number],
): Promise<LadderPairRow[]> {
  const [base, value] = [selectMinor(of), selectMinor(has)];
  const rows = await countedVersions(reader, scope, of, by)
    .where(sql<boolean>`${selectCurrency(of)} = ${selectCurrency(has)}`)
    .select([
      selectKey(by, of).as('key'),
      sql<string>`${selectCurrency(of)}`.as('currency'),
      ...halves(value, 'value'),
      ...halves(base, 'base'),
      ...differenceHalves(value, base, 'excess'),
      ...differenceHalves(base, value, 'shortfall'),
      countWhere(sql`${value} > ${base}`).as('over'),
      countWhere(sql`${value} < ${base}`).as('short'),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy([sql.ref('key'), sql.ref('currency')])
    .execute();
  return rows.map((row) => {
    const exact = (high: bigint | null, low: bigint | null) =>
      toDecimal(joinHalves(high, low), minorDigits(row.currency));
    return {
      ...{ of, has, key: row.key, unit: row.currency },
      ...{ count: row.count, over: row.over, short: row.short },
      value: exact(row.value_high_minor, row.value_low_minor),
      base: exact(row.base_high_minor, row.base_low_minor),
      excess: exact(row.excess_high_minor, row.excess_low_minor),
      shortfall: exact(row.shortfall_high_minor, row.shortfall_low_minor),
    };
  });
}

/** Lists the codes of projects by key. */
async function listCodes(
  reader: Reader,
  scope: AnalysisScope,
  by: BreakdownKey,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await countedVersions(reader, scope, 'total_investment', by)
    .select(['v.code', selectKey(by, 'total_investment').as('key')])
    .orderBy('v.code')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, own]) => [
      key,
      own.map(({ code }) => code),
    ]),
  );
}

/** Adds the codes of all projects of a group to the first row of the group. */
function withCodes(
  rows: readonly CellRow[],
  codes: ReadonlyMap<string, readonly string[]>,
): CellRow[] {
  const currencies = new Set<string>();
  return rows.map((row) => {
    if (currencies.has(row.key)) return row;
    currencies.add(row.key);
    return { ...row, ...compact({ codes: codes.get(row.key) }) };
  });
}

/** Reads planned, contracted, paid-in and completed money by group. The store sums it. */
export async function readMoneyLadder(source: Source, query: LadderQuery): Promise<MoneyLadder> {
  const reader = getReader(source);
  const { by, as_of, filters, zones, base_currency } = query;
  const [planned = [], ...later] = await Promise.all(
    ladderRungs.map((rung) => addRung(reader, query, by, rung)),
  );
  const count = planned.reduce((sum, row) => sum + row.count, 0);
  const [left_out, codes, names, ...pairs] = await Promise.all([
    countLeftOut(reader, query, listStatuses('total_investment')),
    count <= mostCodes ? listCodes(reader, query, by) : undefined,
    readInvestorNames(reader, query, 'total_investment', by),
    ...ladderPairs.map((pair) => comparePair(reader, query, by, pair)),
  ]);
  return makeMoneyLadder({
    ...{ as_of, by, filters, zones, base_currency, left_out, names },
    rows: [codes === undefined ? planned : withCodes(planned, codes), ...later].flat(),
    pairs: pairs.flat(),
  });
}
