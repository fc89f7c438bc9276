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

/** The most owners of a list. Its total counts all owners. */
const listedOwners = 200;

const fact = (...path: readonly string[]): RawBuilder<string | null> => {
  const steps = path.slice(0, -1).map((step) => sql` -> ${sql.lit(step)}`);
  return sql`(f.facts_json${sql.join(steps, sql``)} ->> ${sql.lit(path.at(-1) ?? '')})`;
};

/** Makes the condition that a milestone has at least one of these dates. */
function hasDate(engine: Engine, type: string, dates: readonly string[]): RawBuilder<boolean> {
  const dateColumns = sql.join(
    dates.map((date) => sql`m.value ->> ${sql.lit(date)} is not null`),
    sql` or `,
  );
  const elements =
    engine === 'sqlite'
      ? sql`json_each(f.facts_json, '$.milestones') as m`
      : sql`jsonb_array_elements(cast(f.facts_json as jsonb) -> 'milestones') as m(value)`;
  return sql`exists (select 1 from ${elements} where m.value ->> 'type' = ${sql.lit(type)} and (${dateColumns}))`;
}

/** Fields that have a column of their own. Reading it is faster than reading the facts. */
const columns: Readonly<Partial<Record<FactField, string>>> = {
  prefecture: 'v.prefecture',
  industry: 'v.industry',
  investor: 'v.investor',
  owner: 'v.fact_owner',
};

/**
 * Makes the condition that a milestone has a date. An actual or original date also counts as a
 * planned one. The column `plan_dates` decides most rows, so their facts are not read.
 */
