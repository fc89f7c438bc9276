import {
  type Breakdown,
  type BreakdownGroup,
  foldGroups,
  foldSome,
  isCountMeasure,
} from '#domain/analysis/breakdown.ts';
import type { Cell } from '#domain/analysis/cell.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import {
  type AnalysisCell,
  type Test,
  type BreakdownContent,
  countHolders,
  findSafeSums,
} from './breakdown-sums.ts';
import { showsEverySum } from './chart-refusal.ts';
import { findRareTexts } from './rare-texts.ts';

/** The largest number of groups whose sums are checked; smaller groups are folded first. */
const mostGroups = 20;
/**
 * The largest number of sums of single parts that are checked. The link shows a chart with more
 * sums without its parts.
 */
const mostParts = 60;

/**
 * Whether a cell belongs to a heading. The folded heading holds every cell that no other heading
 * names.
 */
function findTest(
  heading: Heading,
  all: readonly Heading[],
  read: (cell: AnalysisCell) => string,
): Test {
  if (heading.key !== undefined) return (cell) => read(cell) === heading.key;
  const keysOfAll = new Set(all.map(({ key }) => key));
  return (cell) => !keysOfAll.has(read(cell));
}

const withoutCodes = ({ codes: _, ...cell }: Cell): Cell => cell;
const changeCells = (group: BreakdownGroup, change: (cell: Cell) => Cell): BreakdownGroup => ({
  ...group,
  cells: group.cells.map(change),
  total: change(group.total),
});
function changeAll(breakdown: Breakdown, change: (cell: Cell) => Cell): Breakdown {
  return {
    ...breakdown,
    groups: breakdown.groups.map((group) => changeCells(group, change)),
    total: changeCells(breakdown.total, change),
  };
}

/** Keeps the sums of some units only. */
export const keepUnits = (breakdown: Breakdown, heldUnits: readonly string[]): Breakdown =>
  heldUnits.length === 0
    ? breakdown
    : {
        ...changeAll(breakdown, (cell) => ({
          ...cell,
          sums: cell.sums.filter(({ unit }) => !heldUnits.includes(unit)),
        })),
        units: breakdown.units.filter((unit) => !heldUnits.includes(unit)),
        held_back: heldUnits,
      };

/** The same groups without parts. */
export const withoutParts = (breakdown: Breakdown): Breakdown => {
  const withoutCells = (group: BreakdownGroup): BreakdownGroup => ({
    ...group,
    cells: [group.total],
  });
  return {
    ...breakdown,
    stack: 'none',
    parts: [{ key: '' }],
    groups: breakdown.groups.map(withoutCells),
    total: withoutCells(breakdown.total),
  };
};

const readKey = ({ key }: AnalysisCell): string => key;
const readPart = ({ part }: AnalysisCell): string => part;
const all: Test = () => true;

/**
 * Folds the groups whose sum would disclose hidden amounts. If no total may be shown, it withholds
 * all units.
 */
function foldWithheld(breakdown: Breakdown, content: BreakdownContent) {
  const { groups, units } = breakdown;
  const tests = groups.map((group) => ({ group, test: findTest(group, groups, readKey) }));
  const withheld = new Set<BreakdownGroup>();
  const heldUnits: string[] = [];
  for (const unit of units) {
    const orderedTests = tests.toSorted(
      (a, b) => countHolders(unit, content, b.test) - countHolders(unit, content, a.test),
    );
    const [total, ...safe] = findSafeSums(unit, content, [
      all,
      ...orderedTests.map(({ test }) => test),
    ]);
    if (total !== true) heldUnits.push(unit);
    else
      for (const [at, { group }] of orderedTests.entries())
        if (safe[at] !== true) withheld.add(group);
  }
  return { groups: foldSome(groups, (group) => withheld.has(group)), heldUnits };
}

/** The cells of each sum of a breakdown: the total, its groups, its parts, and their cells. */
export function listTests({ groups, parts, stack }: Breakdown): readonly Test[] {
  const ofGroups = groups.map((group) => findTest(group, groups, readKey));
  if (stack === 'none' || parts.length < 2) return [all, ...ofGroups];
  const ofParts = parts.map((part) => findTest(part, parts, readPart));
  const cells = ofGroups.flatMap((isIn) =>
    ofParts.map(
      (isOf): Test =>
        (cell) =>
          isIn(cell) && isOf(cell),
    ),
  );
  return [all, ...ofGroups, ...ofParts, ...cells];
}

/** Whether the sum of every part of every group may be shown. */
function mayDivide(breakdown: Breakdown, content: BreakdownContent): boolean {
  const { groups, parts, units, held_back } = breakdown;
  if (parts.length < 2) return true;
  // the order of the parts is that of the first unit
  if (held_back !== undefined || groups.length * parts.length > mostParts) return false;
  const tests = listTests(breakdown);
  return units.every((unit) => findSafeSums(unit, content, tests).every((safe) => safe));
}

/**
 * Redacts the concentration. That of groups follows from their sums if all are shown; that of
 * projects does not.
 */
const concentrationOf = ({ concentration, groups, units }: Breakdown) =>
  Object.fromEntries(
    groups.some(({ key }) => key === undefined)
      ? []
      : units.flatMap((unit) => {
          const { groups: of } = concentration[unit] ?? {};
          return of === undefined ? [] : [[unit, { groups: of }] as const];
        }),
  );

/** Orders groups by counts, since withheld sums must not order them. */
export const orderByCount = (groups: readonly BreakdownGroup[]): readonly BreakdownGroup[] =>
  groups.toSorted(
    (a, b) =>
      Number(a.key === undefined) - Number(b.key === undefined) ||
      b.total.count - a.total.count ||
      ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
  );

/**
 * Redacts a breakdown of the projects that a link includes. It keeps all counts. It keeps the total
 * amount if the total discloses no single project, and then the groups. A group that may not be
 * shown alone is folded into the others, whose sum follows from the total. It keeps parts if each
 * of them may be shown. It also folds a text of a column that few projects state.
 *
 * @returns undefined if no group may be shown
 */
export function redactBreakdown(
  fullBreakdown: Breakdown,
  content: BreakdownContent,
): Breakdown | undefined {
  // a link with any choices names no investor and no owner
  if (fullBreakdown.by === 'investor' || fullBreakdown.by === 'owner') return undefined;
  const rareTexts = findRareTexts(fullBreakdown, content.profile, ({ total }) => total.count);
  const breakdown = changeAll(
    { ...fullBreakdown, groups: foldSome(fullBreakdown.groups, (group) => rareTexts.has(group)) },
    withoutCodes,
  );
  const isCount = isCountMeasure(breakdown.measure);
  if (isCount || breakdown.units.length === 0 || showsEverySum(content.profile)) return breakdown;
  const few = { ...breakdown, groups: foldGroups(breakdown, mostGroups) };
  const { groups, heldUnits } = foldWithheld(few, content);
  const isOrdered = heldUnits.length > 0 && breakdown.by !== 'stage' && breakdown.by !== 'year';
  const visible = keepUnits(
    { ...few, groups: isOrdered ? orderByCount(groups) : groups },
    heldUnits,
  );
  if (visible.units.length === 0 || groups.every(({ key }) => key === undefined)) return undefined;
  const division = mayDivide(visible, content) ? visible : withoutParts(visible);
  return { ...division, concentration: concentrationOf(division) };
}
