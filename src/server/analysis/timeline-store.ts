import { sql } from 'kysely';
import { startTimeline, type ProjectTimeline } from '#domain/analysis/project-timeline.ts';
import type { TimedProject } from '#domain/analysis/timeline-project.ts';
import type { Gate } from '#domain/projects/gate.ts';
import type { Milestone, ProjectFacts } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { Reader } from '#server/db/db.ts';
import { begin, joinFacts, knownAt } from '#server/db/versions.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { milestonesAt, toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/** Projects that are in memory at a time. */
const pageSize = 2000;

/** Selects the active projects of a day with their dates and events, in the order of codes. */
const selectTimed = (reader: Reader, { filters, ...scope }: AnalysisScope, after: string) => {
  const revision = knownAt(scope.known);
  return versionsAt(reader, scope, 'in_order')
    .innerJoin('project_facts as f', joinFacts as never)
    .innerJoin('project_history as h', (join) =>
      join.onRef('h.origin', '=', 'v.origin').onRef('h.code', '=', 'v.code'),
    )
    .select([
      'v.code',
      'v.name',
      'v.names_json',
      'v.stage',
      'v.status',
      'v.plan_dates',
      'h.events_json',
    ])
    .select([
      sql<readonly Milestone[] | null>`f.facts_json -> 'milestones'`.as('milestones_json'),
      sql<ProjectFacts['site_mode'] | null>`f.facts_json ->> 'site_mode'`.as('site_mode'),
    ])
    .where(begin('h.revision_from'), '<=', revision)
    .where('h.revision_to', '>', revision)
    .where('v.status', '=', 'active')
    .where('v.code', '>', after)
    .where((eb) => eb.and(filterConditions(eb as never, filters)))
    .orderBy('v.code')
    .limit(pageSize);
};

type TimedRow = Awaited<ReturnType<ReturnType<typeof selectTimed>['executeTakeFirstOrThrow']>>;

const toTimed = (
  { plan_dates, events_json, milestones_json, site_mode, ...row }: TimedRow,
  as_of: string,
): TimedProject => ({
  ...toNamed(row),
  ...compact({ site_mode: site_mode ?? undefined }),
  milestones: milestonesAt(milestones_json ?? [], plan_dates, as_of),
  stage_events: events_json.stage_events,
});

/** Reads the active projects with their dates, a page at a time. */
export async function eachTimed(
  reader: Reader,
  scope: AnalysisScope,
  use: (project: TimedProject) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await selectTimed(reader, scope, after).execute();
    for (const row of rows) use(toTimed(row, scope.as_of));
    const last = rows.at(-1)?.code;
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
}

/** Reads milestones and deadlines of the active projects, a page of the register at a time. */
export async function readProjectTimeline(
  reader: Reader,
  scope: AnalysisScope,
  gates: readonly Gate[],
): Promise<ProjectTimeline> {
  const timeline = startTimeline(scope.as_of, gates);
  await eachTimed(reader, scope, (project) => timeline.add(project));
  return timeline.finish();
}
