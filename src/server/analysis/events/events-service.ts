import type { PeriodSize } from '#domain/analysis/events/calendar-periods.ts';
import {
  listEvents,
  findSteps,
  type EventGroup,
  type FunnelStep,
} from '#domain/analysis/events/choices.ts';
import { makeCohortFunnel, type CohortFunnel } from '#domain/analysis/events/cohort-funnel.ts';
import {
  eventMeasures,
  makeEventSeries,
  type EventMeasure,
} from '#domain/analysis/events/event-series.ts';
import { makeIndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import {
  areProjectsKnown,
  makeUnknownProjects,
  type UnknownProjects,
} from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { problem } from '#server/core/problem.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { readCohorts } from './cohort-store.ts';
import { readEvents } from './event-series-store.ts';
import { readRecordTimes } from './record-times-store.ts';

type Deps = Pick<AppDeps, 'db'>;

/** The day, the filters and the options of the chart. */
export interface EventsQuery {
  readonly as_of?: string | undefined;
  readonly known_at?: string | undefined;
  /** A revision, which takes precedence over `known_at`. */
  readonly knownRevision?: number;
  readonly measure?: string | undefined;
  readonly event?: string | undefined;
  readonly period?: string | undefined;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
  readonly [filter: string]: string | number | readonly string[] | undefined;
}

async function readScope({ db }: Deps, query: EventsQuery) {
  const { without = [] } = query;
  const snapshot = await readZoneSnapshot({ db }, query.knownRevision ?? query.known_at, without);
  const { origin, knownRevision, first_known_day, profile } = snapshot;
  const { q: _q, ...filters } = readFilters(query as never);
  const scope = {
    origin,
    knownRevision,
    as_of: resolveAsOf(snapshot, query.as_of),
    without,
    filters,
  };
  return { scope, first_known_day, profile };
}
type Scope = Awaited<ReturnType<typeof readScope>>;

/** The scope of a day of which projects are known. */
type KnownScope = Scope & { readonly first_known_day: IsoDate };
const isKnown = (read: Scope): read is KnownScope =>
  areProjectsKnown(read.scope.as_of, read.first_known_day);
const describeUnknown = ({ scope, first_known_day }: Scope): UnknownProjects =>
  makeUnknownProjects(scope.as_of, first_known_day);

const readRecords = ({ db }: Deps, { scope, first_known_day, profile }: KnownScope) =>
  readRecordTimes(db, { ...scope, first_known_day, data_date: profile.data_date });

async function readIndicator(
  { db }: Deps,
  { scope, profile }: Scope,
  id: string,
  size: PeriodSize,
): Promise<SeriesPart> {
  const numbers = profile.indicators.filter(({ kind }) => kind !== 'qualitative');
  const indicator = numbers.find((one) => one.id === id);
  if (indicator === undefined) {
    const measureIds = [...eventMeasures, ...numbers.map((one) => one.id)];
    throw problem('bad_request', `Correct measure: use one of ${measureIds.join(', ')}.`);
  }
  const { origin, as_of, knownRevision } = scope;
  const observations = await listObservations(db, { origin, as_of, knownRevision, indicator: id });
  return { indicator: makeIndicatorSeries({ indicator, observations, as_of, size }) };
}

/**
 * Reads events of projects by period, or an indicator by period.
 * @throws HttpProblem for an unknown measure or indicator
 */
export async function findSeries(
  deps: Deps,
  query: EventsQuery,
): Promise<SeriesPart | UnknownProjects> {
  const read = await readScope(deps, query);
  const size = (query.period ?? 'quarter') as PeriodSize;
  const measure = eventMeasures.find(
    (one): one is EventMeasure => one === (query.measure ?? 'projects'),
  );
  if (measure === undefined) return readIndicator(deps, read, query.measure ?? '', size);
  if (!isKnown(read)) return describeUnknown(read);
  const { scope, first_known_day } = read;
  const records = await readRecords(deps, read);
  const events = listEvents((query.event ?? 'progress') as EventGroup);
  const rows = await readEvents(deps.db, { ...scope, measure, events, first_known_day });
  const { as_of } = scope;
  return { events: makeEventSeries({ as_of, size, measure, events, records, ...rows }) };
}

/**
 * Reads the outcomes of projects by the period of their entry.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function findFunnel(
  deps: Deps,
  query: EventsQuery,
): Promise<CohortFunnel | UnknownProjects> {
  const read = await readScope(deps, query);
  if (!isKnown(read)) return describeUnknown(read);
  const { scope, first_known_day } = read;
  const records = await readRecords(deps, read);
  const steps = findSteps((query.event ?? 'lead_signed') as FunnelStep);
  const rows = await readCohorts(deps.db, { ...scope, ...steps, first_known_day });
  const size = (query.period ?? 'half_year') as PeriodSize;
  return makeCohortFunnel({ as_of: scope.as_of, size, ...steps, records, ...rows });
}
