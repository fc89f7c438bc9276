import { type Day, earlierDay } from './days.ts';

export const stageOrder = ['lead', 'negotiation', 'signed', 'registered', 'construction', 'operation', 'full_capacity'] as const;
export type Stage = (typeof stageOrder)[number];
export type Status = 'active' | 'on_hold' | 'withdrawn' | 'lost' | 'rejected' | 'terminated' | 'closed';
/** Minor units of its currency; null where no amount is disclosed. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}
/** One project as one edition lists it. */
export interface Row {
  readonly code: string;
  readonly industry: string;
  readonly stage: Stage;
  readonly stageDates: Readonly<Partial<Record<Stage, Day>>>;
  readonly status: Status;
  readonly statusDate?: Day;
  readonly money: Money | null;
}
/** A list of projects as it stood on a day; a whole list says who has left. */
export interface Edition {
  readonly day: Day;
  readonly scope: 'whole' | 'drops_completed' | 'part';
  readonly rows: readonly Row[];
}
/** `by`: it is known only that it had happened by that day. */
interface Event<T> {
  readonly day: Day;
  readonly is: T;
  readonly by: boolean;
}
export interface History {
  readonly code: string;
  readonly industry: string;
  readonly stages: readonly Event<Stage>[];
  readonly statuses: readonly Event<Status>[];
  readonly amounts: readonly Event<Money | null>[];
  /** Days on which the project left the list, each with the day it came back, if it did. */
  readonly absences: readonly { readonly from: Day; readonly to: Day | undefined }[];
}
export interface State {
  readonly code: string;
  readonly industry: string;
  readonly stage: Stage;
  readonly since: Day;
  readonly by: boolean;
  readonly status: Status;
  readonly money: Money | null;
}

const rank = (stage: Stage): number => stageOrder.indexOf(stage);
const lastUpTo = <T>(events: readonly Event<T>[], day: Day): Event<T> | undefined => events.findLast((event) => event.day <= day);
const sorted = <T>(events: readonly Event<T>[], order: (value: T) => number): Event<T>[] =>
  events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order(a.is) - order(b.is)));
/** Events that change something; the first of each run of equal ones. */
const changesOnly = <T>(events: readonly Event<T>[]): Event<T>[] => events.filter((event, i) => event.is !== events[i - 1]?.is);

interface Listing {
  readonly day: Day;
  readonly row: Row;
}

/** The dated stages of every listing; a date after the edition counts from the edition's day. */
function datedStages(listings: readonly Listing[]): Event<Stage>[] {
  return listings.flatMap(({ day, row }) =>
    stageOrder.flatMap((stage) => {
      const date = row.stageDates[stage];
      return date === undefined ? [] : [{ day: earlierDay(date, day), is: stage, by: date > day }];
    }),
  );
}

/** On the day of each edition the project is what the edition says: where dates don't give that, it is so "by" that day. */
function withEditions<T>(
  dated: readonly Event<T>[],
  listings: readonly Listing[],
  of: (row: Row) => T,
  order: (value: T) => number,
): Event<T>[] {
  let events = sorted(dated, order);
  for (const { day, row } of listings) {
    if (lastUpTo(events, day)?.is === of(row)) continue;
    const after = events.findIndex((event) => event.day > day);
    const at = after === -1 ? events.length : after;
    events = [...events.slice(0, at), { day, is: of(row), by: true }, ...events.slice(at)];
  }
  return changesOnly(events);
}

function absencesOf(listings: readonly Listing[], editions: readonly Edition[]): History['absences'] {
  return listings.flatMap(({ day }, i) => {
    const next = listings[i + 1]?.day;
    const left = editions.find((edition) => edition.scope === 'whole' && edition.day > day && (next === undefined || edition.day < next));
    return left === undefined ? [] : [{ from: left.day, to: next }];
  });
}

function historyOf(code: string, listings: readonly Listing[], editions: readonly Edition[]): History {
  const statusDates = listings.flatMap(({ day, row: { status, statusDate } }): Event<Status>[] =>
    statusDate === undefined ? [] : [{ day: earlierDay(statusDate, day), is: status, by: statusDate > day }],
  );
  const last = listings.at(-1)?.row;
  return {
    code,
    industry: last?.industry ?? '',
    stages: withEditions(datedStages(listings), listings, (row) => row.stage, rank),
    statuses: withEditions(
      statusDates,
      listings,
      (row) => row.status,
      () => 0,
    ),
    amounts: listings.map(({ day, row }, i) => ({ day: i === 0 ? '0000-01-01' : day, is: row.money, by: false })),
    absences: absencesOf(listings, editions),
  };
}

/** The history of each project, whatever the order in which the editions came; of one day the last import holds. */
export function foldEditions(imported: readonly Edition[]): readonly History[] {
  const byDay = new Map(imported.map((edition) => [edition.day, edition]));
  const editions = [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const listings = new Map<string, Listing[]>();
  for (const { day, rows } of editions) for (const row of rows) listings.set(row.code, [...(listings.get(row.code) ?? []), { day, row }]);
  return [...listings].map(([code, own]) => historyOf(code, own, editions));
}

/** F: the day of the first edition. */
export const firstKnownDay = (editions: readonly Edition[]): Day | undefined => editions.map(({ day }) => day).toSorted()[0];

const isAway = ({ absences }: History, day: Day): boolean => absences.some(({ from, to }) => from <= day && (to === undefined || day < to));

/** The project on `day` by its last dated event up to then; undefined where it is not known to be there. */
export function stateOn(history: History, day: Day): State | undefined {
  const stage = lastUpTo(history.stages, day);
  if (stage === undefined || isAway(history, day)) return undefined;
  return {
    code: history.code,
    industry: history.industry,
    stage: stage.is,
    since: stage.day,
    by: stage.by,
    status: lastUpTo(history.statuses, day)?.is ?? 'active',
    money: lastUpTo(history.amounts, day)?.is ?? null,
  };
}
/** Whether the project may have been there on `day`: its first event is only known to be by a later day. */
export function isUndated(history: History, day: Day): boolean {
  const first = history.stages[0];
  return first?.by === true && first.day > day;
}
export const statesOn = (histories: readonly History[], day: Day): readonly State[] =>
  histories.flatMap((history) => stateOn(history, day) ?? []);
/** Whether its stage or status changed after `from`, up to `to`, or it was away. */
export const isTouched = ({ stages, statuses, absences }: History, from: Day, to: Day): boolean =>
  [...stages, ...statuses].some(({ day }) => day > from && day <= to) ||
  absences.some((absence) => absence.from > from && absence.from <= to);