function hasMilestone(engine: Engine, type: string, date: string): RawBuilder<boolean> {
  if (date === 'actual') return hasDate(engine, type, ['actual']);
  const planned = sql`coalesce(v.plan_dates, '') like ${`%["${type}",%`}`;
  return sql`case when ${planned} then true else ${hasDate(engine, type, ['baseline', 'actual'])} end`;
}

/** Makes the condition that a project has a value in a field. */
function isFilled(engine: Engine, field: FactField): RawBuilder<boolean> {
  if (field === 'agreement_type') return sql`coalesce(${fact(field)}, '') = 'contract'`;
  const [group, name = '', date = ''] = field.split('.');
  if (group === 'amounts') return sql`${sql.ref(`v.${name}_minor`)} is not null`;
  if (group === 'milestones') return hasMilestone(engine, name, date);
  const own = columns[field];
  return sql`coalesce(${own === undefined ? fact(field) : sql.ref(own)}, '') <> ''`;
}

const isWithheld = (field: FactField): RawBuilder<boolean> => {
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
  const hasReached =
    rank === 0 ? sql<boolean>`true` : sql<boolean>`coalesce(v.stage_rank, -1) >= ${sql.lit(rank)}`;
  return limit === undefined ? hasReached : sql`(${hasReached} and ${only[limit]})`;
}

/** Selects the state of a field: 2 filled, 1 not disclosed, 0 missing, null not applicable. */
export const selectState = (engine: Engine, field: QualityField): RawBuilder<unknown> =>
  sql`case when not (${applies(field)}) then null when ${isFilled(engine, field.field)} then 2
    when ${isWithheld(field.field)} then 1 else 0 end`;

/**
 * Selects the age class of a row's last update: f (fresh), a (ageing), o (old), or null without a
 * day.
 */
export function selectAge(as_of: IsoDate): RawBuilder<unknown> {
  const [fresh, ageing] = ageLimits;
  return sql`case when v.last_update is null then null when v.last_update >= ${addDays(as_of, -fresh)} then 'f'
    when v.last_update >= ${addDays(as_of, -ageing)} then 'a' else 'o' end`;
}

/**
 * Selects one character for each field of `qualityFields`: its state, or `-` if it does not apply.
 */
const selectStates = (engine: Engine): RawBuilder<string> =>
  sql.join(
    qualityFields.map((field) => sql`coalesce(cast(${selectState(engine, field)} as text), '-')`),
    sql` || `,
  ) as RawBuilder<string>;

/**
 * Selects each active project with its states, owner and age class. Callers materialise it, since
 * it is read several times.
 */
const selectProjects = (reader: Reader, { filters, ...scope }: AnalysisScope) =>
  sql`${versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts as never)
    .select(['v.fact_owner as owner', 'v.last_update as updated'])
    .select([selectAge(scope.as_of).as('age'), selectStates(getEngine(reader)).as('states')])
    .where('v.status', '=', 'active')
    .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)))}`;

/** A group of projects with equal states and age class. */
interface StatesRow {
  readonly states: string;
  readonly age: 'f' | 'a' | 'o' | null;
  readonly count: number;
  readonly oldest: IsoDate | null;
}

/** Counts the projects by states and age class. The groups are few even for many projects. */
async function countStates(reader: Reader, scope: AnalysisScope): Promise<readonly StatesRow[]> {
  const { rows } = await sql<StatesRow>`with s as materialized ${selectProjects(reader, scope)}
    select s.states, s.age, count(*) as count, min(s.updated) as oldest
    from s group by s.states, s.age`.execute(reader);
  return rows;
}

const noAges: UpdateAges = { fresh: 0, ageing: 0, old: 0, unknown: 0 };
const ageNames = { f: 'fresh', a: 'ageing', o: 'old' } as const;

const sumCounts = (rows: readonly StatesRow[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

function sumAges(rows: readonly StatesRow[]): UpdateAges {
  const ages = { ...noAges };
  for (const { age, count } of rows) ages[age === null ? 'unknown' : ageNames[age]] += count;
  return ages;
}

const findOldest = (rows: readonly StatesRow[]): { readonly oldest?: IsoDate } =>
  compact({ oldest: rows.flatMap(({ oldest }) => oldest ?? []).sort()[0] });

function countField(rows: readonly StatesRow[], i: number): FieldCounts {
  const inState = (state: string) => rows.filter(({ states }) => states[i] === state);
  const isFilled = inState('2');
  const not_disclosed = sumCounts(inState('1'));
  return {
    applicable: sumCounts(isFilled) + not_disclosed + sumCounts(inState('0')),
    filled: sumCounts(isFilled),
    not_disclosed,
    ages: sumAges(isFilled),
    ...findOldest(isFilled),
  };
}

interface OwnerRow {
  readonly owner: string | null;
  readonly owners: number;
  readonly projects: number;
  readonly applicable: number;
  readonly filled: number;
  readonly not_disclosed: number;
  readonly fresh: number;
  readonly ageing: number;
  readonly old: number;
  readonly unknown: number;
  readonly oldest: IsoDate | null;
}

/** Counts the values of all fields by owner, the owners with the most missing values first. */
async function countOwners(reader: Reader, scope: AnalysisScope): Promise<readonly OwnerRow[]> {
  const countLetter = (letter: string): RawBuilder<number> =>
    sql`sum(length(s.states) - length(replace(s.states, ${sql.lit(letter)}, '')))`;
  const countAge = (age: string | null): RawBuilder<number> =>
    age === null
      ? sql`count(*) filter (where s.age is null)`
      : sql`count(*) filter (where s.age = ${sql.lit(age)})`;
  const { rows } = await sql<OwnerRow>`with s as materialized ${selectProjects(reader, scope)}
    select o.*, count(*) over () as owners from (
    select s.owner, count(*) as projects, sum(length(replace(s.states, '-', ''))) as applicable,
      ${countLetter('2')} as filled, ${countLetter('1')} as not_disclosed,
      ${countAge('f')} as fresh, ${countAge('a')} as ageing, ${countAge('o')} as old,
      ${countAge(null)} as unknown, min(s.updated) as oldest
    from s group by s.owner) as o
    order by o.applicable - o.filled desc, o.projects desc, o.owner limit ${sql.lit(listedOwners)}`.execute(
    reader,
  );
  return rows;
}

/**
 * Reads the completeness and the age of the active projects, by field and by owner.
 * @param withOwners - whether the reader may see owners
 */
export async function readCompleteness(
  reader: Reader,
  scope: AnalysisScope,
  withOwners: boolean,
): Promise<Completeness> {
  const [rows, owners] = await Promise.all([
    countStates(reader, scope),
    withOwners ? countOwners(reader, scope) : undefined,
  ]);
  return makeCompleteness({
    as_of: scope.as_of,
    projects: sumCounts(rows),
    fields: qualityFields.map((_, i) => countField(rows, i)),
    ages: sumAges(rows),
    ...findOldest(rows),
    ...compact({
      owners: owners?.map(({ owner, owners: _, oldest, fresh, ageing, old, unknown, ...one }) => ({
        ...one,
        owner: owner === '' ? null : owner,
        ages: { fresh, ageing, old, unknown },
        ...compact({ oldest: oldest ?? undefined }),
      })),
      owners_total: owners === undefined ? undefined : (owners[0]?.owners ?? 0),
    }),
  });
}
