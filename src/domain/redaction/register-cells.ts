import type { StageOrUnknown, Status } from '#domain/stage.ts';

/** Projects that no filter and no sum of a shared list tells apart. `currency` absent: their amounts are missing. */
export interface RegisterCell {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly industry?: string;
  readonly zone?: string;
  readonly currency?: string;
  readonly count: number;
  readonly minor: bigint;
}
export const listFilters = ['stage', 'status', 'industry', 'zone'] as const;
export type ListFilter = (typeof listFilters)[number];
/** Alternatives of each field; one that is absent or empty filters nothing. Words that were searched for are no filter of a link. */
export type ListFilters = Readonly<Partial<Record<ListFilter, readonly string[]>>>;

/** Whether a list with these filters holds a project. */
export const isWithin = (filters: ListFilters, project: Readonly<Partial<Record<ListFilter, string>>>): boolean =>
  listFilters.every((name) => {
    const list = filters[name] ?? [];
    return list.length === 0 || list.includes(project[name] ?? '');
  });
