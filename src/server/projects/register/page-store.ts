import type { Project, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { listEventsBy } from '#domain/projects/segments.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { filterConditions, type ProjectFilters } from './filter-store.ts';
import { projectsAt, toProject } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { currentRevision } from '#server/db/revision-log.ts';

/** A project on a day with its events up to then. */
export interface ProjectWithEvents {
  readonly project: Project;
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
  /** The status that a person declared, if it has not expired. */
  readonly declared?: DeclaredStatus;
}

const pageSize = 1000;

/** Reads the next projects after a code, with their events. */
function readPage(
  reader: Reader,
  query: ProjectScope & ProjectFilters & { readonly knownRevision: number },
  after: string | undefined,
) {
  const { knownRevision } = query;
  let page = projectsAt(reader, query)
    .innerJoin('project_history as h', (join) =>
      join.onRef('h.origin', '=', 'v.origin').onRef('h.code', '=', 'v.code'),
    )
    .select('h.events_json')
    .where('h.revision_from', '<=', knownRevision)
    .where('h.revision_to', '>', knownRevision)
    .where((eb) => eb.and(filterConditions(eb as never, query, knownRevision)))
    .orderBy('v.code')
    .limit(pageSize);
  if (after !== undefined)
    page = page
      .where('v.code', '>', after)
      // else the engine may join the facts and histories of all projects before this one
      .where('f.code', '>', after)
      .where('h.code', '>', after);
  return page.execute();
}

/**
 * Reads all matching projects by code, page by page, so that only two pages are in memory: the
 * store reads the next one while the caller has one. All pages are at one revision.
 */
export async function* projectPages(
  source: Source,
  query: ProjectScope & ProjectFilters,
): AsyncGenerator<readonly ProjectWithEvents[]> {
  const reader = getReader(source);
  const knownRevision = Math.min(
    query.knownRevision ?? Number.MAX_SAFE_INTEGER,
    await currentRevision(source),
  );
  const scope = { ...query, knownRevision };
  let next = readPage(reader, scope, undefined);
  for (;;) {
    const rows = await next;
    const after = rows.length < pageSize ? undefined : rows.at(-1)?.code;
    if (after !== undefined) {
      next = readPage(reader, scope, after);
      // a caller that stops early does not wait for it
      next.catch(() => undefined);
    }
    if (rows.length > 0)
      yield rows.map((row) => ({
        project: toProject(row, query.as_of),
        stage_events: listEventsBy(row.events_json.stage_events, query.as_of),
        status_events: listEventsBy(row.events_json.status_events, query.as_of),
      }));
    if (after === undefined) return;
  }
}
