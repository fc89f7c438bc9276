import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Holdings } from '#domain/redaction/disclosure/holdings.ts';

/**
 * Projects of one investor that no filter and no sum of a link distinguishes. `currency` is omitted
 * when their amounts are missing.
 */
export interface RegisterCell {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly industry?: string;
  readonly zone?: string;
  readonly currency?: string;
  /** Their investor, see `investorKey`; several cells may have one name. */
  readonly holder: string;
  readonly count: number;
  readonly minor: bigint;
}
/** The projects that a link sums up, and the excluded ones: published totals count them too. */
export interface LinkCells {
  readonly keptCells: readonly RegisterCell[];
  readonly out: readonly RegisterCell[];
}
/** Sums the holdings of each investor in some cells, in one currency. */
export function sumHoldings(cells: readonly RegisterCell[], currency: string): Holdings {
  const sums = new Map<string, bigint>();
  for (const cell of cells)
    if (cell.currency === currency)
      sums.set(cell.holder, (sums.get(cell.holder) ?? 0n) + cell.minor);
  return sums;
}

export const listFilters = ['stage', 'status', 'industry', 'zone'] as const;
export type ListFilter = (typeof listFilters)[number];
/**
 * Alternatives of each field; an omitted or empty field filters nothing. A link does not filter by
 * search words.
 */
export type ListFilters = Readonly<Partial<Record<ListFilter, readonly string[]>>>;

/** Whether a filtered list holds a project. */
export const isWithin = (
  filters: ListFilters,
  project: Readonly<Partial<Record<ListFilter, string>>>,
): boolean =>
  listFilters.every((name) => {
    const list = filters[name] ?? [];
    return list.length === 0 || list.includes(project[name] ?? '');
  });
