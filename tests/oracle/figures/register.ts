import type { Day } from './days.ts';

export const stageOrder = [
  'lead',
  'negotiation',
  'signed',
  'registered',
  'construction',
  'operation',
  'full_capacity',
] as const;
export type Stage = (typeof stageOrder)[number];
/** `unlisted`: a whole list no longer names the project. */
export type Status =
  | 'active'
  | 'on_hold'
  | 'withdrawn'
  | 'lost'
  | 'rejected'
  | 'terminated'
  | 'closed'
  | 'unlisted';
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
/** A list of projects of a day; a whole list shows which ones have left. */
export interface Edition {
  readonly day: Day;
  readonly scope: 'whole' | 'drops_completed' | 'part';
  readonly rows: readonly Row[];
}
/**
 * Holds from `day` on; `since` is the day that the register gives for it, absent where it is only
 * known as "by `day`".
 */
export interface Event<T> {
  readonly day: Day;
  readonly is: T;
  readonly since?: Day | undefined;
}
export interface History {
  readonly code: string;
  readonly industry: string;
  readonly stages: readonly Event<Stage>[];
  readonly statuses: readonly Event<Status>[];
  readonly amounts: readonly Event<Money | null>[];
}
export interface State {
  readonly code: string;
  readonly industry: string;
  readonly stage: Stage;
  readonly since: Day | undefined;
  readonly status: Status;
  readonly money: Money | null;
}

/** The last event up to a day. */
export const lastUpTo = <T>(events: readonly Event<T>[], day: Day): Event<T> | undefined =>
  events.findLast((event) => event.day <= day);

/** F: the day of the first edition. */
export const firstKnownDay = (editions: readonly Edition[]): Day | undefined =>
  editions.map(({ day }) => day).toSorted()[0];

/**
 * The project on `day` by its last dated event up to then; undefined where it is not known to
 * exist.
 */
export function stateOn(history: History, day: Day): State | undefined {
  const stage = lastUpTo(history.stages, day);
  if (stage === undefined) return undefined;
  return {
    code: history.code,
    industry: history.industry,
    stage: stage.is,
    since: stage.since,
    status: lastUpTo(history.statuses, day)?.is ?? 'active',
    money: lastUpTo(history.amounts, day)?.is ?? null,
  };
}
/**
 * Counts the projects that may have existed on `day` without being counted: the next edition lists
 * them for the first time, without a day. None on the day of an edition, which lists them all.
 *
 * @param editionDays in any order
 */
export function countUndated(
  histories: readonly History[],
  editionDays: readonly Day[],
  day: Day,
): number {
  const next = editionDays.filter((other) => other >= day).toSorted()[0];
  if (next === undefined || next === day) return 0;
  return histories.filter(
    ({ stages: [first] }) => first !== undefined && first.since === undefined && first.day === next,
  ).length;
}
export const statesOn = (histories: readonly History[], day: Day): readonly State[] =>
  histories.flatMap((history) => stateOn(history, day) ?? []);
/** Whether its stage or status changed after `from`, up to `to`. */
export const isTouched = ({ stages, statuses }: History, from: Day, to: Day): boolean =>
  [...stages, ...statuses].some(({ day }) => day > from && day <= to);
