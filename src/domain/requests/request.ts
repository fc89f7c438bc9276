import type { IsoDate } from '#domain/values/date.ts';
import type { Measure, MilestoneType } from '#domain/projects/project.ts';

/** The facts of a project that a request can ask a company for. */
export const requestFields = [
  'jobs_actual',
  'amounts.paid_in',
  'amounts.fai_done_total',
  'amounts.output_actual',
  'milestones.start',
  'milestones.completion',
  'milestones.operation',
  'milestones.full_capacity',
] as const;
export type RequestField = (typeof requestFields)[number];

/** One requested value of a month: a fact of a project, or an indicator. */
export type RequestCell =
  | {
      readonly code: string;
      readonly field: RequestField;
      /** The currency in which an amount is asked for. A change of the project does not change it. */
      readonly currency?: string;
    }
  | { readonly indicator: string };

/** The key of a cell, unique within its request. */
export const cellKey = (cell: RequestCell): string =>
  'indicator' in cell ? `indicator ${cell.indicator}` : `project ${cell.code} ${cell.field}`;

/**
 * The measure of a field that is an amount.
 * @returns undefined for any other field
 */
export const findMeasureField = (field: RequestField): Measure | undefined =>
  field.startsWith('amounts.') ? (field.slice('amounts.'.length) as Measure) : undefined;

/**
 * The milestone type of a field that is a milestone.
 * @returns undefined for any other field
 */
export const findMilestoneField = (field: RequestField): MilestoneType | undefined =>
  field.startsWith('milestones.')
    ? (field.slice('milestones.'.length) as MilestoneType)
    : undefined;

/**
 * The answer of a company about a milestone: its day, that it has not happened, or its new planned
 * day.
 */
export const milestoneOutcomes = ['done', 'not_yet', 'planned'] as const;
export type MilestoneOutcome = (typeof milestoneOutcomes)[number];

export const requestStates = ['open', 'overdue', 'answered', 'ended', 'cancelled'] as const;
export type RequestState = (typeof requestStates)[number];

/**
 * A proposal is open until a manager accepts or returns it. A later answer to the same cell gives
 * it the state `corrected`.
 */
export const proposalStates = ['open', 'accepted', 'returned', 'corrected'] as const;
export type ProposalState = (typeof proposalStates)[number];

interface RequestTimes {
  readonly state: 'live' | 'cancelled';
  readonly deadline: string;
  readonly expires_at: string;
}

/**
 * Derives the state of a request at a moment. A request is answered once every cell has an answer
 * that was not returned; overdue once its deadline passed before that.
 *
 * @param now - in ISO 8601
 * @param today - its day in the zone
 */
export function requestState(
  { state, deadline, expires_at }: RequestTimes,
  answerCount: number,
  cells: number,
  now: string,
  today: IsoDate,
): RequestState {
  if (state === 'cancelled') return 'cancelled';
  if (answerCount >= cells) return 'answered';
  if (expires_at <= now) return 'ended';
  return deadline < today ? 'overdue' : 'open';
}
