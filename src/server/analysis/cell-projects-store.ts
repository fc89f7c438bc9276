import { type RawBuilder, sql } from 'kysely';
import { compact } from '#domain/values/compact.ts';
import { isRatio, type BreakdownMeasure } from '#domain/analysis/breakdown.ts';
import type { ExactValue, ExplainedProject, ExplainedRows } from '#domain/measures/explanation.ts';
import type {
  CellRowsInput,
  KeyPlace,
  OutsideRowsInput,
  PairRowsInput,
  SizeRowsInput,
} from '#domain/measures/rows-input.ts';
import type { Names } from '#domain/values/language.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Reader } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import { selectFact } from '#server/projects/fact-store.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import {
  countedVersions,
  findColumns,
  nothing,
  selectKey,
  writeScaled,
  countDigits,
} from './columns-store.ts';

/** A page of rows: at most `limit` rows from `offset` on. */
export interface RowsPage {
  readonly offset: number;
  readonly limit: number;
}

const exact = (minor: bigint, unit: string): ExactValue => ({
  value: writeScaled(minor, countDigits(unit)),
  unit,
});

/** Makes a page of rows. `total` of each row is the number of rows on all pages. */
export const makePage = <R extends { readonly total: number }>(
  rows: readonly R[],
  { offset, limit }: RowsPage,
  toProject: (row: R) => ExplainedProject,
): ExplainedRows => {
  const total = Number(rows[0]?.total ?? 0);
  return {
    kind: 'projects',
    total,
    items: rows.map(toProject),
    next: offset + limit < total ? String(offset + limit) : null,
  };
};
/** Selects the number of all rows as a column. */
export const countRows = sql<number>`count(*) over ()`;

const isPlaced = (
  key: RawBuilder<string>,
  { is, in: several, not }: KeyPlace,
): RawBuilder<boolean> => {
  if (is !== undefined) return sql<boolean>`${key} = ${is}`;
  if (several !== undefined) return sql<boolean>`${key} in (${sql.join([...several])})`;
  if (not === undefined || not.length === 0) return sql<boolean>`1 = 1`;
  return sql<boolean>`${key} not in (${sql.join([...not])})`;
};

interface FoundRow {
  readonly unit: string | null;
  readonly value_minor: bigint | null;
  readonly base_minor: bigint | null;
  /** Why there is no value. */
  readonly reason?: MissingReason;
}
/** Returns the amount that a project adds to a cell, and for a ratio also its base. */
function addsOf(
  { unit, value_minor: value, base_minor: base, reason = 'not_reported' }: FoundRow,
  measure: BreakdownMeasure,
): Partial<ExplainedProject> {
  if (measure === 'count' || measure === 'exits') return {};
  if (unit === null || value === null) return { missing: reason };
  if (!isRatio(measure) || base === null) return { adds: exact(value, unit) };
  if (measure === 'fdi_realised') return { adds: exact(value, unit), base: exact(base, unit) };
  return measure === 'jobs_per_100m'
    ? { adds: exact(value, 'jobs'), base: exact(base, unit) }
    : { adds: exact(value, unit), base: exact(base, 'mu') };
}

type ProjectRow = Omit<ExplainedProject, 'names'> & { readonly names_json: Names | null };
/** Makes the row of a project with what it adds. */
const toAddition =
  (measure: BreakdownMeasure) =>
  ({
    unit,
    value_minor,
    base_minor,
    reason,
    total: _,
    ...row
  }: ProjectRow & FoundRow & { readonly total: number }): ExplainedProject => ({
    ...toNamed(row),
    ...addsOf({ unit, value_minor, base_minor, ...compact({ reason }) }, measure),
  });

/** The rows of projects with the reason why each states no value. */
async function addReasons<R extends FoundRow & { readonly code: string }>(
  reader: Reader,
  { filters: _, ...scope }: AnalysisScope,
  measure: BreakdownMeasure,
  rows: readonly R[],
): Promise<readonly (R & { readonly reason?: MissingReason })[]> {
  const codes = rows.flatMap(({ unit, code }) => (unit === null ? [code] : []));
  if (codes.length === 0) return rows;
  const facts = await versionsAt(reader, { ...scope, only: codes })
    .innerJoin('project_facts as f', joinFacts)
    .select(['v.code', selectFact('amounts', measure, 'missing').as('reason')])
    .execute();
  const reasons = new Map(
    facts.map((one) => [one.code, (one.reason as MissingReason | null) ?? undefined]),
  );
  return rows.map((row) => ({ ...row, ...compact({ reason: reasons.get(row.code) }) }));
}

