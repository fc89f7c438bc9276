import {
  type Breakdown,
  type BreakdownGroup,
  foldGroups,
  foldSome,
} from '#domain/analysis/breakdown.ts';
import { findOrder } from '#domain/analysis/headings.ts';
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

const sizeIn = (group: BreakdownGroup, unit: ValueUnit): number =>
  Number(findValue(group.total, unit) ?? Number.NEGATIVE_INFINITY);

/** The groups of a breakdown that stands alone. Each currency has those with a sum in it. */
function drawAlone(breakdown: Breakdown, unit: ValueUnit | undefined): DrawnGroups {
  const foldedGroups = foldGroups(breakdown, mostRows);
  const most = breakdown.groups.length > mostRows ? { most: mostRows } : {};
  if (breakdown.units.length < 2) return { groups: foldedGroups, ...most };
  const groups =
    unit === undefined
      ? foldedGroups.filter(({ total }) => total.undisclosed > 0)
      : foldedGroups
          .filter((group) => findValue(group.total, unit) !== undefined)
          .toSorted((a, b) =>
            a.key === undefined || b.key === undefined ? 0 : sizeIn(b, unit) - sizeIn(a, unit),
          );
  return { groups, ...most };
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
  if (inOrder.length <= most) return { groups: inOrder };
  const hasUnstated = inOrder.some(({ key }) => key === '');
  const namedGroups = inOrder
    .flatMap(({ key }) => (key === undefined || key === '' ? [] : [key]))
    .slice(0, most - 1 - Number(hasUnstated));
  const keptKeys = hasUnstated ? [...namedGroups, ''] : namedGroups;
  return {
    groups: foldSome(inOrder, ({ key }) => key === undefined || !keptKeys.includes(key)),
    named: keptKeys,
  };
}
