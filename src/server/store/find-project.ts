import type { ProjectDetail, StageEvent, StatusEvent } from '#domain/project.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { importedFrom } from './import-sources.ts';
import { timelines } from './known-projects.ts';
import { projectsAt, toProject, type ProjectScope } from './project-view.ts';
import { currentRevision } from './revisions.ts';

/** One project with its history up to the day; undefined when the register doesn't have it on that day. */
export async function findProject(source: Source, scope: ProjectScope & { readonly code: string }): Promise<ProjectDetail | undefined> {
  const known = scope.known ?? (await currentRevision(source));
  const row = await projectsAt(readerOf(source), { ...scope, known })
    .where('v.code', '=', scope.code)
    .executeTakeFirst();
  if (!row) return undefined;
  const project = (await timelines(source, scope.origin, [scope.code], known)).get(scope.code);
  const imported_from = await importedFrom(source, scope, project?.imported);
  const happened = <E extends StageEvent | StatusEvent>(events: readonly E[] = []): E[] =>
    events.filter((e) => e.date === undefined || e.date <= scope.as_of);
  return {
    ...toProject(row, scope.as_of),
    stage_events: happened(project?.events.stage_events),
    status_events: happened(project?.events.status_events),
    ...(imported_from === undefined ? {} : { imported_from }),
  };
}
