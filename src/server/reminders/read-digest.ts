import { compact } from '#domain/values/compact.ts';
import type { DigestFrequency, DuePeriod } from '#domain/reminders/digest-schedule.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Role } from '#contract/core/rights.ts';
import { makeDigest, type Digest } from '#report/digest/make-digest.ts';
import { readChanges } from '#server/changes/service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { may } from '#server/core/role-rights.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { findRevision } from '#server/db/revision-log.ts';
import { readOverview } from '#server/overview/service.ts';
import { openIssues } from '#server/projects/issues/open-issue-store.ts';
import { readNamedDecisions } from '#server/work/decision-service.ts';
import { lastDataDay, readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'config'>;
/** The number of days ahead for which due work is listed. */
const daysAhead = 30;
const maxIssues = 200;

/** The reader of a digest. */
export interface DigestReader {
  /** The role whose rights the reader has. */
  readonly role: Role;
  readonly language: Language;
  readonly frequency: Exclude<DigestFrequency, 'off'>;
}

/**
 * Reads the changes between two moments: from the last day with data at the first moment, as
 * recorded then, to the last day with data now.
 * @returns undefined if nothing was recorded at the first moment
 */
async function readChangesSince(
  deps: Deps,
  from: Date,
  as_of: IsoDate,
): Promise<RegisterChanges | undefined> {
  const known_from = from.toISOString();
  try {
    const before = lastDataDay(await readZoneSnapshot(deps, known_from));
    return await readChanges(deps, {
      from: before < as_of ? before : as_of,
      to: as_of,
      known_from,
    });
  } catch (error) {
    if (error instanceof HttpProblem && error.code === 'not_found') return undefined;
    throw error;
  }
}

/**
 * Makes the digest of a period for a reader, by the functions of the report and with the same
 * rights. Its figures are those of the last day with data: those of the last closed month would
 * leave out every change after it until the next closing.
 * @throws HttpProblem if there is no zone
 */
export async function readDigest(
  deps: Deps,
  { role, language, frequency }: DigestReader,
  period: DuePeriod,
): Promise<Digest> {
  const snapshot = await readZoneSnapshot(deps);
  const { profile } = snapshot;
  const timeZone = timeZoneOf(profile);
  const today = dayIn(deps.clock(), timeZone);
  const seesNotes = may(role, 'view_notes');
  const readFor = async (day: IsoDate): Promise<Overview> => {
    const overview = await readOverview(deps, { as_of: day, compare: 'none' });
    return seesNotes ? overview : removeOwners(overview);
  };
  const [overview, ahead] = await Promise.all([readFor(lastDataDay(snapshot)), readFor(today)]);
  const { origin, revision: knownRevision, as_of } = overview;
  const [changes, revision, issues, decisions] = await Promise.all([
    readChangesSince(deps, period.from, as_of),
    findRevision(deps.db, knownRevision),
    seesNotes ? openIssues(deps.db, { origin, as_of: today, knownRevision }, maxIssues) : undefined,
    seesNotes ? readNamedDecisions(deps.db, profile, { knownRevision, as_of: today }) : undefined,
  ]);
  return makeDigest({
    language,
    frequency,
    overview,
    ahead,
    profile,
    recorded_at: revision?.recorded_at ?? deps.clock().toISOString(),
    from: dayIn(period.from, timeZone),
    to: period.day,
    until: addDays(today, daysAhead),
    ...compact({ changes, issues, decisions, link: deps.config.address }),
  });
}
