import { compact } from '#domain/values/compact.ts';
import { longestOverdue } from './milestones.ts';
import type { Currency, WireMoney } from '#domain/values/money.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import { type MilestoneType, type Project, pickNamed, type NamedProject } from './project.ts';
import type { Stage } from './stage.ts';
import { stalledAfterDays } from './stage-days.ts';

/**
 * Days without an update after which a record is stale: one monthly cycle and five days (domain
 * reference 3.4).
 */
export const staleAfterDays = 35;
/** The largest number of entries of the list; the total counts all. */
export const listedActions = 50;

/** Why a project needs action. `days` count since `since`; days beyond `limit` exceed it. */
export type ActionReason =
  /** A milestone that did not happen by its original date. */
  | {
      readonly kind: 'overdue';
      readonly milestone: MilestoneType;
      readonly since: IsoDate;
      readonly plan?: IsoDate;
      readonly days: number;
    }
  /** No substantive event for longer than the stage allows. */
  | {
      readonly kind: 'stalled';
      readonly stage: Stage;
      readonly since: IsoDate;
      readonly days: number;
      readonly limit: number;
    }
  /** The record was not updated. */
  | {
      readonly kind: 'stale';
      readonly since: IsoDate;
      readonly days: number;
      readonly limit: number;
    }
  /** An open issue past its due day; its words stay with the project. */
  | { readonly kind: 'issue'; readonly since: IsoDate; readonly days: number }
  /** A gate that a person declared blocked; its cause stays with the project. */
  | { readonly kind: 'blocked'; readonly since: IsoDate; readonly days: number };

/** One project that needs action. */
export interface Action extends NamedProject {
  readonly owner?: string;
  readonly money?: WireMoney;
  /** Why it has no amount. */
  readonly missing?: MissingReason;
  /** The largest number of days by which a reason exceeds its limit. */
  readonly days_over: number;
  /** Sorted by days over the limit, descending. */
  readonly reasons: readonly ActionReason[];
}
/**
 * Lists the projects that need action, for every page, report and file. Sorted by amount × days
 * over the limit in the currency of the zone, largest first; projects without an amount or a rate
 * follow, by days.
 */
export interface ActionList {
  /** At most 50; `total` counts all. */
  readonly items: readonly Action[];
  readonly total: number;
  /** Currencies of active projects for which no rate to the zone's currency is known. */
  readonly unrated: readonly Currency[];
  /**
   * Under construction, with completed investment from a single edition: they cannot be judged. 0
   * where the list has every active project.
   */
  readonly not_judged: number;
  /**
   * Active projects without a planned date, an update or a day of their stage: they cannot be
   * judged. 0 where the list has every active project.
   */
  readonly undated: number;
}

/** One entry as the store returns it. */
export interface ActionRow {
  readonly project: Project;
  /** The last substantive event, where the limit of the stage is exceeded. */
  readonly stalled_since?: IsoDate;
  /** The earliest due day of an open issue that has passed. */
  readonly issue_due?: IsoDate;
  /** The day on which a gate was declared blocked, while it is blocked. */
  readonly blocked_since?: IsoDate;
}
export interface ActionRows extends Omit<ActionList, 'items'> {
  /** In the order of the list. */
  readonly rows: readonly ActionRow[];
  /** Active projects with an overdue milestone, and those with a stale record. */
  readonly overdue: number;
  readonly stale: number;
}

/**
 * Counts the days by which a reason exceeds its limit.
 * @returns without a limit, the days since its first day
 */
export const daysOver = (reason: ActionReason): number =>
  reason.days - ('limit' in reason ? reason.limit : 0);

function listReasons(
  { project, stalled_since, issue_due, blocked_since }: ActionRow,
  as_of: IsoDate,
): ActionReason[] {
  const { stage, last_update } = project;
  const delay = longestOverdue(project, as_of);
  const limit = stage === 'unknown' ? undefined : stalledAfterDays[stage];
  const age = last_update === undefined ? 0 : daysBetween(last_update, as_of);
  const reasons: ActionReason[] = [];
  if (delay !== undefined) {
    const { milestone, since, days } = delay;
    reasons.push({
      kind: 'overdue',
      milestone: milestone.type,
      since,
      ...compact({ plan: milestone.plan }),
      days,
    });
  }
  if (stage !== 'unknown' && limit !== undefined && stalled_since !== undefined)
    reasons.push({
      kind: 'stalled',
      stage,
      since: stalled_since,
      days: daysBetween(stalled_since, as_of),
      limit,
    });
  if (issue_due !== undefined)
    reasons.push({ kind: 'issue', since: issue_due, days: daysBetween(issue_due, as_of) });
  if (blocked_since !== undefined)
    reasons.push({
      kind: 'blocked',
      since: blocked_since,
      days: daysBetween(blocked_since, as_of),
    });
  if (last_update !== undefined && age > staleAfterDays)
    reasons.push({ kind: 'stale', since: last_update, days: age, limit: staleAfterDays });
  return reasons.toSorted((a, b) => daysOver(b) - daysOver(a));
}

/** Makes the entry of the list for a row; empty where no limit is exceeded. */
function listActions(row: ActionRow, as_of: IsoDate): Action[] {
  const reasons = listReasons(row, as_of);
  const [worst] = reasons;
  if (worst === undefined) return [];
  const { owner, amounts } = row.project;
  const amount = amounts.total_investment;
  return [
    {
      ...pickNamed(row.project),
      ...compact({ owner }),
      ...compact({
        missing: amount?.money === undefined ? (amount?.missing ?? 'not_reported') : undefined,
        money: amount?.money,
      }),
      days_over: daysOver(worst),
      reasons,
    },
  ];
}

/** Makes the list of projects that need action. */
export const actionList = (
  { rows, total, unrated, not_judged, undated }: ActionRows,
  as_of: IsoDate,
): ActionList => ({
  items: rows.flatMap((row) => listActions(row, as_of)),
  total,
  unrated,
  not_judged,
  undated,
});
