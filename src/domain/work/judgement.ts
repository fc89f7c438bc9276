import type { Light } from '#domain/projects/light.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** The statuses that a person can declare: those computed ones that depend on judgement. */
export const declaredStatuses = [
  'on_track',
  'at_risk',
  'behind',
] as const satisfies readonly Light[];
type DeclaredWord = (typeof declaredStatuses)[number];

/**
 * The status of a project or a target in the judgement of a person, who signs it. It changes no
 * figure. `as_of` is the day of the figures that it judges: no page of an earlier day has it. Where
 * it is omitted, this is the day of the signature.
 */
export interface DeclaredStatus {
  readonly status: DeclaredWord;
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
  readonly as_of?: IsoDate;
  /** The last day on which it holds. Omitted: until another is declared. */
  readonly until?: IsoDate;
}
/** A declared status in a list, with the code of its project or the key of its target. */
export interface ListedStatus extends DeclaredStatus {
  readonly code: string;
}
/** Why a gate is blocked, from the list and in words. */
export interface BlockedGate {
  readonly gate: string;
  readonly cause: ReasonCode;
  readonly text: string;
  readonly by: string;
  readonly on: IsoDate;
  /** As that of a declared status. */
  readonly as_of?: IsoDate;
}
/** One version of a judgement. Null ends it. */
export interface JudgementVersion<Judgement> {
  readonly judgement: Judgement | null;
  /** The revision that wrote it first. A copy that an undo made has that of its original. */
  readonly made_by: number;
  readonly revision_from: number;
}

/**
 * Finds the judgement that a page of a day has: the last one, or, on a day before its figures, the
 * one that it replaced. A judgement that was taken back is on no page.
 *
 * @param versions - those of one subject and topic, the last first, which is the one in force
 * @param day - omitted for the last judgement
 * @returns undefined if none was in force for the day
 */
export function findJudgementOfDay<Judgement extends Pick<DeclaredStatus, 'on' | 'as_of'>>(
  [last, ...former]: readonly JudgementVersion<Judgement>[],
  day: IsoDate | undefined,
): Judgement | undefined {
  if (last === undefined || last.judgement === null) return undefined;
  const { as_of = last.judgement.on } = last.judgement;
  return day === undefined || as_of <= day
    ? last.judgement
    : findJudgementOfDay(
        former.filter((one) => one.revision_from < last.made_by),
        day,
      );
}

/** Whether a declared status no longer holds on a day. */
export const isExpired = ({ until }: DeclaredStatus, day: IsoDate): boolean =>
  until !== undefined && until < day;

/**
 * Finds the status of a project or a target that holds on a day.
 *
 * @returns undefined if nobody has declared one, or if it has expired
 */
export function findDeclaredStatus(
  statuses: readonly ListedStatus[],
  code: string,
  day: IsoDate,
): DeclaredStatus | undefined {
  const listed = statuses.find((one) => one.code === code);
  if (listed === undefined || isExpired(listed, day)) return undefined;
  const { code: _, ...declared } = listed;
  return declared;
}
