import { compact } from '#domain/values/compact.ts';
import { yearBefore } from '#domain/time/year-before.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem } from '#server/core/problem.ts';
import { listDataDays } from './data-day-store.ts';
import { readLastClosedPeriod } from './period-close-store.ts';
import { hasProjectsBy, readFirstKnownDay } from './first-known-day-store.ts';
import { getReader } from '#server/db/db.ts';
import { currentRevision, revisionAt } from '#server/db/revision-log.ts';
import { readChosenOrigin } from './chosen-origin-store.ts';
import { readZone } from './store.ts';
import { readTimeZone } from './zone-day-service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { noZoneYet } from './displayed-zone-service.ts';

/**
 * The displayed zone as known at one revision. Every figure of a response is read at this revision.
 */
export interface ZoneSnapshot {
  readonly knownRevision: number;
  readonly origin: Origin;
  readonly profile: ZoneProfile;
  readonly days: readonly IsoDate[];
  /** The days of editions and entries of the register, ascending. */
  readonly edition_days: readonly IsoDate[];
  /** The first known day of the register. Omitted if there is no register. */
  readonly first_known_day?: IsoDate;
  /** The last day of the last closed month. */
  readonly closed?: IsoDate;
  /** Whether the register has no project until the end of the last closed month. */
  readonly is_closed_empty?: true;
}
/**
 * Reads the displayed zone as known at a moment or a revision. Omit it for the current state.
 * @param without - codes of excluded projects, which no day may disclose
 * @throws HttpProblem if there was no zone
 */
export async function readZoneSnapshot(
  { db }: Pick<AppDeps, 'db'>,
  knownAt?: string | number,
  without: readonly string[] = [],
): Promise<ZoneSnapshot> {
  const knownRevision =
    typeof knownAt === 'number'
      ? knownAt
      : knownAt === undefined
        ? await currentRevision(db)
        : await revisionAt(db, knownAt, await readTimeZone(db));
  const origin = await readChosenOrigin(db, knownRevision);
  const profile = origin === null ? undefined : await readZone(db, origin, knownRevision);
  if (knownAt !== undefined && profile === undefined)
    throw problem(
      'not_found',
      'Nothing had been recorded at that moment. Choose a later known_at; /api/v1/revisions lists the revisions with their times.',
    );
  if (origin === null || profile === undefined) throw noZoneYet();
  const [{ days, edition_days }, last, first_known_day] = await Promise.all([
    listDataDays(db, origin, profile, knownRevision, without),
    readLastClosedPeriod(db, origin, knownRevision),
    readFirstKnownDay(db, profile, { origin, knownRevision, without }),
  ]);
  const snapshot = {
    knownRevision,
    origin,
    profile,
    days,
    edition_days,
    ...compact({ first_known_day }),
  };
  if (last === undefined) return snapshot;
  const closingDay = monthEnd(last);
  const scope = { origin, knownRevision, without, as_of: closingDay };
  // only a declared first known day can be before the first project
  const isEmpty =
    first_known_day !== undefined &&
    (profile.complete_from === undefined
      ? closingDay < first_known_day
      : !(await hasProjectsBy(getReader(db), scope)));
  return {
    ...snapshot,
    ...compact({ is_closed_empty: isEmpty ? (true as const) : undefined }),
    closed: closingDay,
    days: [...new Set([...days, closingDay])].sort(),
  };
}
/** The last day with data, which may be after the last closed month. */
export const lastDataDay = ({ days, profile }: Pick<ZoneSnapshot, 'days' | 'profile'>): IsoDate =>
  days.at(-1) ?? profile.data_date;

/**
 * Resolves the day of the figures: the requested day, else the end of the last closed month, else
 * the last day with data. A closed month before the first project would hide all projects, so it is
 * not the day.
 */
export function resolveAsOf(snapshot: ZoneSnapshot, requestedDay: string | undefined): IsoDate {
  const { closed, is_closed_empty: isHiding = false } = snapshot;
  return requestedDay ?? (isHiding ? undefined : closed) ?? lastDataDay(snapshot);
}

/**
 * Resolves the day to compare with.
 * @param requestedDay - `none`, `prev` (the last day with data before `as_of`), `yoy` (the last one
 * at least a year before it), or a day
 * @returns the day; undefined for `none`, and for `prev` and `yoy` if there is no such day
 * @throws HttpProblem for a day that is not before `as_of`
 */
export function resolveComparedDay(
  requestedDay: string,
  as_of: IsoDate,
  days: readonly IsoDate[],
): IsoDate | undefined {
  if (requestedDay === 'none') return undefined;
  if (requestedDay === 'prev') return days.findLast((day) => day < as_of);
  if (requestedDay === 'yoy') return days.findLast((day) => day <= yearBefore(as_of));
  if (requestedDay >= as_of) throw problem('bad_request', `Compare with a day before ${as_of}.`);
  return requestedDay;
}
