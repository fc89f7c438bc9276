import { type RawBuilder, sql } from 'kysely';
import type { BreakdownKey, BreakdownMeasure, BreakdownStack } from '#domain/analysis/breakdown.ts';
import { joinInvestorNames } from '#domain/projects/investor-names.ts';
import { agreementTypes } from '#domain/projects/project.ts';
import { endedStatuses, type Status } from '#domain/projects/stage.ts';
import type { Names } from '#domain/values/language.ts';
import { isColumnKey, readColumnKey } from '#domain/projects/fields/own-column.ts';
import type { Reader } from '#server/db/db.ts';
import { selectColumnText } from '#server/db/fact-groups.ts';
import { compact } from '#domain/values/compact.ts';
import { type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { exactHalf } from '#server/projects/register/amount-sums.ts';
import { isInScope, knownAt } from '#server/db/versions.ts';
import { isExtension } from '#server/projects/register/extension-store.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { isCurrency, minorDigits } from '#domain/values/money.ts';

export const nothing = sql<bigint | null>`cast(null as bigint)`;

/** Facts without a column are summed as integers of millionths, so that their sums are exact. */
export const millionths = 6;
/** Counts the decimals that the integers of a unit stand for. @returns 6 for a unit that is no currency */
export const countDigits = (unit: string): number =>
  isCurrency(unit) ? minorDigits(unit) : millionths;
const asNumber = (name: string) =>
  sql<number | null>`cast(f.facts_json ->> ${sql.lit(name)} as numeric)`;
/**
 * Selects a fact in millionths. An absurdly large value counts as unknown, since no engine could
 * sum it exactly.
 */
const fact = (name: 'land_mu' | 'jobs_plan' | 'jobs_actual'): RawBuilder<bigint | null> =>
  sql`case when ${asNumber(name)} < 1000000000000 then cast(round(${asNumber(name)} * 1000000) as bigint) end`;
/** A project whose land is 0 has no site, so it has no value per mu. */
const land = sql<bigint | null>`nullif(${fact('land_mu')}, 0)`;

/** The columns that a measure sums. `unit` is null for a project whose value is unknown. */
interface MeasureColumns {
  readonly unit: RawBuilder<string | null>;
  readonly value: RawBuilder<bigint | null>;
  readonly base?: RawBuilder<bigint | null>;
  readonly needs_facts: boolean;
}

const money = (name: string): MeasureColumns => ({
  unit: sql`${sql.ref(`v.${name}_currency`)}`,
  value: sql`${sql.ref(`v.${name}_minor`)}`,
  needs_facts: false,
});
const jobs = (name: 'jobs_plan' | 'jobs_actual'): MeasureColumns => ({
  unit: sql`case when ${fact(name)} is not null then 'jobs' end`,
  value: fact(name),
  needs_facts: true,
});
/** Makes the columns of a ratio of two facts. A project without one of them counts as unknown. */
const ratio = (
  value: RawBuilder<bigint | null>,
  base: RawBuilder<bigint | null>,
  currency: RawBuilder<string | null>,
): MeasureColumns => {
  const both = sql<boolean>`${value} is not null and ${base} is not null`;
  return {
    unit: sql`case when ${both} then ${currency} end`,
    value: sql`case when ${both} then ${value} end`,
    base: sql`case when ${both} then ${base} end`,
    needs_facts: true,
  };
};
const countColumns: MeasureColumns = {
  unit: sql`'projects'`,
  value: nothing,
  needs_facts: false,
};
const { total_investment, output_plan, contracted_fdi, utilised_fdi } = {
  total_investment: money('total_investment'),
  output_plan: money('output_plan'),
  contracted_fdi: money('contracted_fdi'),
  utilised_fdi: money('utilised_fdi'),
};
/** The common currency of two amounts. A project with two currencies counts as unknown. */
const inOneCurrency = sql<string | null>`case when ${contracted_fdi.unit} = ${utilised_fdi.unit}
  then ${contracted_fdi.unit} end`;
const columns: Readonly<Record<BreakdownMeasure, MeasureColumns>> = {
  count: countColumns,
  exits: countColumns,
  total_investment,
  contracted_amount: money('contracted_amount'),
  paid_in: money('paid_in'),
  fai_done_total: money('fai_done_total'),
  output_plan,
  output_actual: money('output_actual'),
  contracted_fdi,
  utilised_fdi,
  jobs_plan: jobs('jobs_plan'),
  jobs_actual: jobs('jobs_actual'),
  investment_per_mu: ratio(total_investment.value, land, total_investment.unit),
  output_per_mu: ratio(output_plan.value, land, output_plan.unit),
  jobs_per_100m: ratio(fact('jobs_plan'), total_investment.value, total_investment.unit),
  fdi_realised: {
    ...ratio(utilised_fdi.value, sql`nullif(${contracted_fdi.value}, 0)`, inOneCurrency),
    needs_facts: false,
  },
};
/** Returns the columns that a measure sums. */
export const findColumns = (measure: BreakdownMeasure): MeasureColumns => columns[measure];

const keyColumns = {
  stage: 'stage',
  industry: 'industry',
  zone: 'zone',
  country: 'country',
  prefecture: 'prefecture',
  investor: 'investor',
  owner: 'fact_owner',
  reason: 'status_reason_code',
} as const;

const agreementType = sql<string | null>`f.facts_json ->> 'agreement_type'`;
/** Whether a key is a fact that has no column of its own. */
const isOfFacts = (key: BreakdownKey | 'none'): boolean =>
  key === 'channel' || key === 'agreement' || key === 'extension' || isColumnKey(key);

/**
 * Selects the key of a project, '' if it has none. The key `year` is the year of the exit for
 * exits, and otherwise the year of the first signing of projects that are signed or beyond.
 */
export function selectKey(
  key: BreakdownKey | BreakdownStack,
  measure: BreakdownMeasure,
): RawBuilder<string> {
  if (key === 'none') return sql`''`;
  if (isColumnKey(key)) return selectColumnText('f', readColumnKey(key));
  if (key === 'channel') return sql`coalesce(trim(f.facts_json ->> 'source_channel'), '')`;
  if (key === 'extension') return sql`case when ${isExtension} then 'extension' else '' end`;
  if (key === 'agreement')
    return sql`case when ${agreementType} = 'contract'
      then coalesce(a.earlier || '_contract', 'contract') else coalesce(${agreementType}, '') end`;
  if (key !== 'year') return sql`coalesce(trim(${sql.ref(`v.${keyColumns[key]}`)}), '')`;
  return measure === 'exits'
    ? sql`coalesce(substr(v.status_date, 1, 4), '')`
    : sql`case when v.stage_rank >= 2 then coalesce(substr(s.signed, 1, 4), '') else '' end`;
}

/** Selects the first day on which each project was signed, or null if that day is unknown. */
const firstSignings = (scope: ProjectScope) => {
  const { as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  return sql<{ code: string; signed: string | null }>`(select code, min(stage_since) as signed
    from project_version where ${isInScope(scope)} and stage = 'signed' and valid_from <= ${as_of}
    and revision_from <= ${revision} and revision_to > ${revision} group by code)`;
};

/**
 * Selects the kind of agreement that each project had before a contract. A framework agreement
 * takes precedence. Materialized: PostgreSQL without statistics of a new register would select the
 * agreements of all projects again for each project.
 */
const earlierAgreements = (scope: ProjectScope) => {
  const { as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  const kinds = agreementTypes.filter((kind) => kind !== 'contract');
  return sql<{
    code: string;
    earlier: string;
  }>`(with agreement as materialized (
    select w.code, min(e.facts_json ->> 'agreement_type') as earlier
    from project_version as w join project_facts as e on e.origin = w.origin and e.code = w.code
      and e.revision = w.facts_revision and e.facts_from = w.facts_from
    where ${isInScope(scope, 'w.')} and w.valid_from <= ${as_of} and w.revision_from <= ${revision}
      and w.revision_to > ${revision} and e.facts_json ->> 'agreement_type' in (${sql.join(kinds)})
    group by w.code) select code, earlier from agreement)`;
};

/** Lists the statuses that a measure counts. */
export const listStatuses = (measure: BreakdownMeasure): readonly Status[] =>
  measure === 'exits' ? endedStatuses : ['active'];

/**
 * Selects the version rows that a measure counts, joined with the tables that its columns and the
 * key need.
 */
export const countedVersions = (
  reader: Reader,
  { filters, ...scope }: AnalysisScope,
  measure: BreakdownMeasure,
  key: BreakdownKey | 'none' = 'none',
) =>
  versionsAt(reader, scope)
    .$if(findColumns(measure).needs_facts || isOfFacts(key), (query) =>
      query.innerJoin('project_facts as f', (join) =>
        join
          .onRef('f.origin', '=', 'v.origin')
          .onRef('f.code', '=', 'v.code')
          .onRef('f.revision', '=', 'v.facts_revision')
          .onRef('f.facts_from', '=', 'v.facts_from'),
      ),
    )
    .$if(key === 'year' && measure !== 'exits', (query) =>
      query.leftJoin(firstSignings(scope).as('s'), (join) => join.onRef('s.code', '=', 'v.code')),
    )
    .$if(key === 'agreement', (query) =>
      query.leftJoin(earlierAgreements(scope).as('a'), (join) =>
        join.onRef('a.code', '=', 'v.code'),
      ),
    )
    .where('v.status', 'in', [...listStatuses(measure)])
    .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)));

