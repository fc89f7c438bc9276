import type { ExplainedRows } from '#domain/measures/explanation.ts';
import type { AnalysisRowsInput, TimedRowsInput } from '#domain/measures/rows-input.ts';
import {
  dropColumn,
  isColumnKey,
  readColumnKey,
  writeColumnValue,
} from '#domain/projects/fields/own-column.ts';
import { joinItems, projectFilterFields } from '#domain/overview/register-filter.ts';
import { endedStatuses } from '#domain/projects/stage.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { isInChina } from '#domain/zone/zone.ts';
import type { ExplanationQuery } from '#contract/measures/schemas.ts';
import type { AnalysisScope } from '#server/analysis/analysis-scope.ts';
import {
  listCellProjects,
  listOutsideProjects,
  listPairProjects,
  listSizeProjects,
  type RowsPage,
} from '#server/analysis/cell-projects-store.ts';
import {
  listCohortProjects,
  listEventProjects,
  listLeftProjects,
  listNotedEvents,
} from '#server/analysis/events/event-projects-store.ts';
import {
  listClosedProjects,
  listFieldProjects,
  listOpenProjects,
  listTimedProjects,
} from '#server/analysis/timed-projects-store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader, type Reader } from '#server/db/db.ts';
import { listFilterValues } from '#server/projects/register/filter-store.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import type { ZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { readOffset, usualRows } from './rows-page.ts';

type Query = ExplanationQuery & { readonly as_of: string };

/**
 * Makes the scope of an analysis: the projects that match the filters. The figure chooses the
 * statuses.
 */
function makeScope({ origin, knownRevision }: ZoneSnapshot, query: Query): AnalysisScope {
  const { status: _status, q: _q, ...filters } = readFilters(query);
  return { origin, as_of: query.as_of, knownRevision, filters };
}

/** Makes the scope of events and cohorts, which also filter by the status on the day. */
function makeEventScope(snapshot: ZoneSnapshot, query: Query): AnalysisScope {
  const { q: _q, ...filters } = readFilters(query);
  return { ...makeScope(snapshot, query), filters };
}

async function listTimed(
  reader: Reader,
  scope: AnalysisScope,
  input: TimedRowsInput,
  { profile }: ZoneSnapshot,
  page: RowsPage,
): Promise<ExplainedRows> {
  const gates = profile.gates ?? usualGates;
  if (input.by === 'all') return listTimedProjects(reader, scope, input, gates, page);
  const filterStages = listFilterValues(scope.filters.stage);
  const stage = profile.stage_mapping[input.by].filter(
    (one) => filterStages.length === 0 || filterStages.includes(one),
  );
  // no stage matches, so filter by a name that no stage has
  const filters = { ...scope.filters, stage: stage.length === 0 ? ['none'] : stage };
  return listTimedProjects(reader, { ...scope, filters }, input, gates, page);
}

/**
 * Finds the filters of the project list with the same projects.
 * @returns undefined if no list has them
 */
export function findList(
  input: AnalysisRowsInput,
  query: ExplanationQuery,
): Readonly<Record<string, string>> | undefined {
  if (input.kind !== 'cell' || input.unit !== undefined || input.known !== undefined)
    return undefined;
  const { q: _q, status: _status, ...filters } = readFilters(query);
  const places = [
    { by: input.by, place: input.group },
    { by: input.stack, place: input.part },
  ];
  const own = new Map<string, readonly string[]>(
    Object.entries(filters).map(([name, values]) => [name, listFilterValues(values)]),
  );
  for (const { by, place } of places) {
    if (by === 'none' || Object.keys(place).length === 0) continue;
    const isField = projectFilterFields.some((field) => field === by);
    const values = place.in ?? (place.is === undefined ? [] : [place.is]);
    if (isColumnKey(by) && values.length > 0) {
      const heading = readColumnKey(by);
      const texts = values.map((value) => writeColumnValue({ heading, value }));
      own.set('column', [...dropColumn(own.get('column'), heading), ...texts]);
      continue;
    }
    if (values.length === 0 || values.includes('') || !isField) return undefined;
    own.set(by, values);
  }
  own.set('status', input.measure === 'exits' ? endedStatuses : ['active']);
  return Object.fromEntries(
    [...own].flatMap(([name, values]) => {
      const words = joinItems(values);
      return words === undefined ? [] : [[name, words]];
    }),
  );
}

/**
 * Finds the rows behind a cell of a chart's table, page by page.
 * @throws HttpProblem for a cursor of another list
 */
export function findAnalysisRows(
  { db }: Pick<AppDeps, 'db'>,
  snapshot: ZoneSnapshot,
  input: AnalysisRowsInput,
  query: Query,
): Promise<ExplainedRows> {
  const reader = getReader(db);
  const page = { offset: readOffset(query.cursor), limit: Number(query.limit ?? usualRows) };
  const scope = makeScope(snapshot, query);
  switch (input.kind) {
    case 'cell':
      return listCellProjects(reader, scope, input, page);
    case 'pair':
      return listPairProjects(reader, scope, input, page);
    case 'size':
      return listSizeProjects(reader, scope, input, page);
    case 'event':
      return listEventProjects(reader, makeEventScope(snapshot, query), input, page);
    case 'noted_events':
      return listNotedEvents(reader, makeEventScope(snapshot, query), input, page);
    case 'left':
      return listLeftProjects(reader, makeEventScope(snapshot, query), input, page);
    case 'outside':
      return listOutsideProjects(reader, scope, input, page);
    case 'cohort':
      return listCohortProjects(reader, makeEventScope(snapshot, query), input, page);
    case 'open':
      return listOpenProjects(reader, scope, input, page);
    case 'closed':
      return listClosedProjects(reader, scope, input, page);
    case 'field':
      return listFieldProjects(
        reader,
        scope,
        { ...input, abroad: !isInChina(snapshot.profile) },
        page,
      );
    default:
      return listTimed(reader, scope, input, snapshot, page);
  }
}
