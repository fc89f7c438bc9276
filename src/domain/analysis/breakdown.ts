import { compact } from '#domain/values/compact.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { compareDecimal, type Decimal, divideDecimal, scaleByTen } from '#domain/values/decimal.ts';
import type { Names, Text } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { measures } from '#domain/projects/project.ts';
import { type ColumnKey, isColumnKey } from '#domain/projects/fields/own-column.ts';
import {
  addCells,
  type Cell,
  type CellRow,
  type CellSum,
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
  type CellsByKey,
  listHeadings,
  nameHeadings,
  mostGroups,
  findOrder,
  placeRows,
  type Size,
  sumByKey,
} from './headings.ts';
import { joinHeadings, placeGroups } from './align-headings.ts';
import { type Concentration, measureConcentration } from './concentration.ts';

/** Measures that divide two facts of the same projects. They are never added. */
export const ratioMeasures = [
  'investment_per_mu',
  'output_per_mu',
  'jobs_per_100m',
  'fdi_realised',
] as const;
export type RatioMeasure = (typeof ratioMeasures)[number];

/** The measure of a breakdown: a count, a fact of projects, or a ratio of two facts. */
export const breakdownMeasures = [
  'count',
  'exits',
  ...measures,
  'jobs_plan',
  'jobs_actual',
  ...ratioMeasures,
] as const;
export type BreakdownMeasure = (typeof breakdownMeasures)[number];
/** Whether a measure counts projects. */
export const isCountMeasure = (measure: BreakdownMeasure): boolean =>
  measure === 'count' || measure === 'exits';
/** Whether a measure is a quotient of two sums, so that its parts cannot be added. */
export const isRatio = (measure: BreakdownMeasure): measure is RatioMeasure =>
  ratioMeasures.some((one) => one === measure);

/**
 * What projects are grouped by. `year` is the year of signing, or of the exit for exits.
 * `agreement` is the kind of agreement; a contract that followed another kind is a group of its
 * own, as `framework_contract`. `extension` groups those that extend another project.
 */
export const breakdownKeys = [
  'stage',
  'industry',
  'zone',
  'country',
  'prefecture',
  'investor',
  'owner',
  'year',
  'reason',
  'channel',
  'agreement',
  'extension',
] as const;
export type FieldKey = (typeof breakdownKeys)[number];
/** A field of projects, or a column of the register that is no field. */
export type BreakdownKey = FieldKey | ColumnKey;
/** Finds the key of a query. @returns undefined for any other text */
export const findBreakdownKey = (text: string | undefined): BreakdownKey | undefined =>
  text !== undefined && isColumnKey(text) ? text : breakdownKeys.find((key) => key === text);

/** The field that subdivides each group. */
export const breakdownStacks = ['stage', 'industry', 'zone', 'reason', 'none'] as const;
export type BreakdownStack = (typeof breakdownStacks)[number];

/** Only projects that ended have a reason. */
export const isPossible = (
  measure: BreakdownMeasure,
  key: BreakdownKey | BreakdownStack,
): boolean => key !== 'reason' || measure === 'exits';

/**
 * Whether the projects of some parts of a group are unknown: parts are stages, none is counted in
 * them, and projects of the group have no stage.
 * @param places - of the parts
 */
export function isPartUnknown(
  { stack, parts }: Pick<Breakdown, 'stack' | 'parts'>,
  { cells }: BreakdownGroup,
  places: readonly number[],
): boolean {
  if (stack !== 'stage') return false;
  const count = (at: number): number => cells[at]?.count ?? 0;
  const withoutStage = parts.findIndex(({ key }) => key === 'unknown');
  return isCountUnknown(
    places.reduce((sum, at) => sum + count(at), 0),
    count(withoutStage),
  );
}

export interface BreakdownGroup extends Heading {
  /** By part, in the order of the parts. */
  readonly cells: readonly Cell[];
  readonly total: Cell;
}

/** The fields that may divide the groups of a measure, the default first. */
export function listStacks(measure: BreakdownMeasure, by: BreakdownKey): readonly BreakdownStack[] {
  const possible = breakdownStacks.filter((stack) => stack !== by && isPossible(measure, stack));
  const usual: BreakdownStack =
    possible.find((stack) =>
      measure === 'exits' ? stack === 'reason' || by === 'reason' : stack === 'stage',
    ) ?? 'none';
  return [usual, ...possible.filter((stack) => stack !== usual)];
}

/** Filters in force, by field. */
export type BreakdownFilters = Readonly<Record<string, readonly string[]>>;

export interface BreakdownScope {
  readonly as_of: IsoDate;
  readonly measure: BreakdownMeasure;
  readonly by: BreakdownKey;
  readonly stack: BreakdownStack;
  readonly filters: BreakdownFilters;
  /** Names of function zones, by id. */
  readonly zones: Readonly<Record<string, Text>>;
}

/** Projects by group and part. Parts add to groups and groups to the total, unit by unit. */
export interface Breakdown extends BreakdownScope {
  /** Units in which something is known, the zone's currency first. */
  readonly units: readonly string[];
  readonly parts: readonly Heading[];
  readonly groups: readonly BreakdownGroup[];
  readonly total: BreakdownGroup;
  /** Projects that are not counted, by status. */
  readonly left_out: Readonly<Record<string, number>>;
  /** The concentration of the groups and of the projects, by unit. */
  readonly concentration: Readonly<
    Record<string, { readonly groups?: Concentration; readonly projects?: Concentration }>
  >;
  /** Units whose sums a shared link does not show. */
  readonly held_back?: readonly string[];
}

const mostParts = 9;

/**
 * The value of a sum: itself, or the ratio of its two facts rounded to four digits.
 * @returns undefined for a ratio without a denominator, or with a denominator of 0
 */