/** Lists the projects of a cell of a breakdown, the largest contributions first. */
export async function listCellProjects(
  reader: Reader,
  scope: AnalysisScope,
  { measure, by, stack, group, part, unit: requestedUnit, known }: CellRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const { unit, value, base } = findColumns(measure);
  const rows = await countedVersions(reader, scope, measure, by)
    .where(isPlaced(selectKey(by, measure), group))
    .where(isPlaced(selectKey(stack, measure), part))
    .$if(requestedUnit !== undefined, (query) =>
      query.where(sql<boolean>`${unit} = ${requestedUnit}`),
    )
    .$if(known === true, (query) => query.where(sql<boolean>`${unit} is not null`))
    .$if(known === false, (query) => query.where(sql<boolean>`${unit} is null`))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status', unit.as('unit')])
    .select([value.as('value_minor'), (base ?? nothing).as('base_minor'), countRows.as('total')])
    .orderBy(sql`${value} desc nulls last`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(await addReasons(reader, scope, measure, rows), page, toAddition(measure));
}

/** Lists the projects that state both rungs of a pair in one currency, with both amounts. */
export async function listPairProjects(
  reader: Reader,
  scope: AnalysisScope,
  { of, has, by, group, unit, side }: PairRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const [value, base] = [has, of].map((rung) => sql<bigint>`${sql.ref(`v.${rung}_minor`)}`) as [
    RawBuilder<bigint>,
    RawBuilder<bigint>,
  ];
  const rows = await countedVersions(reader, scope, of, by)
    .where(isPlaced(selectKey(by, of), group))
    .where(sql<boolean>`${sql.ref(`v.${of}_currency`)} = ${unit}`)
    .where(sql<boolean>`${sql.ref(`v.${has}_currency`)} = ${unit}`)
    .$if(side === 'above', (query) => query.where(sql<boolean>`${value} > ${base}`))
    .$if(side === 'below', (query) => query.where(sql<boolean>`${value} < ${base}`))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status'])
    .select([value.as('value_minor'), base.as('base_minor'), countRows.as('total')])
    .orderBy(sql`${value} desc`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ value_minor, base_minor, total: _, ...row }) => ({
    ...toNamed(row),
    adds: exact(value_minor, unit),
    base: exact(base_minor, unit),
  }));
}

/** Makes the condition that a value is in a size class. */
function isOfSize(
  { class: size, unit: requestedUnit }: SizeRowsInput,
  { unit, value }: Pick<ReturnType<typeof findColumns>, 'unit' | 'value'>,
): RawBuilder<boolean> {
  const own = sql`${unit} = ${requestedUnit}`;
  if (size === 'none') return sql<boolean>`${unit} is null`;
  if (size === 'other') return sql<boolean>`${unit} <> ${requestedUnit}`;
  if (size === 'zero') return sql<boolean>`(${own} and ${value} <= 0)`;
  if (size === 'above') return sql<boolean>`(${own} and ${value} > 0)`;
  return sql<boolean>`(${own} and ${value} >= ${BigInt(size.from)} and ${value} < ${BigInt(size.to)})`;
}

/** Lists the projects of a stage whose value is in a size class, the largest first. */
export async function listSizeProjects(
  reader: Reader,
  scope: AnalysisScope,
  input: SizeRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const { stage, measure } = input;
  const { unit, value } = findColumns(measure);
  const rows = await countedVersions(reader, scope, measure, 'stage')
    .$if(stage !== undefined, (query) => query.where('v.stage', '=', stage as never))
    .where(isOfSize(input, { unit, value }))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status', unit.as('unit')])
    .select([value.as('value_minor'), nothing.as('base_minor'), countRows.as('total')])
    .orderBy(sql`${value} desc nulls last`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(await addReasons(reader, scope, measure, rows), page, toAddition(measure));
}

/** Lists the projects of a status. */
export async function listOutsideProjects(
  reader: Reader,
  { filters, ...scope }: AnalysisScope,
  { status }: OutsideRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const rows = await versionsAt(reader, scope)
    .where('v.status', '=', status)
    .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status', countRows.as('total')])
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ total: _, ...row }) => toNamed(row));
}
