import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { findObservation, isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import { listDueIndicators } from '#domain/targets/period-close.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProposals, useRequests } from '#web/features/requests/manage/queries.ts';
import { useDoubts } from '#web/features/months/queries.ts';
import { needsCause } from '#web/features/months/values/row-target.tsx';
import type { Row } from '#web/features/months/values/row-values.ts';
import type { OpenCounts } from './month-header.tsx';

export interface MonthWork {
  readonly counts: OpenCounts;
  /** Rows that have a figure or a reason why there is none. */
  readonly entryCount: number;
  /** The first target behind plan of each indicator. */
  readonly behind: readonly TargetRow[];
  /** The first target of every other indicator, which can have a cause too. */
  readonly others: readonly TargetRow[];
}

/** Keeps the first target of each indicator. */
const takeFirst = (targets: readonly TargetRow[]): TargetRow[] =>
  targets.filter(
    ({ indicator }, at, all) => all.findIndex((one) => one.indicator === indicator) === at,
  );

const isUnanswered = ({ state }: { readonly state: string }): boolean =>
  state === 'open' || state === 'overdue' || state === 'ended';

/** Counts the open points of a month; what is not loaded has no count. */
export function useOpenWork(
  month: Month,
  profile: ZoneProfile,
  rows: readonly Row[],
  loadedTargets: readonly TargetRow[] | undefined,
  state: PeriodState | undefined,
): MonthWork {
  const requests = useRequests(month).data?.items;
  const proposals = useProposals(month).data?.items;
  const doubts = useDoubts(month).data?.items;
  const targets = loadedTargets ?? [];
  const isEntered = ({ indicator, values }: Row) =>
    isLeftBlank(indicator, month) || findObservation(values, month) !== undefined;
  const dueIds = new Set(listDueIndicators(profile).map(({ id }) => id));
  const entryCount = rows.filter(isEntered).length;
  const notes = state?.notes ?? [];
  const behind = takeFirst(targets.filter(isBehindPlan));
  const others = takeFirst(targets).filter(
    ({ indicator }) => !behind.some((one) => one.indicator === indicator),
  );
  return {
    entryCount,
    behind,
    others,
    counts: {
      missing: rows.filter((row) => dueIds.has(row.indicator.id) && !isEntered(row)).length,
      drafts: state?.drafts.length,
      unanswered: requests?.filter(isUnanswered).length,
      proposals: proposals?.filter(({ state: now }) => now === 'open').length,
      doubts: doubts?.filter(({ dismissed }) => dismissed === undefined).length,
      causes:
        loadedTargets &&
        behind.filter(
          (target) =>
            needsCause(target) &&
            !notes.some((one) => one.indicator === target.indicator && one.text !== ''),
        ).length,
    },
  };
}