/**
 * Reads the translated names of investors by their original name. Empty unless the key is
 * `investor`.
 */
export async function readInvestorNames(
  reader: Reader,
  scope: AnalysisScope,
  measure: BreakdownMeasure,
  key: BreakdownKey,
): Promise<ReadonlyMap<string, Names>> {
  if (key !== 'investor') return new Map();
  const rows = await countedVersions(reader, scope, measure, key)
    .select([selectKey(key, measure).as('investor'), 'v.investor_names_json'])
    .where('v.investor_names_json', 'is not', null)
    .execute();
  return joinInvestorNames(
    rows.flatMap(({ investor, investor_names_json: names }) =>
      names === null ? [] : [{ investor, names }],
    ),
  );
}

/** The projects that match filters, by status. */
const statusCounts = groupSum<AnalysisScope, { readonly status: Status; readonly count: number }>({
  name: 'statuses',
  added: ['count'],
  read: (reader, { filters, ...scope }) =>
    versionsAt(reader, scope)
      .select((eb) => ['v.status', eb.fn.countAll<number>().as('count')])
      .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)))
      .groupBy('v.status')
      .execute(),
  changedByDay: byVersion,
});

/** Counts, by status, the projects that match the filters but that a measure does not count. */
export async function countLeftOut(
  reader: Reader,
  scope: AnalysisScope,
  countedStatuses: readonly Status[],
): Promise<Record<string, number>> {
  const { origin, as_of, knownRevision, without = [], within, filters } = scope;
  const rows = await readSum(
    reader,
    { origin, as_of, without, filters, ...compact({ knownRevision, within }) },
    statusCounts,
  );
  return Object.fromEntries(
    rows
      .filter(({ status }) => !countedStatuses.includes(status))
      .map(({ status, count }) => [status, count]),
  );
}

