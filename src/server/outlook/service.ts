import { makeTargetRows } from '#domain/overview/make-overview.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import { dependOnProjects, makeOutlook, type OutlookInput } from '#domain/outlook/make-outlook.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import {
  readScenario,
  type OutlookScenario,
  type ScenarioWords,
} from '#domain/outlook/scenario/scenario.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { listNotes } from '#server/targets/note-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listZoneVersions } from '#server/zone/store.ts';
import { readExposures } from './exposure-store.ts';
import { countActiveProjects, measureProjects, readActiveProjects } from './store.ts';

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
  readonly scenario?: OutlookScenario | undefined;
  /** Codes of excluded projects. */
  readonly without?: readonly string[];
}

/**
 * Reads the projects and the stage history for the outlook of these target rows. If no target
 * depends on projects, it reads only those that the scenario leaves out.
 */
export async function readRegisterOutlook(
  source: Source,
  { profile, first_known_day, rows, scenario, ...scope }: OutlookScope,
): Promise<OutlookInput> {
  const reader = getReader(source);
  const { as_of, knownRevision } = scope;
  const [projects, exposures, count] = await Promise.all(
    dependOnProjects(rows, profile.base_currency)
      ? [
          readActiveProjects(reader, scope),
          readExposures(reader, scope, first_known_day),
          countActiveProjects(reader, scope),
        ]
      : [
          readActiveProjects(reader, { ...scope, only: scenario?.without ?? [] }),
          {},
          countActiveProjects(reader, scope),
        ],
  );
  const isKnown = areProjectsKnown(as_of, first_known_day);
  return {
    as_of,
    revision: knownRevision,
    rows,
    mapping: profile.stage_mapping,
    measures: measureProjects(isKnown ? projects : [], profile.base_currency),
    exposures,
    base_currency: profile.base_currency,
    ...compact({ first_known_day, projects: isKnown ? count : undefined, scenario }),
  };
}

/**
 * Reads the input of the outlook, all at one revision.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readOutlookInput(
  deps: Pick<AppDeps, 'db'>,
  query: OutlookQuery,
): Promise<OutlookInput> {
  const { excluded: without = [] } = query;
  const snapshot = await readZoneSnapshot(deps, query.knownRevision ?? query.known_at, without);
  const { knownRevision, origin, profile, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  const scope = { origin, as_of, knownRevision };
  const [observations, notes, versions] = await Promise.all([
    listObservations(deps.db, scope),
    listNotes(deps.db, scope),
    listZoneVersions(deps.db, origin, knownRevision),
  ]);
  const rows = makeTargetRows({
    ...{ profile, as_of, observations, notes, versions },
    ...compact({ plan: query.plan as PlanPath | undefined }),
  });
  return readRegisterOutlook(deps.db, {
    ...scope,
    ...{ without, profile, first_known_day, rows, scenario: readScenario(query) },
  });
}

/**
 * Reads the outlook: whether each target will be met, and what is missing.
 * @throws HttpProblem if there was no zone at that moment
 */
export const readOutlook = async (
  deps: Pick<AppDeps, 'db'>,
  query: OutlookQuery,
): Promise<Outlook> => makeOutlook(await readOutlookInput(deps, query));
