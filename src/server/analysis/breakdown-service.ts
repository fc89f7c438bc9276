import {
  type Breakdown,
  type BreakdownKey,
  type BreakdownMeasure,
  type BreakdownStack,
  findBreakdownKey,
  breakdownMeasures,
  breakdownStacks,
  isPossible,
  listStacks,
} from '#domain/analysis/breakdown.ts';
import { type Distribution, distributionMeasures } from '#domain/analysis/distribution.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import { makeOwnColumns, type OwnColumns } from '#domain/analysis/own-columns.ts';
import type { AnalysisQuery } from '#contract/analysis/query.ts';
import {
  areProjectsKnown,
  makeUnknownProjects,
  type UnknownProjects,
} from '#domain/projects/first-known-day.ts';
import { problem } from '#server/core/problem.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { getReader } from '#server/db/db.ts';
import { countColumnTexts } from './own-columns-store.ts';
import { readBreakdown } from './breakdown-store.ts';
import { readDistribution } from './distribution-store.ts';
import { readMoneyLadder } from './money-ladder-store.ts';

/** The day, the filters and the groups of a breakdown. The default replaces an unknown value. */
type GroupedQuery = Omit<AnalysisQuery, 'plan'> & {
  /** A revision, which takes precedence over `known_at`. */
  readonly knownRevision?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
};
type Deps = Pick<AppDeps, 'db'>;

const pick = <T extends string>(values: readonly T[], word: string | undefined, usual: T): T =>
  values.find((value) => value === word) ?? usual;

/** Reads the scope of a query: one revision of the zone, with the filters as lists. */
async function readScope(deps: Deps, query: GroupedQuery) {
  const { without = [] } = query;
  const snapshot = await readZoneSnapshot(deps, query.knownRevision ?? query.known_at, without);
  const { knownRevision, origin, profile, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  const { status: _status, q: _q, ...filters } = readFilters(query);
  const lists = Object.fromEntries(
    Object.entries(filters).map(([name, list]) => [name, typeof list === 'string' ? [list] : list]),
  );
  return {
    origin,
    as_of,
    knownRevision,
    first_known_day,
    without,
    filters: lists,
    base_currency: profile.base_currency,
    zones: Object.fromEntries(profile.function_zones.map(({ id, name }) => [id, name])),
  };
}
type Scope = Omit<Awaited<ReturnType<typeof readScope>>, 'first_known_day'>;

/** Reads figures of the projects of a query, unless no project is known of its day. */
async function readKnown<T>(
  deps: Deps,
  query: GroupedQuery,
  read: (scope: Scope) => Promise<T>,
): Promise<T | UnknownProjects> {
  const { first_known_day, ...scope } = await readScope(deps, query);
  const { as_of } = scope;
  return areProjectsKnown(as_of, first_known_day)
    ? read(scope)
    : makeUnknownProjects(as_of, first_known_day);
}

function rejectImpossible(
  measure: BreakdownMeasure,
  keys: readonly (BreakdownKey | BreakdownStack)[],
): void {
  if (keys.every((key) => isPossible(measure, key))) return;
  throw problem(
    'bad_request',
    'Use reason with the measure exits only: a project without an exit has no reason.',
  );
}

/**
 * Reads a measure by group and part.
 * @throws HttpProblem for a combination of measure, group and parts that the chart does not take
 */
export async function findBreakdown(
  deps: Deps,
  query: GroupedQuery,
): Promise<Breakdown | UnknownProjects> {
  const measure = pick(breakdownMeasures, query.measure, 'total_investment');
  const by = findBreakdownKey(query.by) ?? 'industry';
  const stack = pick(breakdownStacks, query.stack, listStacks(measure, by)[0] ?? 'none');
  rejectImpossible(measure, [by, stack]);
  return readKnown(deps, query, (scope) =>
    readBreakdown(deps.db, { ...scope, measure, by, stack }),
  );
}

/**
 * Reads what was planned, contracted, paid in and completed, by group.
 * @throws HttpProblem for a group that the chart does not take
 */
export async function findMoneyLadder(
  deps: Deps,
  query: GroupedQuery,
): Promise<MoneyLadder | UnknownProjects> {
  const by = findBreakdownKey(query.by) ?? 'industry';
  rejectImpossible('total_investment', [by]);
  return readKnown(deps, query, (scope) => readMoneyLadder(deps.db, { ...scope, by }));
}

/**
 * Reads the distribution of project sizes by stage.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function findDistribution(
  deps: Deps,
  query: GroupedQuery,
): Promise<Distribution | UnknownProjects> {
  const measure = pick(distributionMeasures, query.measure, 'total_investment');
  return readKnown(deps, query, (scope) => readDistribution(deps.db, { ...scope, measure }));
}

/**
 * Reads the columns of the register that are no field, for groups and filters.
 * @throws HttpProblem if there was no zone at that moment
 */
export const findOwnColumns = (
  deps: Deps,
  query: Pick<GroupedQuery, 'as_of' | 'known_at'>,
): Promise<OwnColumns | UnknownProjects> =>
  readKnown(deps, query, async ({ as_of, ...scope }) =>
    makeOwnColumns(as_of, await countColumnTexts(getReader(deps.db), { ...scope, as_of })),
  );
