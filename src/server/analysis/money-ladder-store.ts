import { type RawBuilder, sql } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import type { Decimal } from '#domain/values/decimal.ts';
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
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
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
  writeScaled,
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

type Pair = (typeof ladderPairs)[number];
const pairName = ({ of, has }: Pair): string => `${of}_${has}`;

/** The sums of two rungs, if both are known. */
function selectPair(pair: Pair) {
  const [base, value] = [selectMinor(pair.of), selectMinor(pair.has)];
  const name = pairName(pair);
  return [
    ...differenceHalves(value, base, `${name}_excess`),
    ...differenceHalves(base, value, `${name}_shortfall`),
    countWhere(sql`${value} > ${base}`).as(`${name}_over`),
    countWhere(sql`${value} < ${base}`).as(`${name}_short`),
  ];
}

/** Projects of one key of which each rung is known in one currency, or not at all. */
interface SumRow {
  readonly key: string;
  readonly count: number;
  currencyOf(rung: LadderRung): string | null;
  /** A sum in a currency. */
  readSum(name: string, currency: string): Decimal;
  readCount(name: string): number;
}

/** A group of a key and a currency of each rung, with the columns of its sums by name. */
type GroupRow = { readonly key: string; readonly count: number } & Readonly<
  Record<string, string | bigint | number | null>
>;
type GroupScope = AnalysisScope & { readonly by: BreakdownKey };

const rungCurrencies = ladderRungs.map((rung) => `${rung}_currency`);
const readHalfNames = (name: string) => [`${name}_high_minor`, `${name}_low_minor`];
const pairSumNames = ladderPairs
  .map(pairName)
  .flatMap((name) => [
    ...[`${name}_excess`, `${name}_shortfall`].flatMap(readHalfNames),
    ...[`${name}_over`, `${name}_short`],
  ]);

/** Adds up the rungs and their differences in one pass over the projects. */
const ladderGroups = groupSum<GroupScope, GroupRow>({
  name: 'money_ladder',
  added: ['count', ...ladderRungs.flatMap(readHalfNames), ...pairSumNames],
  read: async (reader, { by, ...scope }) =>
    (await selectSums(reader, scope, by).execute()) as unknown as readonly GroupRow[],
  changedByDay: byVersion,
});

const selectSums = (reader: Reader, scope: AnalysisScope, by: BreakdownKey) =>
  countedVersions(reader, scope, 'total_investment', by)
    .select([
      selectKey(by, 'total_investment').as('key'),
      ...ladderRungs.map((rung) => selectCurrency(rung).as(`${rung}_currency`)),
      ...ladderRungs.flatMap((rung) => halves(selectMinor(rung), rung)),
      ...ladderPairs.flatMap(selectPair),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['key', ...rungCurrencies].map((name) => sql.ref(name)));

async function readSums(reader: Reader, query: LadderQuery): Promise<SumRow[]> {
  const { origin, as_of, knownRevision, without = [], within, filters, by } = query;
  const rows = await readSum(
    reader,
    { origin, as_of, without, filters, by, ...compact({ knownRevision, within }) },
    ladderGroups,
  );
  return rows.map((row) => {
    const half = (name: string): bigint | null => row[name] as bigint | null;
    return {
      key: row.key,
      count: row.count,
      currencyOf: (rung) => row[`${rung}_currency`] as string | null,
      readSum: (name, currency) =>
        writeScaled(
          joinHalves(half(`${name}_high_minor`), half(`${name}_low_minor`)),
          minorDigits(currency),
        ),
      readCount: (name) => row[name] as number,
    };
  });
}

function toCellRow({ key, count, currencyOf, readSum }: SumRow, rung: LadderRung): CellRow {
  const currency = currencyOf(rung);
  return {
    key,
    part: rung,
    count,
    ...compact({ unit: currency ?? undefined }),
    value: currency === null ? '0' : readSum(rung, currency),
  };
}

/** Compares two rungs where both are known in one currency. */
function toPairRows(row: SumRow, pair: Pair): LadderPairRow[] {
  const unit = row.currencyOf(pair.of);
  if (unit === null || unit !== row.currencyOf(pair.has)) return [];
  const name = pairName(pair);
  return [
    {
      ...pair,
      unit,
      key: row.key,
      count: row.count,
      over: row.readCount(`${name}_over`),
      short: row.readCount(`${name}_short`),
      value: row.readSum(pair.has, unit),
      base: row.readSum(pair.of, unit),
      excess: row.readSum(`${name}_excess`, unit),
      shortfall: row.readSum(`${name}_shortfall`, unit),
    },
  ];
}

/** Lists the codes of few projects, by key. */
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
  const sums = await readSums(reader, query);
  const count = sums.reduce((total, row) => total + row.count, 0);
  const [left_out, codes, names] = await Promise.all([
    countLeftOut(reader, query, listStatuses('total_investment')),
    count <= mostCodes ? listCodes(reader, query, by) : undefined,
    readInvestorNames(reader, query, 'total_investment', by),
  ]);
  const [planned = [], ...later] = ladderRungs.map((rung) =>
    sums.map((row) => toCellRow(row, rung)),
  );
  return makeMoneyLadder({
    as_of,
    by,
    filters,
    zones,
    base_currency,
    left_out,
    names,
    rows: [codes === undefined ? planned : withCodes(planned, codes), ...later].flat(),
    pairs: ladderPairs.flatMap((pair) => sums.flatMap((row) => toPairRows(row, pair))),
  });
}
