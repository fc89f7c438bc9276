import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import { definitionsOf } from '#domain/zone/definitions.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { dayOf, monthEnd, type IsoDate } from '#domain/values/date.ts';
import { revisedSince } from '#domain/overview/revised-since.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { dataDays } from '#server/zone/data-day-store.ts';
import { listNotes } from '#server/targets/note-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { lastClosedPeriod, listClosedPeriods } from '#server/zone/period-close-store.ts';
import { registerView } from './register-view-store.ts';
import { readFirstKnownDay } from '#server/zone/first-known-day-store.ts';
import { currentRevision, revisionAt } from '#server/db/revision-log.ts';
import { chosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listZoneVersions, readZone } from '#server/zone/store.ts';

type StoreDeps = Pick<AppDeps, 'db' | 'clock'>;
/** The zone that is shown, as known at one revision: every figure of an answer is read at it. */
export interface Shown {
  readonly known: number;
  readonly origin: Origin;
  readonly profile: ZoneProfile;
  readonly days: readonly IsoDate[];
  /** The first day of which the register knows its projects; absent: there is no register. */
  readonly first_known_day?: IsoDate;
  /** Last day of the last closed month. */
  readonly closed?: IsoDate;
}
/** `knownAt`: as it was known at that moment, or at that revision; absent: now. `without`: codes of projects that no day may tell of. */
export async function shownZone(
  { db }: StoreDeps,
  knownAt?: string | number,
  without: readonly string[] = [],
): Promise<Shown> {
  const known =
    typeof knownAt === 'number'
      ? knownAt
      : knownAt === undefined
        ? await currentRevision(db)
        : await revisionAt(db, knownAt);
  const origin = await chosenOrigin(db, known);
  const profile = origin === null ? undefined : await readZone(db, origin, known);
  if (knownAt !== undefined && profile === undefined)
    throw problem(
      'not_found',
      'Nothing was recorded yet at that moment. Choose a later known_at; /api/v1/revisions lists what was recorded when.',
    );
  if (origin === null || profile === undefined)
    throw problem('not_found', 'There is no zone yet: import a register, or choose a sample.');
  const [days, last, first_known_day] = await Promise.all([
    dataDays(db, origin, profile, known, without),
    lastClosedPeriod(db, origin, known),
    readFirstKnownDay(db, profile, { origin, known, without }),
  ]);
  const shown = {
    known,
    origin,
    profile,
    days,
    ...compact({ first_known_day }),
  };
  if (last === undefined) return shown;
  const closed = monthEnd(last);
  return { ...shown, closed, days: [...new Set([...days, closed])].sort() };
}
/** The day that figures are of: the one asked for, else the last day of the last closed month, else the last one with data. */
export const asOf = (shown: Shown, asked: string | undefined): IsoDate =>
  asked ?? shown.closed ?? shown.days.at(-1) ?? shown.profile.data_date;
/** The wall clock's day, in UTC. */
export const today = ({ clock }: StoreDeps): IsoDate => dayOf(clock());

const yearBefore = (day: IsoDate): IsoDate =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
/** The compared day: the last day with data before as-of, the last one at least a year before it, the day asked for, or none. */
export function comparedDay(
  asked: string,
  as_of: IsoDate,
  days: readonly IsoDate[],
): IsoDate | undefined {
  if (asked === 'none') return undefined;
  if (asked === 'prev') return days.findLast((day) => day < as_of);
  if (asked === 'yoy') return days.findLast((day) => day <= yearBefore(as_of));
  if (asked >= as_of) throw problem('bad_request', `Compare with a day before ${as_of}.`);
  return asked;
}

/** `compare` is a day, `prev`, `yoy` or `none`; absent is `prev`. `known` is a revision and goes before `known_at`. */
export interface OverviewAsked {
  readonly as_of?: string | undefined;
  readonly known?: number | undefined;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
  readonly plan?: string | undefined;
  /** Codes of projects that are taken not to be in the register: those that a link leaves out. */
  readonly without?: readonly string[] | undefined;
  /** The most projects of a stage that are given one by one; absent: as many as a page draws. */
  readonly dots?: number | undefined;
}
/** Where the zone stands: the one service behind the API, the charts and the pages. All of it is of one revision. */
export async function overviewOf(deps: StoreDeps, asked: OverviewAsked): Promise<Overview> {
  const { db } = deps;
  const shown = await shownZone(deps, asked.known ?? asked.known_at, asked.without);
  const { known, origin, profile, days, first_known_day } = shown;
  const as_of = asOf(shown, asked.as_of);
  const compare = comparedDay(asked.compare ?? 'prev', as_of, days);
  const compared = compare === undefined ? {} : { compare };
  const [register, observations, notes, closed, versions] = await Promise.all([
    registerView(db, {
      as_of,
      ...compared,
      mapping: profile.stage_mapping,
      currency: profile.base_currency,
      origin,
      known,
      without: asked.without ?? [],
      ...compact({ dots: asked.dots }),
    }),
    listObservations(db, { origin, as_of, known }),
    listNotes(db, { origin, as_of, known }),
    listClosedPeriods(db, origin, known),
    listZoneVersions(db, origin, known),
  ]);
  const definitions = definitionsOf(versions);
  const plan = asked.plan === undefined ? {} : { plan: asked.plan as PlanPath };
  const input = {
    profile,
    versions,
    revision: known,
    as_of,
    today: today(deps),
    days,
    observations,
    notes,
    register,
    closed,
  };
  const first = first_known_day === undefined ? {} : { first_known_day };
  const overview = makeOverview({
    ...input,
    ...first,
    ...compact({ definitions }),
    ...compared,
    ...plan,
  });
  if (asked.known_at === undefined) return overview;
  const now = await overviewOf(deps, { as_of, compare: 'none', plan: asked.plan });
  return now.origin === origin
    ? { ...overview, revised_since: revisedSince(overview, now) }
    : overview;
}
