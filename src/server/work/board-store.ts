import { sql, type RawBuilder } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import { minorDigits } from '#domain/values/currency/minor-digits.ts';
import type { Currency, WireMoney } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Stage, StageOrUnknown } from '#domain/projects/stage.ts';
import { makeCard, type Card } from '#domain/work/board.ts';
import type { BoardColumn } from '#contract/work/schemas.ts';
import {
  completionFields,
  listCompletionFields,
  type CompletionField,
} from '#domain/work/to-complete.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import {
  addDayEnd,
  candidates,
  needsAttention,
  type EndedScope,
} from '#server/projects/actions/action-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import { findFactors } from '#server/currencies/converted-amount-store.ts';
import {
  makeAmountOrder,
  mergeRows,
  type AmountOrder,
  type AmountPlace,
} from '#server/projects/register/amount-order-store.ts';
import { addRows, exactHalf, type SumRow } from '#server/projects/register/amount-sums.ts';
import { filterConditions, type ProjectFilters } from '#server/projects/register/filter-store.ts';
import {
  selectOfHistory,
  viewColumns,
  toProject,
  type ProjectRow,
} from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { selectFact } from '#server/projects/fact-store.ts';

export interface BoardQuery extends ProjectScope, ProjectFilters {
  readonly currency: Currency;
  /**
   * The least amount in major units of the zone's currency. `amount_to` is the first amount that is
   * too large.
   */
  readonly amount_from?: string;
  readonly amount_to?: string;
  readonly attention: boolean;
  readonly to_complete: boolean;
  readonly onlyStage?: StageOrUnknown;
  /** The most cards of a column. */
  readonly limit: number;
}

/** The condition that neither a planned date nor an event says whether `c` is stalled or late. */
const lacksDates = sql<boolean>`(c.overdue_baseline is null and c.event is null)`;

type EndedQuery = BoardQuery & EndedScope;

/** Makes the condition that a field is missing, by the same rules as `fieldsToComplete`. */
function lacks(field: CompletionField): RawBuilder<boolean> {
  if (field === 'agreement_type') return sql`coalesce(${selectFact(field)}, '') <> 'contract'`;
  if (field === 'national_code')
    return sql`(coalesce(${selectFact(field)}, '') = '' and ${selectFact('site_mode')} = 'land')`;
  const [group, name = ''] = field.split('.');
  return group === 'amounts'
    ? sql`(${sql.ref(`v.${name}_minor`)} is null and coalesce(${selectFact('amounts', name, 'missing')}, '') <> 'not_disclosed')`
    : sql`coalesce(${selectFact(field)}, '') = ''`;
}
const isIncomplete = (currency: Currency): RawBuilder<boolean> =>
  sql`case v.stage ${sql.join(
    (Object.keys(completionFields) as Stage[]).map((stage) => {
      const fields = listCompletionFields(stage, currency).map(lacks);
      return sql`when ${sql.lit(stage)} then (${sql.join(fields, sql` or `)})`;
    }),
    sql` `,
  )} else false end`;

function amountConditions({ currency, amount_from, amount_to }: BoardQuery): RawBuilder<boolean>[] {
  const minor = (major: string) => BigInt(major) * 10n ** BigInt(minorDigits(currency));
  return [
    ...(amount_from === undefined
      ? []
      : [sql<boolean>`v.total_investment_minor >= ${minor(amount_from)}`]),
    ...(amount_to === undefined
      ? []
      : [sql<boolean>`v.total_investment_minor < ${minor(amount_to)}`]),
  ].flatMap((condition) => [condition, sql<boolean>`v.total_investment_currency = ${currency}`]);
}

/**
 * Selects the matching active projects, each with whether it needs attention and whether it is
 * incomplete.
 */
const matching = (reader: Reader, query: EndedQuery): RawBuilder<unknown> =>
  sql`select c.*, ${needsAttention} as needs, (${lacksDates} and (${needsAttention}) is not true) as undated, (c.incomplete and c.stage <> 'unknown') as lacks from (${candidates(
    reader,
    query,
  )
    .innerJoin('project_facts as f', joinFacts as never)
    .select(['v.stage', 'v.overdue_baseline', isIncomplete(query.currency).as('incomplete')])
    .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
    .where((eb) => eb.and(amountConditions(query)))}) as c`;

const filterBoard = ({ attention, to_complete }: BoardQuery): RawBuilder<boolean> =>
  sql`${attention ? sql`b.needs` : sql`true`} and ${to_complete ? sql`b.lacks` : sql`true`}`;

interface StageSum extends SumRow {
  readonly stage: StageOrUnknown;
  readonly attention: number;
  readonly undated: number;
  readonly to_complete: number;
}

