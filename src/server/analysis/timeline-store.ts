import { compact } from '#domain/values/compact.ts';
import { type RawBuilder, sql } from 'kysely';
import type { ProjectTimeline } from '#domain/analysis/project-timeline.ts';
import {
  makeTimeline,
  replaceInTimeline,
  startTimeline,
  type TimelineTotals,
} from '#domain/analysis/timeline-totals.ts';
import type { TimedProject } from '#domain/analysis/timeline-project.ts';
import type { Gate } from '#domain/projects/gate.ts';
import type { Milestone, ProjectFacts, StageEvent } from '#domain/projects/project.ts';
import { listEventsBy } from '#domain/projects/segments.ts';
import { hasReached, type Stage, type StageOrUnknown, stages } from '#domain/projects/stage.ts';
import type { Names } from '#domain/values/language.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { asJson, packRow } from '#server/db/packed-rows.ts';
import { begin, joinFacts, knownAt } from '#server/db/versions.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import type { PlanDateEntry } from '#server/projects/register/plan-date-store.ts';
import { milestonesAt, versionsAt } from '#server/projects/register/project-view-store.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/** The number of projects that are in memory at a time. */
const pageSize = 2000;

/** A row of `selectTimed`. */
type PackedProject = readonly [
  code: string,
  name: string,
  names: string | null,
  stage: StageOrUnknown,
  plan_dates: readonly PlanDateEntry[] | null,
  milestones: readonly Milestone[] | null,
  site_mode: NonNullable<ProjectFacts['site_mode']> | null,
  stage_events: readonly StageEvent[] | null,
];

/** Lists the stages in which a project has a gate before it. Only these need their events. */
const listGateStages = (gates: readonly Gate[]): readonly Stage[] =>
  stages.filter((stage) =>
    gates.some(({ from, until }) => hasReached(stage, from) && !hasReached(stage, until)),
  );

function selectEvents(revision: number, gates: readonly Gate[]): RawBuilder<unknown> {
  const gateStages = listGateStages(gates);
  if (gateStages.length === 0) return sql`null`;
  return sql`case when v.stage in (${sql.join([...gateStages])}) then (
    select h.events_json -> 'stage_events' from project_history as h
    where h.origin = v.origin and h.code = v.code
      and ${begin('h.revision_from')} <= ${revision} and h.revision_to > ${revision}) end`;
}

/** Selects the active projects of a day with their dates and events, in the order of codes. */
function selectTimed(
  reader: Reader,
  { filters, ...scope }: AnalysisScope,
  gates: readonly Gate[],
  after: string,
) {
  const engine = getEngine(reader);
  const row = packRow(engine, [
    sql.ref('v.code'),
    sql.ref('v.name'),
    sql`cast(v.names_json as text)`,
    sql.ref('v.stage'),
    asJson(engine, 'v.plan_dates'),
    sql`f.facts_json -> 'milestones'`,
    sql`f.facts_json ->> 'site_mode'`,
    selectEvents(knownAt(scope.knownRevision), gates),
  ]);
  return versionsAt(reader, scope, 'in_order')
    .innerJoin('project_facts as f', joinFacts)
    .select(sql<PackedProject>`${row}`.as('row_json'))
    .where('v.status', '=', 'active')
    .where('v.code', '>', after)
    .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)))
    .orderBy('v.code')
    .limit(pageSize);
}

function toTimed(row: PackedProject, as_of: string): TimedProject {
  const [code, name, names, stage, plan_dates, milestones, site_mode, stage_events] = row;
  return {
    code,
    name,
    ...compact({
      names: names === null ? undefined : (JSON.parse(names) as Names),
      site_mode: site_mode ?? undefined,
    }),
    stage,
    status: 'active',
    milestones: milestonesAt(milestones ?? [], plan_dates, as_of),
    stage_events: listEventsBy(stage_events ?? [], as_of),
  };
}

/** Reads the active projects page by page, with their dates and the events that gates need. */
export async function eachTimed(
  reader: Reader,
  scope: AnalysisScope,
  gates: readonly Gate[],
  use: (project: TimedProject) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await selectTimed(reader, scope, gates, after).execute();
    for (const { row_json } of rows) use(toTimed(row_json, scope.as_of));
    const last = rows.at(-1)?.row_json[0];
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
}

interface TimelineScope extends AnalysisScope {
  readonly gates: readonly Gate[];
}
const timelines: ProjectSum<TimelineScope, TimelineTotals> = {
  name: 'timeline',
  read: async (reader, { gates, ...scope }) => {
    const timeline = startTimeline(scope.as_of, gates);
    await eachTimed(reader, scope, gates, (project) => timeline.add(project));
    return timeline.totals();
  },
  replace: (totals, { before, after, codes }) => replaceInTimeline(totals, before, after, codes),
  sizeOf: () => 300_000,
};

/** Reads the milestones and deadlines of the active projects, page by page. */
export const readProjectTimeline = async (
  reader: Reader,
  scope: AnalysisScope,
  gates: readonly Gate[],
): Promise<ProjectTimeline> => makeTimeline(await readSum(reader, { ...scope, gates }, timelines));
