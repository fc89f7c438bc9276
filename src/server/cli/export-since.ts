import { addDays, isIsoDate } from '#domain/values/date.ts';
import type { Db } from '#server/db/db.ts';
import { currentRevision, revisionAt } from '#server/db/revision-log.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** The message that describes the values of `--since`. */
export const sinceHint =
  'Write --since as the number of a revision, as a day (2026-11-27) or as a moment (2026-11-27T02:00Z).';

/**
 * Finds the last revision that is not new. `since` is that revision itself, or the day or moment
 * from which revisions are new. A day starts in the zone's time zone.
 * @returns undefined for any other text
 */
async function findSince(db: Db, since: string): Promise<number | undefined> {
  if (/^\d{1,15}$/.test(since)) return Number(since);
  if (!isIsoDate(since) && !isMoment(since)) return undefined;
  return revisionAt(
    db,
    isIsoDate(since) ? addDays(since, -1) : new Date(since).toISOString(),
    await readTimeZone(db),
  );
}

/** The revisions after `--since`. */
export interface RecordedSince {
  readonly since: number;
  readonly revision: number;
  readonly changed: boolean;
}
/** Reads whether anything was recorded after `--since`. @returns undefined for an invalid value */
export async function readSince(db: Db, since: string): Promise<RecordedSince | undefined> {
  const [from, revision] = [await findSince(db, since), await currentRevision(db)];
  return from === undefined ? undefined : { since: from, revision, changed: revision > from };
}
