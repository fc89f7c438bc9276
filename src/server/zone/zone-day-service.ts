import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import { dayIn, isTimeZone } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { problem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { readChosenOrigin } from './chosen-origin-store.ts';
import { readDisplayedZone } from './displayed-zone-service.ts';
import { readLastClosedPeriod } from './period-close-store.ts';
import { readZone } from './store.ts';

/**
 * Reads the time zone of the displayed zone.
 * @returns a name of the IANA database, such as Asia/Shanghai
 */
export const readTimeZone = async (source: Source): Promise<string> =>
  timeZoneOf(await readDisplayedZone(source));

/**
 * Reads the last day of the last closed month of the displayed zone.
 * @returns undefined if no month is closed
 */
export async function readClosedDay(source: Source): Promise<IsoDate | undefined> {
  const origin = await readChosenOrigin(source);
  const month = origin === null ? undefined : await readLastClosedPeriod(source, origin);
  return month === undefined ? undefined : monthEnd(month);
}

/**
 * Reads the time zone of the own zone, also while an example is displayed.
 * @returns a name of the IANA database
 */
export const readOwnTimeZone = async (source: Source): Promise<string> =>
  timeZoneOf(await readZone(source, 'own'));

interface ZoneTime {
  readonly db: Source;
  readonly clock: () => Date;
}
/** Reads the current day in the displayed zone. @returns the day in the time zone of that zone */
export const readToday = async ({ db, clock }: ZoneTime): Promise<IsoDate> =>
  dayIn(clock(), await readTimeZone(db));

/** Requires a known time zone. @throws HttpProblem if the runtime does not know it */
export function requireTimeZone(time_zone: string | null | undefined): void {
  if (time_zone === undefined || time_zone === null || isTimeZone(time_zone)) return;
  throw problem(
    'bad_request',
    'Correct time_zone: write a name of the IANA time zone database, as Asia/Shanghai.',
    {
      status: 422,
      errors: [{ path: 'time_zone', value: time_zone, message: 'is not the name of a time zone' }],
    },
  );
}
