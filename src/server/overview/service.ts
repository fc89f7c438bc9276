import {
  readZoneSnapshot,
  resolveAsOf,
  resolveComparedDay,
} from '#server/zone/zone-snapshot-service.ts';
import { compact } from '#domain/values/compact.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import { findDefinitions } from '#domain/zone/definitions.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { pickRegisterFilter } from '#domain/overview/register-filter.ts';
import type { Overview, OverviewInput } from '#domain/overview/overview.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { listRevisions } from '#domain/overview/revised-since.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { listNotes } from '#server/targets/note-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listClosedPeriods, listReopenedPeriods } from '#server/zone/period-close-store.ts';
import { listDeclaredStatuses } from '#server/work/judgement-store.ts';
import { listDecisions } from '#server/work/decision-store.ts';
import { registerCells } from './register-cell-store.ts';
import { readRegisterView } from './register-view-store.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { readWithin, type RegisterFilterWords } from '#server/projects/register/read-filters.ts';
import { listZoneVersions } from '#server/zone/store.ts';

type StoreDeps = Pick<AppDeps, 'db' | 'clock'>;

const mostDecisions = 10_000;

/**
 * `compare` is a day, `prev`, `yoy` or `none`. The default is `prev`. `known` is a revision, which
 * takes precedence over `known_at`.
 */
export interface OverviewQuery extends RegisterFilterWords {
  readonly as_of?: string | undefined;
  readonly knownRevision?: number | undefined;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
  readonly plan?: string | undefined;
  /** Codes of excluded projects, which count as absent from the register. */
  readonly without?: readonly string[] | undefined;
  /**
   * The most projects of each stage that are listed one by one. The default is as many as a page
   * draws.
   */
  readonly dots?: number | undefined;
  readonly establishedBy?: 'amount' | 'code' | undefined;
  /** Whether to count the investors of each size class, for the redaction of a link. */
  readonly countInvestors?: boolean | undefined;
}
/** Reads the values of indicators, and what people wrote on targets: notes, decisions, statuses. */
async function readTargetInput(
  db: StoreDeps['db'],
  moment: { readonly origin: Origin; readonly as_of: IsoDate; readonly knownRevision: number },
): Promise<Pick<OverviewInput, 'observations' | 'notes' | 'decisions' | 'declared'>> {
  const { as_of, ...scope } = moment;
  const [observations, notes, decisions, declared] = await Promise.all([
    listObservations(db, moment),
    listNotes(db, moment),
    listDecisions(db, { ...scope, subject: 'target', by: as_of, limit: mostDecisions }),
    listDeclaredStatuses(db, moment, 'target'),
  ]);
  return { observations, notes, decisions, declared };
}

/**
 * Reads the overview of a zone for the API, the charts and the pages, all at one revision.
 * @throws HttpProblem without a zone at that moment, or if the compared day is not before `as_of`
 */
export async function readOverview(deps: StoreDeps, query: OverviewQuery): Promise<Overview> {
  const { db } = deps;
  const knownAt = query.knownRevision ?? query.known_at;
  const snapshot = await readZoneSnapshot(deps, knownAt, query.without);
  const { knownRevision, origin, profile, days, edition_days, first_known_day } = snapshot;
  const as_of = resolveAsOf(snapshot, query.as_of);
  const moment = { origin, as_of, knownRevision };
  const { without = [], dots, establishedBy, countInvestors } = query;
  const compare = resolveComparedDay(query.compare ?? 'prev', as_of, days);
  const comparison = compare === undefined ? {} : { compare };
  const within = readWithin(query, as_of);
  const [register, ofTargets, closed, reopened, versions, filtered_of] = await Promise.all([
    readRegisterView(db, {
      ...moment,
      ...comparison,
      mapping: profile.stage_mapping,
      currency: profile.base_currency,
      without,
      ...compact({ dots, within, establishedBy, countInvestors }),
    }),
    readTargetInput(db, moment),
    listClosedPeriods(db, origin, knownRevision),
    listReopenedPeriods(db, origin, knownRevision),
    listZoneVersions(db, origin, knownRevision),
    within === undefined ? undefined : countProjects(db, { ...moment, without }),
  ]);
  const definitions = findDefinitions(versions);
  const plan = query.plan === undefined ? {} : { plan: query.plan as PlanPath };
  const input = {
    profile,
    versions,
    revision: knownRevision,
    as_of,
    today: dayIn(deps.clock(), timeZoneOf(profile)),
    days,
    edition_days,
    ...ofTargets,
    register,
    closed,
    reopened,
  };
  const overview = makeOverview({
    ...input,
    ...compact({ definitions, filtered_of, first_known_day }),
    ...comparison,
    ...plan,
  });
  return query.known_at === undefined ? overview : addRevisedSince(deps, query, overview);
}

/**
 * Reads the overview without projects, and without figures that would disclose one.
 *
 * @throws HttpProblem if there was no zone
 */
export async function readOverviewTotals(
  deps: StoreDeps,
  query: OverviewQuery,
): Promise<ReturnType<typeof redactOverview>> {
  const overview = await readOverview(deps, query);
  const { origin, as_of, revision: knownRevision } = overview;
  const cells = await registerCells(deps.db, { origin, as_of, knownRevision });
  return redactOverview(overview, redactionProfiles.totals, { keptCells: cells, out: [] });
}

/** Adds the figures that were revised after the time of knowledge of an overview. */
async function addRevisedSince(
  deps: StoreDeps,
  query: OverviewQuery,
  overview: Overview,
): Promise<Overview> {
  const now = await readOverview(deps, {
    as_of: overview.as_of,
    compare: 'none',
    plan: query.plan,
    ...pickRegisterFilter(query),
  });
  return now.origin === overview.origin
    ? { ...overview, revised_since: listRevisions(overview, now) }
    : overview;
}
