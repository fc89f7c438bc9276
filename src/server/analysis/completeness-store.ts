import { sql, type RawBuilder } from 'kysely';
import {
  ageLimits,
  makeCompleteness,
  qualityFields,
  type Completeness,
  type FieldCounts,
  type QualityField,
  type UpdateAges,
} from '#domain/analysis/completeness.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/** Owners that are listed; a total counts all. */
const listedOwners = 200;

const fact = (...path: readonly string[]): RawBuilder<string | null> => {
  const steps = path.slice(0, -1).map((step) => sql` -> ${sql.lit(step)}`);
  return sql`(f.facts_json${sql.join(steps, sql``)} ->> ${sql.lit(path.at(-1) ?? '')})`;
};

/** Whether a milestone has one of some dates. */
function hasDate(engine: Engine, type: string, dates: readonly string[]): RawBuilder<boolean> {
  const dated = sql.join(
    dates.map((date) => sql`m.value ->> ${sql.lit(date)} is not null`),
    sql` or `,
  );
  const elements =
    engine === 'sqlite'
      ? sql`json_each(f.facts_json, '$.milestones') as m`
      : sql`jsonb_array_elements(cast(f.facts_json as jsonb) -> 'milestones') as m(value)`;
  return sql`exists (select 1 from ${elements} where m.value ->> 'type' = ${sql.lit(type)} and (${dated}))`;
}

/** Fields with a column of their own, which is read faster than the facts. */
const columns: Readonly<Partial<Record<FactField, string>>> = {
  prefecture: 'v.prefecture',
  industry: 'v.industry',
  investor: 'v.investor',
  owner: 'v.fact_owner',
};

