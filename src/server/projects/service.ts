import type { Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { Measure, ProjectDetail, SummaryKey } from '#domain/projects/project.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { removeNotes } from '#domain/redaction/without-notes.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Json } from '#server/http/call.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { listProjects, type ProjectPage } from '#server/projects/register/list-store.ts';
import { BadListQuery } from '#server/projects/register/order-store.ts';
import { countUndated } from '#server/zone/first-known-day-store.ts';
import { summarise } from '#server/projects/register/summary-store.ts';
import { readFilters, rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { resolveAsOf, readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { projectTag } from './edit-service.ts';

type Deps = Pick<AppDeps, 'db'>;

/**
 * Reads one project on a day, without notes for some readers.
 *
 * @throws HttpProblem if no project has the code on that day
 */
export async function readProject(
  deps: Deps,
  code: string,
  query: QueryOf<Endpoints['project']>,
  mayViewNotes: boolean,
): Promise<Json<ProjectDetail>> {
  const zone = await readZoneSnapshot(deps, query.known_at);
  const result = await findProject(deps.db, {
    origin: zone.origin,
    knownRevision: zone.knownRevision,
    as_of: resolveAsOf(zone, query.as_of),
    code,
  });
  if (result === undefined)
    throw problem(
      'not_found',
      'No project has this code on that day. Look it up in /api/v1/projects.',
    );
  // the hash covers the sent view, since a hash of all fields would let a reader test guesses of
  // hidden ones
  const json = mayViewNotes ? result.project : removeNotes(result.project);
  const tag = await projectTag(deps.db, result.version, json);
  // the view without notes has its own tag, so that no cache takes it for the full view
  return { json, tag: mayViewNotes ? tag : `${tag}.seen` };
}

async function rejectBadQuery(work: Promise<ProjectPage>): Promise<ProjectPage> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BadListQuery)
      throw problem('bad_request', `Leave out ${error.parameter}: ${error.message}.`);
    throw error;
  }
}

/**
 * Lists a page of projects, without notes for some readers. Before the first known day it has none.
 *
 * @throws HttpProblem for a sort or cursor that does not fit, and for filters of hidden fields
 */
export async function listProjectPage(
  deps: Deps,
  query: QueryOf<Endpoints['listProjects']>,
  mayViewNotes: boolean,
): Promise<ReplyOf<Endpoints['listProjects']>> {
  rejectHiddenFilters(query, mayViewNotes);
  const zone = await readZoneSnapshot(deps, query.known_at);
  const { first_known_day } = zone;
  const as_of = resolveAsOf(zone, query.as_of);
  if (!areProjectsKnown(as_of, first_known_day))
    return { items: [], nextCursor: null, ...compact({ first_known_day }) };
  const { sort, limit, cursor } = query;
  const page = await rejectBadQuery(
    listProjects(deps.db, {
      origin: zone.origin,
      knownRevision: zone.knownRevision,
      as_of,
      currency: zone.profile.base_currency,
      ...readFilters(query),
      ...compact({ sort, limit: limit === undefined ? undefined : Number(limit), cursor }),
    }),
  );
  return mayViewNotes ? page : { ...page, items: page.items.map(removeNotes) };
}

/**
 * Counts and sums projects by group, and counts those without a date. Before the first known day
 * there are no groups.
 *
 * @throws HttpProblem for filters of hidden fields
 */
export async function readSummary(
  deps: Deps,
  query: QueryOf<Endpoints['summary']>,
  mayViewNotes: boolean,
): Promise<ReplyOf<Endpoints['summary']>> {
  rejectHiddenFilters(query, mayViewNotes);
  const zone = await readZoneSnapshot(deps, query.known_at);
  const { origin, knownRevision, first_known_day } = zone;
  const measure = (query.measure ?? 'total_investment') as Measure;
  const as_of = resolveAsOf(zone, query.as_of);
  const by = query.by as SummaryKey;
  const first = first_known_day === undefined ? {} : { first_known_day };
  if (!areProjectsKnown(as_of, first_known_day))
    return { by, measure, as_of, groups: [], left_out: [], ...first };
  const summary = await summarise(deps.db, {
    origin,
    knownRevision,
    as_of,
    by,
    measure,
    ...readFilters(query),
  });
  const withoutDate = await countUndated(deps.db.read, { origin, as_of, knownRevision });
  return {
    ...summary,
    ...first,
    ...compact({ undated: withoutDate === 0 ? undefined : withoutDate }),
  };
}
