import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import type { StatusEvent } from '#domain/projects/project.ts';
import { isOpenStatus } from '#domain/projects/stage.ts';
import {
  type EditionStatement,
  placeStatements,
  type Statement,
} from '#domain/projects/history/edition-statement.ts';

/** The reason of a status in an edition. */
const readReason = ({
  status_reason,
  status_reason_code,
}: EditionStatement): Pick<StatusEvent, 'reason' | 'reason_code'> =>
  compact({ reason: status_reason, reason_code: status_reason_code });

/**
 * The status of an edition as an event after the previous statement: on its own day where that is
 * known, else by the day of the edition.
 */
function makeEvent(
  edition: EditionStatement,
  date: IsoDate | undefined,
  day: IsoDate,
  before: IsoDate | undefined,
): StatusEvent {
  const status = { status: edition.status, ...readReason(edition) };
  if (date === undefined) return { ...status, date: day, by: true };
  if (before === undefined || date > before) return { ...status, date };
  const next = addDays(before, 1);
  return { ...status, date, counts_from: next < day ? next : day };
}

/**
 * Derives the status history of a project from all statements of editions and people, in any order
 * of imports. A project is active until a statement says otherwise. A project that an edition no
 * longer lists left on the day of that edition unless it had ended, and is active again from the
 * edition that lists it again.
 *
 * @returns events in the order of the days from which they count; none for a project that was
 *   always active
 */
export function statusHistory(statements: readonly Statement[]): StatusEvent[] {
  const inSequence = placeStatements(
    statements.filter((one) => one.kind !== 'entry' || one.status_events.length > 0),
  );
  const events: StatusEvent[] = [];
  let before: IsoDate | undefined;
  for (const [i, { day, statement }] of inSequence.entries()) {
    const last = events.at(-1);
    if (statement.kind === 'entry') events.push(...statement.status_events);
    else if (statement.kind === 'absence') {
      if (isOpenStatus(last?.status ?? 'active')) events.push({ status: 'unlisted', date: day });
    } else if (last?.status === 'unlisted' && statement.status === 'active')
      events.push({ status: 'active', date: day });
    else if ((last?.status ?? 'active') !== statement.status)
      events.push(
        makeEvent(statement, statusDate(inSequence.slice(i), statement, day), day, before),
      );
    else if (
      last !== undefined &&
      (statement.status_reason !== undefined || statement.status_reason_code !== undefined)
    )
      events.splice(-1, 1, { ...last, ...readReason(statement) });
    before = day;
  }
  return events;
}

/**
 * The day of a status by the newest of the editions that repeat it without a break, up to a day.
 */
function statusDate(
  from: readonly { readonly statement: Statement }[],
  { status }: EditionStatement,
  day: IsoDate,
): IsoDate | undefined {
  const end = from.findIndex(
    ({ statement }) => statement.kind !== 'edition' || statement.status !== status,
  );
  return from
    .slice(0, end === -1 ? undefined : end)
    .map(({ statement }) => (statement.kind === 'edition' ? statement.status_date : undefined))
    .findLast((date) => date !== undefined && date <= day);
}
