import type { StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import type { Stage, StageOrUnknown, Status } from '#domain/projects/stage.ts';

interface StatementBase {
  /** The day of the edition, or the day that a person entered. */
  readonly day: IsoDate;
  /** The revision that recorded it. */
  readonly revision: number;
}

/** The statement of one edition of the register about a project. */
export interface EditionStatement extends StatementBase {
  readonly kind: 'edition';
  /** Omitted when the edition states no stage. */
  readonly stage?: StageOrUnknown;
  /** The word of the source, when it could not be mapped. */
  readonly word?: string;
  /**
   * The days on which stages began, as the row gives them; none of a later stage than the present
   * one.
   */
  readonly dates: Readonly<Partial<Record<Stage, IsoDate>>>;
  /** The stages of which the row gives the year alone: their days are the last ones of years. */
  readonly years?: readonly Stage[];
  readonly status: Status;
  readonly status_date?: IsoDate;
  readonly status_reason?: string;
  readonly status_reason_code?: ReasonCode;
}

/** Events of one day that a person entered. */
export interface EntryStatement extends StatementBase {
  readonly kind: 'entry';
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
}

/**
 * States that an edition does not list a project, though it would list it if the project were still
 * in the register.
 */
export interface AbsenceStatement extends StatementBase {
  readonly kind: 'absence';
}

export type Statement = EditionStatement | EntryStatement | AbsenceStatement;

/**
 * A statement with its order: an edition that a later entry corrects is ordered on the day of that
 * entry, before it.
 */
interface StatementPlace<S extends Statement> {
  readonly day: IsoDate;
  readonly statement: S;
}

const isLater = (a: Statement, b: Statement): number =>
  a.day === b.day ? a.revision - b.revision : a.day < b.day ? -1 : 1;

/** Keeps only the last recorded edition of each day, and all entries. */
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
 * Sorts statements by day. An entry corrects the editions that were recorded before it and are of
 * its day or later: it holds from its day until an edition that was recorded after it.
 *
 * @param statements - in any order
 */
export function placeStatements<S extends Statement>(
  statements: readonly S[],
): StatementPlace<S>[] {
  const latest = lastOfDay(statements).toSorted(isLater);
  const entries = latest.filter((statement) => statement.kind === 'entry');
  const inPlace = latest.map((statement) => {
    const correction =
      statement.kind === 'entry'
        ? undefined
        : entries.find(
            (entry) => entry.day <= statement.day && entry.revision > statement.revision,
          );
    return { day: correction?.day ?? statement.day, statement };
  });
  return inPlace.toSorted((a, b) =>
    a.day === b.day ? a.statement.revision - b.statement.revision : a.day < b.day ? -1 : 1,
  );
}

/** Editions that no other edition of their day replaced, newest day first. */
export const newestEditions = (statements: readonly Statement[]): EditionStatement[] =>
  lastOfDay(statements)
    .filter((statement) => statement.kind === 'edition')
    .toSorted((a, b) => isLater(b, a));
