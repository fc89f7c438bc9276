import { compact } from '#domain/values/compact.ts';
import type { ChangesQuery } from '#contract/changes/schemas.ts';
import { convertBridge } from '#domain/changes/bridge-conversion.ts';
import { hasNoMovement } from '#domain/changes/bridge-projects.ts';
import { makeBridge, type Bridge, type Transition } from '#domain/changes/bridge.ts';
import type { RateBasis } from '#domain/changes/rate-basis.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { plainRate } from '#domain/changes/exchange-rate.ts';
import { addAfterClosing, listComparedMonths } from '#domain/changes/after-closing.ts';
import { indicatorChanges } from '#domain/changes/indicator-changes.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { listTargetChanges } from '#domain/zone/target-history.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readWithin } from '#server/projects/register/read-filters.ts';
import { isDayUnknown, readFirstKnownDay } from '#server/zone/first-known-day-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listNextDue } from './next-due-store.ts';
import { listMoves, weakestOfTwoDays } from './move-store.ts';
import { listTransitions } from './transition-store.ts';
import type { TwoDays } from './two-day-store.ts';
import { revisionAt } from '#server/db/revision-log.ts';
import { listChangesAfterClosing } from '#server/zone/closing/later-change-store.ts';
import { listZoneVersions } from '#server/zone/store.ts';
import {
  resolveAsOf,
  readZoneSnapshot,
  type ZoneSnapshot,
} from '#server/zone/zone-snapshot-service.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const mostItems = 500;
const mostDue = 3;

/** Resolves the two requested days, each with its revision. */
async function readDays(
  { db }: Deps,
  snapshot: ZoneSnapshot,
  query: ChangesQuery,
): Promise<TwoDays> {
  const to = resolveAsOf(snapshot, query.to);
  const from = query.from ?? snapshot.days.findLast((day) => day < to) ?? to;
  if (from > to) throw problem('bad_request', `Correct from: choose a day up to ${to}.`);
  const fromRevision =
    query.known_from === undefined
      ? snapshot.knownRevision
      : await revisionAt(db, query.known_from, await readTimeZone(db));
  const measure = (query.measure ?? 'total_investment') as Measure;
  return {
    origin: snapshot.origin,
    from: { day: from, knownRevision: fromRevision },
    to: { day: to, knownRevision: snapshot.knownRevision },
    measure,
    ...compact({ within: readWithin(query, to) }),
  };
}
/** Whether a register has projects on both days, each as known at its revision. */
async function areKnown(
  { db }: Pick<Deps, 'db'>,
  { profile }: ZoneSnapshot,
  { origin, from, to, without = [] }: TwoDays,
): Promise<boolean> {
  const first = await Promise.all(
    [from, to].map(({ knownRevision }) =>
      readFirstKnownDay(db, profile, { origin, knownRevision, without }),
    ),
  );
  return areProjectsKnown(from.day, first[0]) && areProjectsKnown(to.day, first[1]);
}
/** Whether nobody knows the active projects of one of the days: all of them are undated. */
async function hasUnknownCount(
  { db }: Pick<Deps, 'db'>,
  transitions: readonly Transition[],
  days: TwoDays,
): Promise<boolean> {
  const { origin, without = [], within } = days;
  const isUnknown = (side: 'from' | 'to'): Promise<boolean> => {
    const count = transitions.reduce(
      (sum, one) => sum + (one[side]?.status === 'active' ? one.count : 0),
      0,
    );
    const { day: as_of, knownRevision } = days[side];
    const scope = { origin, as_of, knownRevision, without, ...compact({ within }) };
    return isDayUnknown(db.read, scope, count);
  };
  return (await isUnknown('from')) || isUnknown('to');
}
async function bridgeFor(
  { db }: Deps,
  snapshot: ZoneSnapshot,
  days: TwoDays,
  query: ChangesQuery,
): Promise<Bridge> {
  const { from, to, measure } = days;
  const mapping = snapshot.profile.stage_mapping;
  const unknown = {
    from: from.day,
    to: to.day,
    measure,
    rates: { kind: 'none' },
    groups: [],
  } as const;
  if (!(await areKnown({ db }, snapshot, days))) return unknown;
  const transitions = await listTransitions(db.read, days);
  if (await hasUnknownCount({ db }, transitions, days)) return unknown;
  const bridge = makeBridge(transitions, { from: from.day, to: to.day, measure, mapping });
  if (query.rates === undefined) {
    if (query.cur === undefined) return bridge;
    throw problem(
      'bad_request',
      'With cur, also choose the rates: rates=each_day or rates=closing_day.',
    );
  }
  const [before, after] = await Promise.all([
    listExchangeRates(db, from.knownRevision),
    listExchangeRates(db, to.knownRevision),
  ]);
  return convertBridge(bridge, {
    basis: query.rates as RateBasis,
    currency: query.cur ?? snapshot.profile.base_currency,
    from: before.map(plainRate),
    to: after.map(plainRate),
  });
}

