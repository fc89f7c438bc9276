import { reminderLimits } from '#contract/reminders/constants.ts';
import type { CalendarFeed, MadeCalendar } from '#contract/reminders/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { writeCalendar } from '#domain/reminders/calendar.ts';
import type { Language } from '#domain/values/language.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret, newId } from '#server/core/secrets.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { calendarAddress, calendarSecret } from './calendar-secret.ts';
import {
  addCalendar,
  findLiveCalendar,
  listCalendars,
  takeCalendar,
  touchCalendar,
  type StoredCalendar,
} from './calendar-store.ts';
import { readCalendar, type CalendarReader } from './read-calendar.ts';

/** Picks the parts of a stored calendar that its owner may read; its secret is not one. */
export const toCalendar = ({
  id,
  language,
  created_at,
  used_on,
}: StoredCalendar): CalendarFeed => ({
  id,
  language,
  created_at,
  ...compact({ used_on: used_on ?? undefined }),
});

/**
 * Makes a calendar of a caller. Only this response holds its address.
 * @throws HttpProblem if the caller has no account, or too many calendars
 */
export async function makeCalendar(
  deps: Pick<AppDeps, 'db' | 'clock' | 'config'>,
  principal: Caller['principal'],
  language: Language,
): Promise<MadeCalendar> {
  const secret = await calendarSecret.make();
  const at = deps.clock().toISOString();
  return deps.db.write(async (trx) => {
    const owner = await requireAccount(trx, principal);
    if ((await listCalendars(trx, owner.id)).length >= reminderLimits.calendars)
      throw problem(
        'conflict',
        `End a calendar first: a person has at most ${reminderLimits.calendars}.`,
      );
    const calendar = {
      id: newId('c'),
      account: owner.id,
      language,
      created_at: at,
      used_on: null,
    };
    await addCalendar(trx, { ...calendar, secret_hash: await hashSecret(secret) });
    await recordEvent(trx, { at, actor: owner, kind: 'calendar_made' });
    const address = `${deps.config.address ?? ''}${calendarAddress(secret)}`;
    return { calendar: toCalendar({ ...calendar, secret_hash: '' }), address };
  });
}

/**
 * Ends a calendar of a caller.
 * @throws HttpProblem if the caller has no account or no such calendar
 */
export const endCalendar = (
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  principal: Caller['principal'],
  id: string,
): Promise<void> =>
  db.write(async (trx) => {
    const owner = await requireAccount(trx, principal);
    if (!(await takeCalendar(trx, id, owner.id)))
      throw problem('not_found', 'There is no such calendar, or it has already ended.');
    await recordEvent(trx, { at: clock().toISOString(), actor: owner, kind: 'calendar_ended' });
  });

/** A calendar that a program may read. */
type LiveCalendar = CalendarReader & Pick<StoredCalendar, 'id' | 'used_on'>;

/** Finds the calendar of a secret. @returns undefined if none may be read with it */
export const findCalendar = async (
  { db }: Pick<AppDeps, 'db'>,
  secret: string,
): Promise<LiveCalendar | undefined> =>
  (await calendarSecret.fits(secret))
    ? findLiveCalendar(db.short, await hashSecret(secret))
    : undefined;

/** Records once a day that a calendar was read. */
async function touch(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  { id, used_on }: LiveCalendar,
): Promise<void> {
  const day = await readToday({ db, clock });
  if (used_on === day) return;
  // not awaited, since a long import may be writing; the next reading tries again
  void db.write((trx) => touchCalendar(trx, id, day)).catch(() => undefined);
}

/**
 * Writes the file that a calendar program reads.
 * @returns the text of an iCalendar file
 * @throws HttpProblem if there is no zone
 */
export async function writeCalendarFile(
  deps: Pick<AppDeps, 'db' | 'clock' | 'config'>,
  calendar: LiveCalendar,
): Promise<string> {
  const text = writeCalendar(await readCalendar(deps, calendar));
  await touch(deps, calendar);
  return text;
}
