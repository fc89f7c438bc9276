import { sql, type RawBuilder } from 'kysely';
import {
  ageLimits,
  makeCompleteness,
  qualityFields,
  type Completeness,
  type CompletenessInput,
  type FieldCounts,
  type QualityField,
  type UpdateAges,
} from '#domain/analysis/completeness.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { selectFact } from '#server/projects/fact-store.ts';

/** The most owners of a list. Its total counts all owners. */
const listedOwners = 200;

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
  if (field === 'agreement_type') return sql`coalesce(${selectFact(field)}, '') = 'contract'`;
  const [group, name = '', date = ''] = field.split('.');
  if (group === 'amounts') return sql`${sql.ref(`v.${name}_minor`)} is not null`;
  if (group === 'milestones') return hasMilestone(engine, name, date);
  const own = columns[field];
  return sql`coalesce(${own === undefined ? selectFact(field) : sql.ref(own)}, '') <> ''`;
}

const isWithheld = (field: FactField): RawBuilder<boolean> => {
  const [group, name = ''] = field.split('.');
  return group === 'amounts'
    ? sql`coalesce(${selectFact('amounts', name, 'missing')}, '') = 'not_disclosed'`
    : sql`false`;
};

const only: Readonly<Record<NonNullable<QualityField['only']>, RawBuilder<boolean>>> = {
  land: sql`coalesce(${selectFact('site_mode')}, '') = 'land'`,
  builds: sql`(v.stage = 'construction' or coalesce(${selectFact('site_mode')}, '') not in ('lease', 'office'))`,
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

/** The active projects of one owner with equal states and day of the last update. */
interface StatesRow {
  readonly owner: string | null;
  readonly states: string;
  readonly age: 'f' | 'a' | 'o' | null;
  readonly updated: IsoDate | null;
  readonly count: number;
}
/** The active projects by owner, states and last update. Editions give many the same day. */
const fieldStates = groupSum<AnalysisScope, StatesRow>({
  name: 'field_states',
  added: ['count'],
  read: async (reader, { filters, ...scope }) => {
    const projects = versionsAt(reader, scope)
      .innerJoin('project_facts as f', joinFacts as never)
      .select(['v.fact_owner as owner', 'v.last_update as updated'])
      .select([selectAge(scope.as_of).as('age'), selectStates(getEngine(reader)).as('states')])
      .where('v.status', '=', 'active')
      .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)));
    const { rows } = await sql<StatesRow>`with s as materialized ${projects}
      select s.owner, s.states, s.age, s.updated, count(*) as count
      from s group by s.owner, s.states, s.age, s.updated`.execute(reader);
    return rows;
  },
});

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
  compact({ oldest: rows.flatMap(({ updated }) => updated ?? []).sort()[0] });

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

type OwnerCounts = NonNullable<CompletenessInput['owners']>[number];

/** Counts the values of all fields of some projects in a state. */
const countValues = (rows: readonly StatesRow[], isCounted: (state: string) => boolean): number =>
  rows.reduce((sum, { states, count }) => sum + [...states].filter(isCounted).length * count, 0);

/** Orders owners by their missing values, then by their projects; no owner comes first. */
const compareOwners = (a: OwnerCounts, b: OwnerCounts): number =>
  b.applicable - b.filled - (a.applicable - a.filled) ||
  b.projects - a.projects ||
  ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1);

/** Counts the values of all fields by owner, the owners with the most missing values first. */
const countOwners = (rows: readonly StatesRow[]): OwnerCounts[] =>
  [...Map.groupBy(rows, ({ owner }) => owner)]
    .map(([owner, own]) => ({
      owner: owner === '' ? null : owner,
      projects: sumCounts(own),
      applicable: countValues(own, (state) => state !== '-'),
      filled: countValues(own, (state) => state === '2'),
      not_disclosed: countValues(own, (state) => state === '1'),
      ages: sumAges(own),
      ...findOldest(own),
    }))
    .toSorted(compareOwners);

/** Marks the fields that no project of a zone abroad can lack as not applicable. */
const skipChineseFields = (rows: readonly StatesRow[]): readonly StatesRow[] =>
  rows.map((row) => ({
    ...row,
    states: qualityFields
      .map(({ field }, i) => (isApplicable(field, true) ? (row.states[i] ?? '-') : '-'))
      .join(''),
  }));

interface CompletenessOptions {
  /** Whether the reader may see owners. */
  readonly withOwners: boolean;
  /** Whether the zone is outside China. Then codes of China and areas in mu do not count. */
  readonly abroad: boolean;
}

/** Reads the completeness and the age of the active projects, by field and by owner. */
export async function readCompleteness(
  reader: Reader,
  scope: AnalysisScope,
  { withOwners, abroad }: CompletenessOptions,
): Promise<Completeness> {
  const states = await readSum(reader, scope, fieldStates);
  const rows = abroad ? skipChineseFields(states) : states;
  const owners = withOwners ? countOwners(rows) : undefined;
  return makeCompleteness({
    as_of: scope.as_of,
    projects: sumCounts(rows),
    fields: qualityFields.map((_, i) => countField(rows, i)),
    ages: sumAges(rows),
    ...findOldest(rows),
    ...compact({ owners: owners?.slice(0, listedOwners), owners_total: owners?.length }),
  });
}