/**
 * Reads the bridge between two days for its chart, with its projects and the weakest data status.
 * @throws HttpProblem without a zone at that moment, or if the days or the rates don't fit
 */
export async function readBridge(
  deps: Deps,
  query: ChangesQuery,
): Promise<Pick<RegisterChanges, 'bridge' | 'data_status' | 'moves' | 'total' | 'next_due'>> {
  const snapshot = await readZoneSnapshot(deps, query.known_at);
  const days = await readDays(deps, snapshot, query);
  const [bridge, data_status] = await Promise.all([
    bridgeFor(deps, snapshot, days, query),
    weakestOfTwoDays(deps.db.read, days),
  ]);
  return { bridge, data_status, ...(await movesOf(deps, bridge, days)) };
}

/**
 * Reads what changed in the register between two days, with its bridge of investment.
 * @throws HttpProblem without a zone at that moment, or if the days or the rates don't fit
 */
export async function readChanges(deps: Deps, query: ChangesQuery): Promise<RegisterChanges> {
  const snapshot = await readZoneSnapshot(deps, query.known_at);
  const days = await readDays(deps, snapshot, query);
  return changesOn(deps, snapshot, days, await bridgeFor(deps, snapshot, days, query));
}
/**
 * Reads the changed projects and, if there are few, the next milestones. Both are empty if the
 * register does not know the projects of a day.
 */
async function movesOf(
  { db }: Pick<Deps, 'db'>,
  bridge: Bridge,
  days: TwoDays,
): Promise<Pick<RegisterChanges, 'moves' | 'total' | 'counts' | 'next_due'>> {
  if (bridge.groups.length === 0) return { moves: [] };
  const { origin, to, without = [], within } = days;
  const [moved, next_due] = await Promise.all([
    listMoves(db.read, days, mostItems),
    hasNoMovement(bridge)
      ? listNextDue(
          db.read,
          {
            origin,
            as_of: to.day,
            knownRevision: to.knownRevision,
            without,
            ...compact({ within }),
          },
          mostDue,
        )
      : undefined,
  ]);
  return { ...moved, ...compact({ next_due }) };
}

async function changesOn(
  { db }: Pick<Deps, 'db'>,
  { profile, first_known_day }: ZoneSnapshot,
  days: TwoDays,
  bridge: Bridge,
): Promise<RegisterChanges> {
  const { origin, from, to } = days;
  const values = ({ day, knownRevision }: TwoDays['from']) =>
    listObservations(db, { origin, as_of: day, knownRevision });
  const [moved, before, after, data_status, versions] = await Promise.all([
    movesOf({ db }, bridge, days),
    values(from),
    values(to),
    weakestOfTwoDays(db.read, days),
    listZoneVersions(db, origin, to.knownRevision),
  ]);
  const { indicators } = profile;
  const changes = indicatorChanges(indicators, before, after);
  const later = await listChangesAfterClosing(
    db,
    origin,
    to.knownRevision,
    listComparedMonths(changes),
  );
  return {
    bridge,
    ...moved,
    ...compact({ first_known_day }),
    indicators: addAfterClosing(changes, indicators, later),
    targets: listTargetChanges(
      profile,
      versions,
      from.knownRevision < to.knownRevision ? { revision: from.knownRevision } : { day: from.day },
    ),
    revision: { from: from.knownRevision, to: to.knownRevision },
    data_status,
  };
}

/**
 * Reads the difference between two days at one revision, without excluded projects. Amounts are in
 * their own currencies.
 * @throws HttpProblem without a zone at that moment, or if the rates don't fit
 */
export async function readChangesBetween(
  deps: Deps,
  period: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly knownRevision: number;
    readonly without: readonly string[];
  },
): Promise<{ readonly days: TwoDays; readonly changes: RegisterChanges }> {
  const { from, to, knownRevision, without } = period;
  const snapshot = await readZoneSnapshot(deps, knownRevision);
  const days: TwoDays = {
    origin: snapshot.origin,
    from: { day: from, knownRevision },
    to: { day: to, knownRevision },
    measure: 'total_investment',
    without,
  };
  return {
    days,
    changes: await changesOn(deps, snapshot, days, await bridgeFor(deps, snapshot, days, {})),
  };
}