export function ratioOrSum(sum: CellSum, measure: BreakdownMeasure): Decimal | undefined {
  if (!isRatio(measure)) return sum.value;
  if (sum.base === undefined || compareDecimal(sum.base, '0') === 0) return undefined;
  const power = measure === 'jobs_per_100m' ? 8 : measure === 'fdi_realised' ? 2 : 0;
  return divideDecimal(scaleByTen(sum.value, power), sum.base, 4);
}

/** How concentrated the named groups are, in one unit. */
const concentrateGroups = (sums: CellsByKey, unit: string): Concentration | undefined =>
  measureConcentration(
    sums.flatMap(([key, cell]) => (key === '' ? [] : (findSum(cell, unit)?.value ?? []))),
  );

/** Whether the groups are parts of a whole, so that their concentration has a meaning. */
const isConcentrated = ({ by, measure }: BreakdownScope): boolean =>
  !['stage', 'year', 'reason', 'agreement', 'extension'].includes(by) && !isRatio(measure);

interface BreakdownInput extends BreakdownScope {
  readonly base_currency: string;
  readonly rows: readonly CellRow[];
  readonly left_out: Readonly<Record<string, number>>;
  /** How concentrated the projects are, by unit. */
  readonly projects: Readonly<Record<string, Concentration | undefined>>;
  /** Names of investors in other languages, where projects are grouped by investor. */
  readonly names?: ReadonlyMap<string, Names>;
}

function concentrate(
  input: BreakdownInput,
  sums: CellsByKey,
  units: readonly string[],
): Breakdown['concentration'] {
  const entries = units.map((unit) => {
    const groups = isConcentrated(input) ? concentrateGroups(sums, unit) : undefined;
    return [unit, compact({ groups, projects: input.projects[unit] })] as const;
  });
  return Object.fromEntries(entries.filter(([, sides]) => Object.keys(sides).length > 0));
}

/** Makes a breakdown of what a store has added up by key, part and unit. */
export function makeBreakdown(input: BreakdownInput): Breakdown {
  const { rows, base_currency, measure, by, stack, as_of, filters, zones, left_out } = input;
  const units = listUnits(addCells(rows.map(toCell)), base_currency);
  const size: Size = (cell) => {
    const [unit] = units;
    if (unit === undefined) return String(cell.count);
    const sum = findSum(cell, unit);
    return sum === undefined ? undefined : ratioOrSum(sum, measure);
  };
  const sums = sumByKey(rows, (row) => row.key, findOrder(by), size);
  const keyedParts = sumByKey(rows, (row) => row.part, findOrder(stack), size);
  const parts = listHeadings(keyedParts, findOrder(stack), mostParts);
  const groups = nameHeadings(
    listHeadings(sums, findOrder(by), mostGroups),
    input.names ?? new Map(),
  );
  const toGroup = (heading: Heading, own: readonly CellRow[]): BreakdownGroup => ({
    ...heading,
    cells: placeRows(own, parts, (row) => row.part).map((some) => addCells(some.map(toCell))),
    total: addCells(own.map(toCell)),
  });
  const rowsByGroup = placeRows(rows, groups, (row) => row.key);
  return {
    as_of,
    measure,
    by,
    stack,
    filters,
    zones,
    units,
    parts,
    left_out,
    groups: groups.map((heading, at) => toGroup(heading, rowsByGroup[at] ?? [])),
    total: toGroup({}, rows),
    concentration: concentrate(input, sums, units),
  };
}

/** Joins several groups into one with the sums of all. */
const joinGroups = (groups: readonly BreakdownGroup[]): BreakdownGroup => ({
  folded: countFolded(groups),
  cells: (groups[0]?.cells ?? []).map((_, at) =>
    addCells(groups.map(({ cells }) => cells[at] ?? noProjects)),
  ),
  total: addCells(groups.map(({ total }) => total)),
});

/** Gives two breakdowns the same units, parts and groups, so that they can be read side by side. */
export function alignBreakdowns(a: Breakdown, b: Breakdown): readonly [Breakdown, Breakdown] {
  const units = [...new Set([...a.units, ...b.units])];
  const parts = joinHeadings(a.parts, b.parts, a.stack);
  const groups = joinHeadings(a.groups, b.groups, a.by);
  const withParts = (group: BreakdownGroup, own: readonly Heading[]): BreakdownGroup => ({
    ...group,
    cells: placeGroups(
      own.map((heading, at): Heading & { readonly cell: Cell } => ({
        ...heading,
        cell: group.cells[at] ?? noProjects,
      })),
      parts,
      {
        none: { cell: noProjects },
        join: (rest) => ({ cell: addCells(rest.map(({ cell }) => cell)) }),
      },
    ).map(({ cell }) => cell),
  });
  const align = (one: Breakdown): Breakdown => ({
    ...one,
    units,
    parts,
    groups: placeGroups(
      one.groups.map((group) => withParts(group, one.parts)),
      groups,
      { none: { cells: parts.map(() => noProjects), total: noProjects }, join: joinGroups },
    ),
    total: withParts(one.total, one.parts),
  });
  return [align(a), align(b)];
}

/** Folds the groups for a chart with few rows. Sums stay the same. */
export const foldGroups = (
  { groups, by }: Pick<Breakdown, 'groups' | 'by'>,
  most: number,
): readonly BreakdownGroup[] => foldRest(groups, findOrder(by), most, joinGroups);

/** Folds some groups into one, placed before the group that is not stated. Sums stay the same. */
export const foldSome = (
  groups: readonly BreakdownGroup[],
  isFolded: (group: BreakdownGroup) => boolean,
): readonly BreakdownGroup[] => foldChosen(groups, isFolded, joinGroups);
