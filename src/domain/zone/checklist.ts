import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ChecklistItem, Target } from './indicator.ts';

/** A checklist as reported on a day: n of N. */
export interface ChecklistCount {
  readonly done: number;
  readonly total: number;
  readonly date: IsoDate;
  /** The number of items that are planned before the day and not done. Omitted for none. */
  readonly overdue?: number;
}

/** Whether an item is done by a day. */
export const isItemDone = ({ done }: Pick<ChecklistItem, 'done'>, day: IsoDate): boolean =>
  done !== undefined && done <= day;

/** The items that are planned before a day and not done by it. */
export const overdueItems = (items: readonly ChecklistItem[], day: IsoDate): ChecklistItem[] =>
  items.filter(
    (item) => item.planned !== undefined && item.planned < day && !isItemDone(item, day),
  );

/**
 * The checklist of a target by a day: its named items, else the count reported by then.
 * @returns undefined where nothing was reported; there is no percentage
 */
export function checklistAt(
  { items, checklist }: Pick<Target, 'items' | 'checklist'>,
  day: IsoDate,
): ChecklistCount | undefined {
  if (items !== undefined && items.length > 0) {
    const overdueCount = overdueItems(items, day).length;
    return {
      done: items.filter((item) => isItemDone(item, day)).length,
      total: items.length,
      date: day,
      ...compact({ overdue: overdueCount === 0 ? undefined : overdueCount }),
    };
  }
  return checklist !== undefined && checklist.date <= day ? checklist : undefined;
}

/** An item with a planned day, and the target that has it. */
export interface PlannedItem<T> {
  readonly target: T;
  readonly item: ChecklistItem;
  readonly planned: IsoDate;
}

/** Lists the items of targets that have a planned day and are not done on a day, earliest first. */
export const listOpenItems = <T extends Pick<Target, 'items'>>(
  targets: readonly T[],
  day: IsoDate,
): readonly PlannedItem<T>[] =>
  targets
    .flatMap((target) =>
      (target.items ?? []).flatMap((item) =>
        item.planned === undefined || isItemDone(item, day)
          ? []
          : [{ target, item, planned: item.planned }],
      ),
    )
    .toSorted((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0));
