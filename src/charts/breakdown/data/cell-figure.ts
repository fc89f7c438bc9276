import type { FigureOf, TableFigure } from '#charts/kit/table.ts';
import { type Breakdown, type BreakdownGroup, isRatio } from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import type { DrawnGroups } from './drawn-groups.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';

/** The subject of the figures of a group. Without a unit it is the projects that state no value. */
export const groupOf = (
  { measure, by, stack, parts }: Breakdown,
  { key, folded }: Heading,
  unit: string | undefined,
): FigureOf => ({
  counted: measure,
  by,
  ...compact({
    in: unit,
    stack: isRatio(measure) || parts.length === 0 ? undefined : stack,
    key,
    rest: folded === undefined ? undefined : 'key',
  }),
});

/** The subject of the figures of one part of a group. */
export const partOf = (group: Heading, part: Heading): FigureOf =>
  part.folded === undefined
    ? { part: part.key ?? '' }
    : { rest: group.folded === undefined ? 'part' : 'both' };

/**
 * Joins several parts: their keys or, where one of them is the folded part, the keys of all others
 * to exclude.
 */
function partsOf(parts: readonly Heading[], own: readonly Heading[]): FigureOf {
  const isFolded = own.some(({ folded }) => folded !== undefined);
  const namedParts = isFolded ? parts.filter((part) => !own.includes(part)) : own;
  const keys = joinItems(namedParts.map(({ key }) => key ?? '')) ?? '';
  return isFolded ? { not_parts: keys } : { parts: keys };
}

/**
 * Makes the figure of a cell as it is drawn.
 *
 * @param at - the places of its parts; omitted for all of them
 * @param drawnGroups - which groups are drawn, where some groups of the table are folded
 */
export function cellFigure(
  breakdown: Breakdown,
  group: BreakdownGroup,
  unit: string | undefined,
  at: readonly number[] | undefined,
  drawnGroups: Pick<DrawnGroups, 'most' | 'named'>,
): TableFigure {
  const { measure, parts } = breakdown;
  const own = (at ?? []).flatMap((place) => parts[place] ?? []);
  const [only, second] = own;
  const isWhole = at === undefined || isRatio(measure) || own.length === parts.length;
  const ownParts =
    isWhole || only === undefined
      ? {}
      : second === undefined
        ? partOf(group, only)
        : partsOf(parts, own);
  return {
    measure: unit === undefined ? 'group_unknown' : `breakdown_${measure}`,
    of: {
      ...groupOf(breakdown, group, unit),
      ...compact({
        most: drawnGroups.most === undefined ? undefined : String(drawnGroups.most),
        named: drawnGroups.named === undefined ? undefined : (joinItems(drawnGroups.named) ?? ''),
      }),
      ...ownParts,
    },
  };
}