/** Counts and sums the matching projects by stage and currency. */
async function sumsOfBoard(reader: Reader, query: EndedQuery): Promise<readonly StageSum[]> {
  const half = sql.lit(exactHalf);
  const { rows } = await sql<StageSum>`with b as (${matching(reader, query)})
    select b.stage, b.currency, count(*) filter (where ${filterBoard(query)}) as count,
      cast(sum(b.amount_minor / ${half}) filter (where ${filterBoard(query)}) as bigint) as high_minor,
      cast(sum(b.amount_minor % ${half}) filter (where ${filterBoard(query)}) as bigint) as low_minor,
      count(*) filter (where b.needs) as attention,
      count(*) filter (where b.undated and ${filterBoard(query)}) as undated, count(*) filter (where b.lacks) as to_complete
    from b group by b.stage, b.currency`.execute(reader);
  return rows;
}

type CardRow = ProjectRow &
  AmountPlace & {
    readonly version: number;
    readonly due: IsoDate | null;
    readonly event: IsoDate | null;
    readonly stalled_before: IsoDate | null;
  };

/**
 * Reads the first cards of each column: the largest first, by exact amounts at the rates of the day,
 * then amounts in currencies without a rate, then projects without an amount.
 */
async function cardsOfBoard(
  reader: Reader,
  query: EndedQuery,
  factors: AmountOrder['factors'],
): Promise<ReadonlyMap<StageOrUnknown, readonly Card[]>> {
  const { onlyStage, limit } = query;
  const columns = sql.join([...viewColumns, 'f.facts_json'].map((column) => sql.ref(column)));
  const { rows } = await sql<CardRow>`with b as (${matching(reader, query)}),
    n as (select b.*, row_number() over (partition by b.stage, b.currency
        order by b.amount_minor desc, b.code) as place
      from b where ${filterBoard(query)} and ${onlyStage === undefined ? sql`true` : sql`b.stage = ${onlyStage}`})
    select ${columns}, n.currency as total_investment_currency, n.amount_minor as total_investment_minor, n.due, n.event, n.stalled_before,
      ${selectOfHistory('made_by', query.knownRevision)} as made_by, ${selectOfHistory('revision_from', query.knownRevision)} as version
    from n join project_version as v on v.origin = n.origin and v.code = n.code and v.revision_from = n.revision_from and v.valid_from = n.valid_from
    join project_facts as f on f.origin = v.origin and f.code = v.code and f.revision = v.facts_revision and f.facts_from = v.facts_from
    where n.place <= ${sql.lit(limit)} order by n.stage, n.place`.execute(reader);
  const currencies = new Set(rows.flatMap((row) => row.total_investment_currency ?? []));
  const order = makeAmountOrder(factors, [...currencies].toSorted(), true);
  return new Map(
    [...Map.groupBy(rows, ({ stage }) => stage)].map(([stage, list]) => [
      stage,
      mergeRows(list, order)
        .slice(0, limit)
        .map((row) => toCard(row, query)),
    ]),
  );
}

function toCard(row: CardRow, { as_of, currency }: BoardQuery): Card {
  const { event, stalled_before, due, version } = row;
  const isStalled = event !== null && stalled_before !== null && event < stalled_before;
  return makeCard(
    {
      project: toProject(row, as_of),
      currency,
      version,
      ...compact({
        stalled_since: isStalled ? event : undefined,
        issue_due: due ?? undefined,
      }),
    },
    as_of,
  );
}

export interface BoardRows {
  readonly matching: number;
  readonly attention: number;
  readonly undated: number;
  readonly to_complete: number;
  readonly amounts: readonly WireMoney[];
  readonly unrated: readonly Currency[];
  readonly columns: readonly BoardColumn[];
}

/**
 * Reads the board of a day.
 * @param stages - the columns in order
 */
export async function boardRows(
  source: Source,
  query: BoardQuery,
  stages: readonly StageOrUnknown[],
): Promise<BoardRows> {
  const reader = getReader(source);
  const endedScope = await addDayEnd(reader, query);
  const rates = await listExchangeRates(reader, query.knownRevision);
  const currencies = rates.flatMap(({ base, quote }) => [base, quote]);
  const factors = findFactors(rates, new Set([query.currency, ...currencies]), query);
  const [sums, cards] = await Promise.all([
    sumsOfBoard(reader, endedScope),
    cardsOfBoard(reader, endedScope, factors),
  ]);
  const byStage = Map.groupBy(sums, ({ stage }) => stage);
  const add = (key: 'attention' | 'undated' | 'to_complete') =>
    sums.reduce((sum, row) => sum + row[key], 0);
  const whole = addRows(sums, query.currency);
  return {
    matching: whole.count,
    attention: add('attention'),
    undated: add('undated'),
    to_complete: add('to_complete'),
    amounts: whole.amounts,
    unrated: whole.amounts.flatMap(({ currency }) => (factors.has(currency) ? [] : [currency])),
    columns: stages
      .filter((stage) => stage !== 'unknown' || byStage.has('unknown'))
      .map((stage) => ({
        stage,
        ...addRows(
          (byStage.get(stage) ?? []).filter(({ count }) => count > 0),
          query.currency,
        ),
        cards: cards.get(stage) ?? [],
      })),
  };
}