/** A planned day is there where the day itself is. The column of plans spares most of the facts. */
function hasMilestone(engine: Engine, type: string, date: string): RawBuilder<boolean> {
  if (date === 'actual') return hasDate(engine, type, ['actual']);
  const planned = sql`coalesce(v.plan_dates, '') like ${`%["${type}",%`}`;
  return sql`case when ${planned} then true else ${hasDate(engine, type, ['baseline', 'actual'])} end`;
}

/** Whether a project has a value in a field. */
function isFilled(engine: Engine, field: FactField): RawBuilder<boolean> {
  if (field === 'agreement_type') return sql`coalesce(${fact(field)}, '') = 'contract'`;
  const [group, name = '', date = ''] = field.split('.');
  if (group === 'amounts') return sql`${sql.ref(`v.${name}_minor`)} is not null`;
  if (group === 'milestones') return hasMilestone(engine, name, date);
  const own = columns[field];
  return sql`coalesce(${own === undefined ? fact(field) : sql.ref(own)}, '') <> ''`;
}

const isKeptBack = (field: FactField): RawBuilder<boolean> => {
  const [group, name = ''] = field.split('.');
  return group === 'amounts'
    ? sql`coalesce(${fact('amounts', name, 'missing')}, '') = 'not_disclosed'`
    : sql`false`;
};

const only: Readonly<Record<NonNullable<QualityField['only']>, RawBuilder<boolean>>> = {
  land: sql`coalesce(${fact('site_mode')}, '') = 'land'`,
  builds: sql`(v.stage = 'construction' or coalesce(${fact('site_mode')}, '') not in ('lease', 'office'))`,
  japan: sql`coalesce(v.country, '') = 'JPN'`,
};

function applies({ from, only: limit }: QualityField): RawBuilder<boolean> {
  const rank = stages.indexOf(from);
  const reached =
    rank === 0 ? sql<boolean>`true` : sql<boolean>`coalesce(v.stage_rank, -1) >= ${sql.lit(rank)}`;
  return limit === undefined ? reached : sql`(${reached} and ${only[limit]})`;
}

/** The state of a field: 2 with a value, 1 kept back by its source, 0 missing, null not applicable. */
export const selectState = (engine: Engine, field: QualityField): RawBuilder<unknown> =>
  sql`case when not (${applies(field)}) then null when ${isFilled(engine, field.field)} then 2
    when ${isKeptBack(field.field)} then 1 else 0 end`;

const column = (i: number): RawBuilder<unknown> => sql.ref(`s.q${i}`);

/** The class of age of a row's last update: f, a, o, or null without a day. */
export function selectAge(as_of: IsoDate): RawBuilder<unknown> {
  const [fresh, ageing] = ageLimits;
  return sql`case when v.last_update is null then null when v.last_update >= ${addDays(as_of, -fresh)} then 'f'
    when v.last_update >= ${addDays(as_of, -ageing)} then 'a' else 'o' end`;
}

/**
 * Selects each active project with the state of every field, its owner and its age. Materialise it:
 * otherwise SQLite computes each state again for each count.
 */
function selectStates(reader: Reader, { filters, ...scope }: AnalysisScope): RawBuilder<unknown> {
  const engine = getEngine(reader);
  const states = qualityFields.map((field, i) => selectState(engine, field).as(`q${i}`));
  return sql`${versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts as never)
    .select(['v.fact_owner as owner', 'v.last_update as updated'])
    .select(selectAge(scope.as_of).as('age'))
    .select(states as never)
    .where('v.status', '=', 'active')
    .where((eb) => eb.and(filterConditions(eb as never, filters)))}`;
}

const ageCounts = (prefix: string, condition: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  ...(['f', 'a', 'o'] as const).map(
    (age) =>
      sql`count(*) filter (where s.age = ${sql.lit(age)} and ${condition}) as ${sql.ref(`${prefix}_${age}`)}`,
  ),
  sql`count(*) filter (where s.age is null and ${condition}) as ${sql.ref(`${prefix}_u`)}`,
  sql`min(case when ${condition} then s.updated end) as ${sql.ref(`${prefix}_first`)}`,
];

type CountRow = Readonly<Record<string, number | string | null>>;
const readNumber = (row: CountRow, name: string): number => Number(row[name] ?? 0);
const readAges = (row: CountRow, prefix: string): UpdateAges => ({
  fresh: readNumber(row, `${prefix}_f`),
  ageing: readNumber(row, `${prefix}_a`),
  old: readNumber(row, `${prefix}_o`),
  unknown: readNumber(row, `${prefix}_u`),
});
const readOldest = (row: CountRow, prefix: string): { readonly oldest?: IsoDate } => {
  const day = row[`${prefix}_first`];
  return compact({ oldest: typeof day === 'string' ? day : undefined });
};

/** Counts the values of every field over all projects, in one pass. */
async function countFields(reader: Reader, scope: AnalysisScope): Promise<CountRow> {
  const counts = qualityFields.flatMap((_, i) => [
    sql`count(${column(i)}) as ${sql.ref(`n${i}`)}`,
    sql`count(*) filter (where ${column(i)} = 2) as ${sql.ref(`y${i}`)}`,
    sql`count(*) filter (where ${column(i)} = 1) as ${sql.ref(`k${i}`)}`,
    ...ageCounts(`q${i}`, sql`${column(i)} = 2`),
  ]);
  const { rows } = await sql<CountRow>`with s as materialized ${selectStates(reader, scope)}
    select count(*) as projects, ${sql.join([...ageCounts('all', sql`true`), ...counts])} from s`.execute(
    reader,
  );
  return rows[0] ?? {};
}

/** Counts the values of all fields by owner, those with the most missing values first. */
async function countOwners(reader: Reader, scope: AnalysisScope): Promise<readonly CountRow[]> {
  const add = (state: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql.join(
      qualityFields.map((_, i) => sql`case when ${column(i)} ${state} then 1 else 0 end`),
      sql` + `,
    );
  const { rows } = await sql<CountRow>`with s as materialized ${selectStates(reader, scope)}
    select o.*, count(*) over () as owners from (
    select s.owner, count(*) as projects, sum(${add(sql`is not null`)}) as n, sum(${add(sql`= 2`)}) as y,
      sum(${add(sql`= 1`)}) as k, ${sql.join(ageCounts('all', sql`true`))}
    from s group by s.owner) as o
    order by o.n - o.y desc, o.projects desc, o.owner limit ${sql.lit(listedOwners)}`.execute(
    reader,
  );
  return rows;
}

const fieldCounts = (row: CountRow, i: number): FieldCounts => ({
  applicable: readNumber(row, `n${i}`),
  filled: readNumber(row, `y${i}`),
  not_disclosed: readNumber(row, `k${i}`),
  ages: readAges(row, `q${i}`),
  ...readOldest(row, `q${i}`),
});

/**
 * Reads how complete and how fresh the active projects are, by field and by owner.
 * @param withOwners - whether the reader may see owners
 */
export async function readCompleteness(
  reader: Reader,
  scope: AnalysisScope,
  withOwners: boolean,
): Promise<Completeness> {
  const [row, owners] = await Promise.all([
    countFields(reader, scope),
    withOwners ? countOwners(reader, scope) : undefined,
  ]);
  return makeCompleteness({
    as_of: scope.as_of,
    projects: readNumber(row, 'projects'),
    fields: qualityFields.map((_, i) => fieldCounts(row, i)),
    ages: readAges(row, 'all'),
    ...readOldest(row, 'all'),
    ...compact({
      owners: owners?.map((one) => ({
        owner: typeof one['owner'] === 'string' && one['owner'] !== '' ? one['owner'] : null,
        projects: readNumber(one, 'projects'),
        applicable: readNumber(one, 'n'),
        filled: readNumber(one, 'y'),
        not_disclosed: readNumber(one, 'k'),
        ages: readAges(one, 'all'),
        ...readOldest(one, 'all'),
      })),
      owners_total: owners === undefined ? undefined : Number(owners[0]?.['owners'] ?? 0),
    }),
  });
}
