import { addDays, isIsoDate } from '#domain/values/date.ts';
import type { Db } from '#server/db/db.ts';
import { currentRevision, revisionAt } from '#server/db/revision-log.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** Says what `--since` takes. */
export const sinceHint =
  'Write --since as the number of a revision, as a day (2026-11-27) or as a moment (2026-11-27T02:00Z).';

/**
 * Finds the last revision before a revision's successor, a day or a moment: what is recorded after
 * it is new. A day counts from its start in the time zone of the zone.
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

/** What is recorded after `--since`. */
export interface RecordedSince {
  readonly since: number;
  readonly revision: number;
  readonly changed: boolean;
}
/** Whether anything was recorded after `--since`; undefined if it can not be read. */
export async function readSince(db: Db, since: string): Promise<RecordedSince | undefined> {
  const [from, revision] = [await findSince(db, since), await currentRevision(db)];
  return from === undefined ? undefined : { since: from, revision, changed: revision > from };
}
