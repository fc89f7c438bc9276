import { makeTargetRows } from '#domain/overview/make-overview.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import {
  dependOnProjects,
  makeSummedOutlook,
  type MeasureBasis,
  type OutlookFrame,
  type OutlookInput,
  type SummedInput,
} from '#domain/outlook/make-outlook.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { toMonth, type IsoDate } from '#domain/values/date.ts';
import { findJobsIndicators } from '#domain/zone/templates/jobs-indicators.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import {
  readScenario,
  type OutlookScenario,
  type ScenarioWords,
} from '#domain/outlook/scenario/scenario.ts';
import { removeTargetNotes } from '#domain/redaction/without-notes.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { listDeclaredStatuses } from '#server/work/judgement-store.ts';
import { listNotes } from '#server/targets/note-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listZoneVersions } from '#server/zone/store.ts';
import { readExposures } from './exposure-store.ts';
import { countActiveProjects, measureProjects, readActiveProjects } from './store.ts';
import { readRegisterSums, sumFacts } from './sum-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The day, the time of knowledge and the scenario of an outlook. */
export interface OutlookQuery extends ScenarioWords {
  readonly as_of?: string | undefined;
  /** A revision; it takes precedence over `known_at`. */
  readonly knownRevision?: number | undefined;
  readonly known_at?: string | undefined;
  readonly plan?: string | undefined;
  /** Codes of excluded projects. `without` has those that the scenario leaves out. */
  readonly excluded?: readonly string[];
}

/** The day, the revision and the rules by which the projects of a register are measured. */
interface OutlookScope {
  readonly origin: Origin;
  readonly knownRevision: number;
  readonly as_of: IsoDate;
  readonly profile: ZoneProfile;
  readonly first_known_day?: IsoDate | undefined;
  readonly rows: readonly TargetRow[];
  /** See `OutlookFrame`. */
  readonly jobs_indicators?: readonly string[];
  readonly scenario?: OutlookScenario | undefined;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
}

/** The rules by which the projects of a scope add to targets. */
const rulesOf = ({ profile, jobs_indicators }: OutlookScope) => ({
  base_currency: profile.base_currency,
  ...compact({ jobs_indicators }),
});

/** Reads what an outlook needs beside projects. Its history is read if a target depends on them. */
async function readFrame(reader: Reader, scope: OutlookScope): Promise<OutlookFrame> {
  const { as_of, knownRevision, profile, first_known_day, rows, scenario } = scope;
  const [exposures, count] = await Promise.all([
    dependOnProjects(rows, rulesOf(scope))
      ? readExposures(reader, toProjectScope(scope), first_known_day)
      : {},
    countActiveProjects(reader, toProjectScope(scope)),
  ]);
  return {
    as_of,
    revision: knownRevision,
    rows,
    mapping: profile.stage_mapping,
    exposures,
    ...rulesOf(scope),
    ...compact({
      first_known_day,
      projects: areProjectsKnown(as_of, first_known_day) ? count : undefined,
      scenario,
    }),
  };
}

/** Reads the projects that a scenario leaves out, as far as the register has them. */
const readExcluded = (reader: Reader, { scenario, ...scope }: OutlookScope) =>
  readActiveProjects(reader, { ...toProjectScope(scope), only: scenario?.without ?? [] });

const toProjectScope = ({ origin, knownRevision, as_of, without }: OutlookScope): ProjectScope => ({
  origin,
  knownRevision,
  as_of,
  ...compact({ without }),
});

/**
 * Reads the projects and the stage history for the outlook of these target rows. If no target
 * depends on projects, it reads only those that the scenario leaves out.
 */
export async function readRegisterOutlook(
  source: Source,
  scope: OutlookScope,
): Promise<OutlookInput> {
  const reader = getReader(source);
  const { as_of, profile, first_known_day, rows } = scope;
  const { base_currency } = profile;
  const [frame, projects] = await Promise.all([
    readFrame(reader, scope),
    dependOnProjects(rows, rulesOf(scope))
      ? readActiveProjects(reader, toProjectScope(scope))
      : readExcluded(reader, scope),
  ]);
  const isKnown = areProjectsKnown(as_of, first_known_day);
  return { ...frame, measures: measureProjects(isKnown ? projects : [], base_currency) };
}

