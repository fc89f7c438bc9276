import {
  type Breakdown,
  type BreakdownGroup,
  foldGroups,
  foldSome,
} from '#domain/analysis/breakdown.ts';
import { findOrder, listFirstKeys, orderBySize } from '#domain/analysis/headings.ts';
import { findValue, type SizedBreakdown, type ValueUnit } from './units.ts';

/** The groups of a block. Some or all of the others are folded into one. */
export interface DrawnGroups {
  readonly groups: readonly BreakdownGroup[];
  /** The number of groups, where the smallest of the table are folded. */
  readonly most?: number;
  /** The keys of the groups with a row, where all others are folded. */
  readonly named?: readonly string[];
}

/** The largest number of rows of a block, with the rest and the group that is not stated. */
const mostRows = 9;
/** Two sides with several currencies: the rows of the first currency, and of each other one. */
const rowsBeside = { first: 6, other: 4 } as const;

/** Keeps the first groups and the group that is not stated; the others are folded into one. */
function keepFirst(groups: readonly BreakdownGroup[], most: number): DrawnGroups {
  const named = listFirstKeys(groups, most);
  const isFolded = ({ key }: BreakdownGroup): boolean => key === undefined || !named.includes(key);
  return { groups: groups.length <= most ? groups : foldSome(groups, isFolded), named };
}

/**
 * The groups of a breakdown that stands alone. Each currency has the largest of those with a sum in
 * it.
 */
function drawAlone(breakdown: Breakdown, unit: ValueUnit | undefined): DrawnGroups {
  const { groups, units, by } = breakdown;
  const most = groups.length > mostRows ? { most: mostRows } : {};
  const isKnown = ({ total }: BreakdownGroup): boolean =>
    unit === undefined ? total.undisclosed > 0 : findValue(total, unit) !== undefined;
  if (units.length < 2) return { groups: foldGroups(breakdown, mostRows), ...most };
  if (findOrder(by) !== 'size')
    return { groups: foldGroups(breakdown, mostRows).filter(isKnown), ...most };
  const own = orderBySize(groups.filter(isKnown), 'size', ({ total }) =>
    unit === undefined ? String(total.undisclosed) : findValue(total, unit),
  );
  return groups.length > mostRows ? keepFirst(own, mostRows) : { groups: own };
}

/**
 * Finds the groups of a block, the largest first. Both sides of a comparison have the same ones;
 * where they have several currencies, each block is short.
 *
 * @param unit - omitted for the projects without a value, where there are several currencies
 */
export function findDrawnGroups(
  breakdown: SizedBreakdown,
  unit: ValueUnit | undefined,
): DrawnGroups {
  const { order, units, groups, by } = breakdown;
  if (order === undefined) return drawAlone(breakdown, unit);
  // the line of all projects states how many have no value
  if (unit === undefined) return { groups: [] };
  const isFirst = unit.unit === units[0];
  const most = units.length < 2 ? mostRows : isFirst ? rowsBeside.first : rowsBeside.other;
  if (findOrder(by) !== 'size') return { groups: foldGroups(breakdown, most), most };
  const orderOfSize = (order[unit.unit] ?? []).filter((key) => key !== '');
  const own =
    units.length < 2
      ? groups
      : groups.filter(({ key }) => key === undefined || (order[unit.unit]?.includes(key) ?? false));
  const place = new Map(orderOfSize.map((key, at) => [key, at]));
  const rank = ({ key }: BreakdownGroup): number =>
    key === '' ? 2 * orderOfSize.length + 1 : (place.get(key ?? '') ?? 2 * orderOfSize.length);
  const inOrder = own.toSorted((a, b) => rank(a) - rank(b));
  return inOrder.length <= most ? { groups: inOrder } : keepFirst(inOrder, most);
}
