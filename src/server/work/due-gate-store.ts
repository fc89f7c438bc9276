import { pickNamed, type NamedProject } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Gate } from '#domain/projects/gate.ts';
import { listEventsBy } from '#domain/projects/segments.ts';
import { hasReached, stages } from '#domain/projects/stage.ts';
import { gateStates } from '#domain/work/gate-state.ts';
import type { Reader } from '#server/db/db.ts';
import { begin, knownAt } from '#server/db/versions.ts';
import { projectsAt, toProject } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

interface DueGate extends NamedProject {
  readonly gate: Gate;
  readonly due: IsoDate;
}

/**
 * Lists the gates that active projects must pass on a day or later, the earliest due first. It
 * reads at most `limit` projects, those whose stage began last, since most of their gates have the
 * latest days.
 */
export async function listDueGates(
  reader: Reader,
  {
    scope,
    gates,
    limit,
  }: { readonly scope: ProjectScope; readonly gates: readonly Gate[]; readonly limit: number },
): Promise<readonly DueGate[]> {
  const { as_of, knownRevision } = scope;
  const before = stages.filter((stage) =>
    gates.some(({ from, until }) => hasReached(stage, from) && !hasReached(stage, until)),
  );
  if (before.length === 0) return [];
  const rows = await projectsAt(reader, scope, 'all')
    .innerJoin('project_history as h', (join) =>
      join.onRef('h.origin', '=', 'v.origin').onRef('h.code', '=', 'v.code'),
    )
    .select('h.events_json')
    .where(begin('h.revision_from'), '<=', knownAt(knownRevision))
    .where('h.revision_to', '>', knownAt(knownRevision))
    .where('v.status', '=', 'active')
    .where('v.stage', 'in', before)
    .orderBy('v.stage_since', (order) => order.desc().nullsLast())
    .orderBy('v.code')
    .limit(limit)
    .execute();
  return rows
    .flatMap((row) => {
      const project = toProject(row, as_of);
      const stage_events = listEventsBy(row.events_json.stage_events, as_of);
      return gateStates({ ...project, stage_events }, gates, as_of).flatMap(({ gate, due }) =>
        due === undefined || due < as_of ? [] : [{ ...pickNamed(project), gate, due }],
      );
    })
    .sort((a, b) => (a.due === b.due ? (a.code < b.code ? -1 : 1) : a.due < b.due ? -1 : 1))
    .slice(0, limit);
}
