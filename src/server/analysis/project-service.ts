import type { Completeness } from '#domain/analysis/completeness.ts';
import type { ProjectTimeline, TimelineGroup } from '#domain/analysis/project-timeline.ts';
import type { StageTime } from '#domain/analysis/stage-time.ts';
import {
  areProjectsKnown,
  makeUnknownProjects,
  type UnknownProjects,
} from '#domain/projects/first-known-day.ts';
import { type Gate, usualGates } from '#domain/projects/gate.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import { isInChina } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader } from '#server/db/db.ts';
import { listFilterValues } from '#server/projects/register/filter-store.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { readCompleteness } from './completeness-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { readStageTime } from './stage-time-store.ts';
import { readProjectTimeline } from './timeline-store.ts';

type Deps = Pick<AppDeps, 'db'>;
type Filter =
  | 'stage'
  | 'industry'
  | 'zone'
  | 'owner'
  | 'unit'
  | 'country'
  | 'prefecture'
  | 'investor'
  | 'channel'
  | 'agreement'
  | 'column';
/** The day, the time of knowledge and the filters of an analysis. */
export interface ProjectAnalysisQuery extends Readonly<Partial<Record<Filter, string>>> {
  readonly as_of?: string;
  readonly known_at?: string;
  /** A revision; it takes precedence over `known_at`. */
  readonly knownRevision?: number;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
}

/** The projects of a scope with the settings of their zone. */
interface ScopeOfZone {
  readonly scope: AnalysisScope;
  readonly gates: readonly Gate[];
  readonly mapping: StageMapping;
  /** Whether the zone is outside China. */
  readonly abroad: boolean;
}

/** Reads figures of the projects of a query, unless no project is known of its day. */
async function readKnown<T>(
  deps: Deps,
  query: ProjectAnalysisQuery,
  read: (of: ScopeOfZone) => Promise<T>,
): Promise<T | UnknownProjects> {
  const { without = [] } = query;
  const snapshot = await readZoneSnapshot(deps, query.knownRevision ?? query.known_at, without);
  const { origin, knownRevision, profile, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  if (!areProjectsKnown(as_of, first_known_day)) return makeUnknownProjects(as_of, first_known_day);
  // each figure counts statuses of its own
  const { status: _status, q: _q, ...filters } = readFilters(query);
  const scope: AnalysisScope = { origin, as_of, knownRevision, without, filters };
  return read({
    scope,
    gates: profile.gates ?? usualGates,
    mapping: profile.stage_mapping,
    abroad: !isInChina(profile),
  });
}

/**
 * Reads the time that projects spend in each stage.
 * @throws HttpProblem if there was no zone at that moment
 */
export const findStageTime = (
  deps: Deps,
  query: ProjectAnalysisQuery,
): Promise<StageTime | UnknownProjects> =>
  readKnown(deps, query, ({ scope, gates }) => readStageTime(getReader(deps.db), scope, gates));

/**
 * Reads milestones and deadlines of a group of projects.
 * @throws HttpProblem if there was no zone at that moment
 */
export function findProjectTimeline(
  deps: Deps,
  { by = 'established', ...query }: ProjectAnalysisQuery & { readonly by?: TimelineGroup },
): Promise<ProjectTimeline | UnknownProjects> {
  return readKnown(deps, query, ({ scope, gates, mapping }) => {
    if (by === 'all') return readProjectTimeline(getReader(deps.db), scope, gates);
    const stages = listFilterValues(scope.filters.stage);
    const stage = mapping[by].filter((one) => stages.length === 0 || stages.includes(one));
    // no stage matches, so filter by a name that no stage has
    const filters = { ...scope.filters, stage: stage.length === 0 ? ['none'] : stage };
    return readProjectTimeline(getReader(deps.db), { ...scope, filters }, gates);
  });
}

/**
 * Reads the completeness and the age of the register.
 * @throws HttpProblem if there was no zone at that moment
 */
export const findCompleteness = (
  deps: Deps,
  query: ProjectAnalysisQuery,
  mayViewNotes: boolean,
): Promise<Completeness | UnknownProjects> =>
  readKnown(deps, query, ({ scope, abroad }) =>
    readCompleteness(getReader(deps.db), scope, { withOwners: mayViewNotes, abroad }),
  );
