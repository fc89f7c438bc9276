import { addDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { Names, Text } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { laterMeasures } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { BreakdownFilters, BreakdownKey } from './breakdown.ts';
import { joinHeadings, placeGroups } from './align-headings.ts';
import {
  addCells,
  type Cell,
  type CellRow,
  findSum,
  listUnits,
  noProjects,
  toCell,
} from './cell.ts';
import {
  countFolded,
  foldChosen,
  foldRest,
  type Heading,
  listHeadings,
  nameHeadings,
  mostGroups,
  findOrder,
  placeRows,
  sumByKey,
} from './headings.ts';

/** The four amounts of the same money, in the order in which it becomes real. Never added. */
export const ladderRungs = ['total_investment', ...laterMeasures] as const;
export type LadderRung = (typeof ladderRungs)[number];

/** Two rungs of the same projects: the later one over the earlier one. */
export const ladderPairs = [
  { of: 'total_investment', has: 'contracted_amount' },
  { of: 'total_investment', has: 'paid_in' },
  { of: 'contracted_amount', has: 'paid_in' },
  { of: 'total_investment', has: 'fai_done_total' },
  { of: 'paid_in', has: 'fai_done_total' },
] as const satisfies readonly { readonly of: LadderRung; readonly has: LadderRung }[];

/** The projects of a group of which two rungs are known in one currency. */
export interface LadderPair {
  readonly of: LadderRung;
  readonly has: LadderRung;
  readonly unit: string;
  readonly count: number;
  /** The two sums, of the same projects. */
  readonly value: Decimal;
  readonly base: Decimal;
  /** Projects whose later rung exceeds the earlier one, and by how much together. */
  readonly over: number;
  readonly excess: Decimal;
  /** Projects whose later rung falls short of the earlier one, and by how much together. */
  readonly short: number;
  readonly shortfall: Decimal;
}
export interface LadderPairRow extends LadderPair {
  readonly key: string;
}

export interface LadderGroup extends Heading {
  readonly count: number;
  /** By rung, in the order of the rungs. */
  readonly rungs: readonly Cell[];
  readonly pairs: readonly LadderPair[];
  readonly codes?: readonly string[];
}

/** Planned, contracted, paid-in and completed amounts, by group and currency. */
export interface MoneyLadder {
  readonly as_of: IsoDate;
  readonly by: BreakdownKey;
  readonly filters: BreakdownFilters;
  /** Names of function zones, by id. */
  readonly zones: Readonly<Record<string, Text>>;
  readonly units: readonly string[];
  readonly groups: readonly LadderGroup[];
  readonly total: LadderGroup;
  readonly left_out: Readonly<Record<string, number>>;
}

/** The sort key of a pair: the order of pairs, then the currency. */
const findPlace = ({ of, has, unit }: LadderPair): string =>
  `${ladderPairs.findIndex((pair) => pair.of === of && pair.has === has)} ${unit}`;

function addPairs(pairs: readonly LadderPair[]): LadderPair[] {
  const pairsByPlace = [...Map.groupBy(pairs, findPlace)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairsByPlace.flatMap(([, own]): LadderPair[] => {
    const [first] = own;
    const add = (read: (pair: LadderPair) => Decimal): Decimal =>
      own.map(read).reduce(addDecimal, '0');
    const count = (read: (pair: LadderPair) => number): number =>
      own.reduce((sum, pair) => sum + read(pair), 0);
    if (first === undefined) return [];
    return [
      {
        of: first.of,
        has: first.has,
        unit: first.unit,
        count: count((pair) => pair.count),
        value: add((pair) => pair.value),
        base: add((pair) => pair.base),
        over: count((pair) => pair.over),
        excess: add((pair) => pair.excess),
        short: count((pair) => pair.short),
        shortfall: add((pair) => pair.shortfall),
      },
    ];
  });
}

function makeGroup(
  heading: Heading,
  rows: readonly CellRow[],
  pairs: readonly LadderPair[],
): LadderGroup {
  const rungs = ladderRungs.map((rung) =>
    addCells(rows.filter(({ part }) => part === rung).map(toCell)),
  );
  const [planned] = rungs;
  const codes = planned?.codes;
  return {
    ...heading,
    count: planned?.count ?? 0,
    rungs: rungs.map(({ codes: _, ...cell }) => cell),
    pairs: addPairs(pairs),
    ...compact({ codes }),
  };
}

interface LadderInput extends Omit<MoneyLadder, 'units' | 'groups' | 'total'> {
  readonly base_currency: string;
  /** The part of a row is its rung. Every project has a row for each rung. */
  readonly rows: readonly CellRow[];
  readonly pairs: readonly LadderPairRow[];
  /** Names of investors in other languages, where projects are grouped by investor. */
  readonly names?: ReadonlyMap<string, Names>;
}

/** Makes the ladder of what a store has added up by key, rung and currency. */
export function makeMoneyLadder({
  as_of,
  by,
  filters,
  zones,
  left_out,
  base_currency,
  rows,
  pairs,
  names = new Map(),
}: LadderInput): MoneyLadder {
  const units = listUnits(addCells(rows.map(toCell)), base_currency);
  const sums = sumByKey(
    rows.filter(({ part }) => part === 'total_investment'),
    (row) => row.key,
    findOrder(by),
    (cell) => (units[0] === undefined ? undefined : findSum(cell, units[0])?.value),
  );
  const headings = nameHeadings(listHeadings(sums, findOrder(by), mostGroups), names);
  const rowsByHeading = placeRows(rows, headings, (row) => row.key);
  const pairsByHeading = placeRows(pairs, headings, (row) => row.key);
  return {
    as_of,
    by,
    filters,
    zones,
    left_out,
    units,
    groups: headings.map((heading, at) =>
      makeGroup(heading, rowsByHeading[at] ?? [], pairsByHeading[at] ?? []),
    ),
    total: makeGroup({}, rows, pairs),
  };
}

/** Joins several groups into one with the sums of all. */
function joinGroups(groups: readonly LadderGroup[]): LadderGroup {
  const codes = groups.flatMap((group) => group.codes ?? []).toSorted();
  return {
    folded: countFolded(groups),
    count: groups.reduce((sum, { count }) => sum + count, 0),
    rungs: ladderRungs.map((_, at) => addCells(groups.flatMap(({ rungs }) => rungs[at] ?? []))),
    pairs: addPairs(groups.flatMap(({ pairs }) => pairs)),
    ...compact({ codes: codes.length === 0 ? undefined : codes }),
  };
}

/** Gives two ladders the same units and groups, so that they can be read side by side. */
export function alignLadders(a: MoneyLadder, b: MoneyLadder): readonly [MoneyLadder, MoneyLadder] {
  const units = [...new Set([...a.units, ...b.units])];
  const headings = joinHeadings(a.groups, b.groups, a.by);
  const none = { count: 0, rungs: ladderRungs.map(() => noProjects), pairs: [] };
  const align = (one: MoneyLadder): MoneyLadder => ({
    ...one,
    units,
    groups: placeGroups(one.groups, headings, { none, join: joinGroups }),
  });
  return [align(a), align(b)];
}

/** Folds the groups for a chart with few rows. Sums stay the same. */
export const foldLadder = (
  { groups, by }: Pick<MoneyLadder, 'groups' | 'by'>,
  most: number,
): readonly LadderGroup[] => foldRest(groups, findOrder(by), most, joinGroups);

/** Folds some groups of a ladder into one. Sums stay the same. */
export const foldSomeRungs = (
  groups: readonly LadderGroup[],
  isFolded: (group: LadderGroup) => boolean,
): readonly LadderGroup[] => foldChosen(groups, isFolded, joinGroups);