const selectHalf = (value: RawBuilder<unknown>, operator: '/' | '%') =>
  sql<bigint | null>`(${value}) ${sql.raw(operator)} ${sql.lit(Number(exactHalf))}`;
const addUp = (value: RawBuilder<unknown>) => sql<bigint | null>`cast(sum(${value}) as bigint)`;
/**
 * Selects a sum of integers in two halves, as `<name>_high_minor` and `<name>_low_minor`, so that
 * sums beyond 2^63 are exact on both engines.
 */
export const halves = <N extends string>(value: RawBuilder<bigint | null>, name: N) =>
  [
    addUp(selectHalf(value, '/')).as(`${name}_high_minor`),
    addUp(selectHalf(value, '%')).as(`${name}_low_minor`),
  ] as const;
/** Selects the halves of the sum of a − b over all rows in which a is larger. */
export const differenceHalves = <N extends string>(
  a: RawBuilder<bigint | null>,
  b: RawBuilder<bigint | null>,
  name: N,
) => {
  const half = (operator: '/' | '%') =>
    addUp(
      sql`case when ${a} > ${b} then ${selectHalf(a, operator)} - ${selectHalf(b, operator)} end`,
    );
  return [half('/').as(`${name}_high_minor`), half('%').as(`${name}_low_minor`)] as const;
};
/** Joins the two halves of an exact sum: high × 2^n + low; null counts as 0. */
export const joinHalves = (high: bigint | null, low: bigint | null): bigint =>
  (high ?? 0n) * exactHalf + (low ?? 0n);

/** Writes an integer as an exact decimal with so many digits after the point. */
export const writeScaled = (integer: bigint, digits: number): Decimal =>
  scaleByTen(String(integer), -digits);
