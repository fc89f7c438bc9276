import type { BreakdownMeasure } from '#domain/analysis/breakdown.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { addHoldings } from '#domain/redaction/disclosure/holdings.ts';
import { isNamed, type RedactionProfile, smallestGroup } from '#domain/redaction/profile.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { StageMapping, StageOrUnknown } from '#domain/projects/stage.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { hasCurrency } from '#domain/values/money.ts';

/** Active projects of one investor at one stage, with one key and one part, in one unit. */
export interface AnalysisCell {
  readonly key: string;
  readonly part: string;
  readonly stage: StageOrUnknown;
  /** Whether the filters of the chart include them. */
  readonly within: boolean;
  readonly unit: string;
  /** Their investor, see `investorKey`. */
  readonly holder: string;
  readonly minor: bigint;
  /** The project of a cell with a single project. */
  readonly code?: string;
}
/** The register behind a breakdown, and the amounts on other pages for the same reader. */
export interface BreakdownContent {
  readonly profile: RedactionProfile;
  readonly measure: BreakdownMeasure;
  readonly mapping: StageMapping;
  readonly keptCells: readonly AnalysisCell[];
  readonly out: readonly AnalysisCell[];
  /** The stages as other pages show them; their amounts are planned investment. */
  readonly groups: readonly StageGroupTotals[];
  /** The published total of all established projects. */
  readonly published: Figure | undefined;
}

/** Cells that every sum counts alike, as one atom. */
interface Alike {
  readonly cell: AnalysisCell;
  readonly left_out: boolean;
  readonly at: number;
}
export type Test = (cell: AnalysisCell) => boolean;

/** Whether the amount of each project in a cell must stay hidden. */
export const isHidden = (
  { stage }: AnalysisCell,
  { profile, measure }: BreakdownContent,
): boolean =>
  profile.amounts !== 'all' ||
  // another page shows the amounts of named projects, but only planned investment
  (measure === 'total_investment' ? !isNamed(profile, stage) : profile.names !== 'shown');

function listAlike(unit: string, content: BreakdownContent) {
  const all = [
    ...content.keptCells.map((cell) => ({ cell, left_out: false })),
    ...content.out.map((cell) => ({ cell, left_out: true })),
  ].filter(({ cell }) => cell.unit === unit);
  const groups = Map.groupBy(all, ({ cell: { within, stage, key, part }, left_out }) =>
    JSON.stringify([left_out, stage, ...(within && !left_out ? [key, part] : [])]),
  );
  const atoms: Atom[] = [];
  const alike = [...groups.values()].flatMap((list): Alike[] => {
    const [first] = list;
    if (first === undefined) return [];
    const holdings = addHoldings(list.map(({ cell }) => new Map([[cell.holder, cell.minor]])));
    const isFirstHidden = first.left_out || isHidden(first.cell, content);
    return [{ ...first, at: atoms.push({ holdings, hidden: isFirstHidden }) - 1 }];
  });
  return { atoms, alike };
}

/** Planned investment by stage, as other pages of a link with the same choices show it. */
export function listElsewhere(
  unit: string,
  { groups, measure }: BreakdownContent,
  find: (stages: readonly StageOrUnknown[]) => number[],
): Showing[] {
  if (measure !== 'total_investment') return [];
  return groups.flatMap((group) => [
    ...group.rows.flatMap(({ stage, dots, amounts }): Showing[] => [
      ...(dots.length === 0 ? [] : [{ kind: 'each' as const, of: find([stage]) }]),
      ...(hasCurrency(amounts, unit) ? [{ kind: 'sum' as const, of: find([stage]) }] : []),
    ]),
    ...(hasCurrency(group.amounts, unit)
      ? [{ kind: 'sum' as const, of: find(group.rows.map(({ stage }) => stage)) }]
      : []),
  ]);
}

/**
 * Finds which sums of one unit disclose no single project: not alone, not with the published total,
 * and not with the amounts by stage of other pages.
 *
 * @param tests - the cells of each sum, the most important sum first
 */
export function findSafeSums(
  unit: string,
  content: BreakdownContent,
  tests: readonly Test[],
): boolean[] {
  const { profile, mapping, published, measure } = content;
  const { atoms, alike } = listAlike(unit, content);
  const find = (test: (one: Alike) => boolean): number[] => alike.filter(test).map(({ at }) => at);
  const facts: Showing[] =
    measure === 'total_investment' && published?.unit === unit
      ? [
          {
            kind: 'sum',
            of: find(
              ({ cell: { stage } }) => stage !== 'unknown' && mapping.established.includes(stage),
            ),
          },
        ]
      : [];
  return safeSums({
    atoms,
    facts,
    elsewhere: listElsewhere(unit, content, (stages) =>
      find(({ cell, left_out }) => !left_out && stages.includes(cell.stage)),
    ),
    showables: tests.map((test) => ({
      kind: 'sum',
      of: find(({ cell, left_out }) => !left_out && cell.within && test(cell)),
    })),
    fewest: smallestGroup(profile),
  });
}

/**
 * Counts the investors behind a sum.
 * @returns projects without an investor count one each
 */
export const countHolders = (unit: string, { keptCells }: BreakdownContent, test: Test): number =>
  new Set(
    keptCells.flatMap((cell) =>
      cell.unit === unit && cell.within && test(cell) ? [cell.holder] : [],
    ),
  ).size;
