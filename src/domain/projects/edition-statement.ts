import type { StageEvent, StatusEvent } from './project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ReasonCode } from './reason.ts';
import type { Stage, StageOrUnknown, Status } from './stage.ts';

interface StatementBase {
  /** The day that it is about: the day of the edition, or the day that somebody entered. */
  readonly day: IsoDate;
  /** The revision that recorded it. */
  readonly revision: number;
}

/** What one edition of the register says of a project on its day. */
export interface EditionStatement extends StatementBase {
  readonly kind: 'edition';
  /** Absent: the edition says nothing of a stage. */
  readonly stage?: StageOrUnknown;
  /** The source's own word, when it could not be mapped. */
  readonly word?: string;
  /** The days on which stages began, as the row gives them; none of a later stage than the present one. */
  readonly dates: Readonly<Partial<Record<Stage, IsoDate>>>;
  readonly status: Status;
  readonly status_date?: IsoDate;
  readonly status_reason?: string;
  readonly status_reason_code?: ReasonCode;
}

/** What somebody entered in the page: events of one day. */
export interface EntryStatement extends StatementBase {
  readonly kind: 'entry';
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
}

/** That an edition no longer lists a project which it would list if the project were still there. */
export interface AbsenceStatement extends StatementBase {
  readonly kind: 'absence';
}

export type Statement = EditionStatement | EntryStatement | AbsenceStatement;

/** A statement in its place: an edition that a later entry corrects stands on the day of that entry, before it. */
interface Placed<S extends Statement> {
  readonly day: IsoDate;
  readonly statement: S;
}

const isLater = (a: Statement, b: Statement): number =>
  a.day === b.day ? a.revision - b.revision : a.day < b.day ? -1 : 1;

/** Of what the editions of one day say, the last that was recorded; entries all stay. */
function lastOfDay<S extends Statement>(statements: readonly S[]): S[] {
  const newest = new Map<IsoDate, S>();
  for (const statement of statements)
    if (
      statement.kind !== 'entry' &&
      (newest.get(statement.day)?.revision ?? -1) <= statement.revision
    )
      newest.set(statement.day, statement);
  return statements.filter(
    (statement) => statement.kind === 'entry' || newest.get(statement.day) === statement,
  );
}

/**
 * Statements in the order of their days. An entry corrects the editions that were recorded before it and are of its day or a
 * later one: from its day on it holds, until an edition that was recorded after it says otherwise.
 *
 * @param statements those that say something of what is derived, in any order
 */
export function placeStatements<S extends Statement>(statements: readonly S[]): Placed<S>[] {
  const held = lastOfDay(statements).toSorted(isLater);
  const entries = held.filter((statement) => statement.kind === 'entry');
  const placed = held.map((statement) => {
    const corrected =
      statement.kind === 'entry'
        ? undefined
        : entries.find(
            (entry) => entry.day <= statement.day && entry.revision > statement.revision,
          );
    return { day: corrected?.day ?? statement.day, statement };
  });
  return placed.toSorted((a, b) =>
    a.day === b.day ? a.statement.revision - b.statement.revision : a.day < b.day ? -1 : 1,
  );
}

/** Editions that were not replaced by another one of their day, newest day first. */
export const newestEditions = (statements: readonly Statement[]): EditionStatement[] =>
  lastOfDay(statements)
    .filter((statement) => statement.kind === 'edition')
    .toSorted((a, b) => isLater(b, a));