/**
 * Reads the same with sums instead of projects: after a change, only the changed projects are read.
 */
export async function readSummedOutlook(source: Source, scope: OutlookScope): Promise<SummedInput> {
  const reader = getReader(source);
  const { as_of, profile, first_known_day, rows } = scope;
  const { base_currency } = profile;
  const isKnown = areProjectsKnown(as_of, first_known_day);
  const [frame, sums, facts] = await Promise.all([
    readFrame(reader, scope),
    isKnown && dependOnProjects(rows, rulesOf(scope))
      ? readRegisterSums(reader, { ...toProjectScope(scope), currency: base_currency })
      : sumFacts([], base_currency),
    readExcluded(reader, scope),
  ]);
  const excluded = measureProjects(isKnown ? facts : [], base_currency);
  const toBasis = (measure: ProjectMeasure): MeasureBasis => ({
    sums: sums[measure],
    excluded: excluded[measure].projects,
    other_currencies: measure === 'output' ? Object.keys(sums.foreign).toSorted() : [],
  });
  return { ...frame, measures: { jobs: toBasis('jobs'), output: toBasis('output') } };
}

/**
 * Reads the targets of an outlook, all at one revision.
 * @throws HttpProblem if there was no zone at that moment
 */
async function readScope(deps: Pick<AppDeps, 'db'>, query: OutlookQuery): Promise<OutlookScope> {
  const { excluded: without = [] } = query;
  const snapshot = await readZoneSnapshot(deps, query.knownRevision ?? query.known_at, without);
  const { knownRevision, origin, profile, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  const scope = { origin, as_of, knownRevision };
  const [observations, notes, declared, versions] = await Promise.all([
    listObservations(deps.db, scope),
    listNotes(deps.db, scope),
    listDeclaredStatuses(deps.db, scope, 'target'),
    listZoneVersions(deps.db, origin, knownRevision),
  ]);
  const rows = makeTargetRows({
    profile,
    as_of,
    observations,
    notes,
    declared,
    versions,
    ...compact({ plan: query.plan as PlanPath | undefined }),
  });
  return {
    ...scope,
    without,
    profile,
    first_known_day,
    rows,
    jobs_indicators: findJobsIndicators(profile.indicators, observations, toMonth(as_of)).map(
      ({ id }) => id,
    ),
    scenario: readScenario(query),
  };
}

/**
 * Reads the input of the outlook with its projects, all at one revision.
 * @throws HttpProblem if there was no zone at that moment
 */
export const readOutlookInput = async (
  deps: Pick<AppDeps, 'db'>,
  query: OutlookQuery,
): Promise<OutlookInput> => readRegisterOutlook(deps.db, await readScope(deps, query));

/**
 * Reads the outlook: whether each target will be met, and what is missing.
 * @throws HttpProblem if there was no zone at that moment
 */
export const readOutlook = async (
  deps: Pick<AppDeps, 'db'>,
  query: OutlookQuery,
): Promise<Outlook> =>
  makeSummedOutlook(await readSummedOutlook(deps.db, await readScope(deps, query)));

/** Removes owners of projects and what people wrote on targets, for readers who may not see notes. */
const removeNotes = (outlook: Outlook): Outlook => ({
  ...outlook,
  targets: outlook.targets.map(({ fewest, row, ...target }) => ({
    ...target,
    row: removeTargetNotes(row),
    ...compact({
      fewest:
        fewest === undefined
          ? undefined
          : { ...fewest, projects: fewest.projects.map(({ owner: _, ...one }) => one) },
    }),
  })),
});

/**
 * Reads the outlook for a reader, without owners and notes where the reader may not see them.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readVisibleOutlook(
  deps: Pick<AppDeps, 'db'>,
  query: OutlookQuery,
  mayViewNotes: boolean,
): Promise<Outlook> {
  const outlook = await readOutlook(deps, query);
  return mayViewNotes ? outlook : removeNotes(outlook);
}
