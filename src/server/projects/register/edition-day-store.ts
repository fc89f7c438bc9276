import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Reader } from '#server/db/db.ts';
import { batches, begin, knownAt, isOfRegister } from '#server/db/versions.ts';

const codesAtOnce = 500;

/**
 * Whether the day of a stage or status event is only that of an edition, so that the event happened
 * on that day or before.
 */
export type IsEditionDay = (code: string, day: IsoDate) => boolean;

/**
 * Finds the events of projects whose day is only that of an edition.
 *
 * @param knownRevision - the revision at which the register is read
 */
export async function readDaysBy(
  reader: Reader,
  origin: Origin,
  knownRevision: number,
  codes: readonly string[],
): Promise<IsEditionDay> {
  const days = new Map<string, Set<IsoDate>>();
  for (const some of batches([...new Set(codes)], codesAtOnce)) {
    const rows = await reader
      .selectFrom('project_history')
      .select(['code', 'events_json'])
      .where(isOfRegister(origin, some))
      .where(begin('revision_from'), '<=', knownAt(knownRevision))
      .where('revision_to', '>', knownAt(knownRevision))
      .execute();
    for (const { code, events_json } of rows) {
      const events = [...events_json.stage_events, ...events_json.status_events];
      days.set(
        code,
        new Set(
          events.flatMap(({ date, by }) => (date !== undefined && by === true ? [date] : [])),
        ),
      );
    }
  }
  return (code, day) => days.get(code)?.has(day) === true;
}
