import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { stageGroup, type StageMapping, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { smallestGroup, isNamed, type RedactionProfile } from './profile.ts';
import {
  sumHoldings,
  isWithin,
  type LinkCells,
  type ListFilters,
  type RegisterCell,
} from './register-cells.ts';
import { hasCurrency } from '#domain/values/money.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';

export interface ListContent extends LinkCells {
  readonly profile: RedactionProfile;
  readonly mapping: StageMapping;
  readonly filters: ListFilters;
  /** The redacted stages on other pages for the same reader. */
  readonly groups: readonly StageGroupTotals[];
  /** The published total of all established projects. */
  readonly published: Figure | undefined;
}
/** Visible sums of one currency by key. `held` has the stages with withheld single amounts. */
export interface VisibleList {
  readonly sums: ReadonlySet<string>;
  readonly withheldStages: ReadonlySet<StageOrUnknown>;
}
/** The key of a sum: of all projects, or of those of a stage or an industry. */
export const sumKey = (by: 'total' | 'stage' | 'industry', id = ''): string => `${by} ${id}`;

/** Cells that every sum counts alike, as one atom. */
interface Alike {
  readonly cell: RegisterCell;
  readonly left_out: boolean;
  readonly within: boolean;
  readonly count: number;
  readonly at: number;
}
function alike(
  currency: string,
  { profile, filters, keptCells, out }: ListContent,
): { readonly atoms: readonly Atom[]; readonly all: readonly Alike[] } {
  const ofCurrency = [
    ...keptCells.map((cell) => ({ cell, left_out: false })),
    ...out.map((cell) => ({ cell, left_out: true })),
  ].filter(({ cell }) => cell.currency === currency);
  const groups = Map.groupBy(ofCurrency, ({ cell, left_out }) => {
    const within = isWithin(filters, cell);
    return JSON.stringify([
      left_out,
      within,
      cell.stage,
      cell.status === 'active',
      within ? (cell.industry ?? '') : '',
    ]);
  });
  const atoms: Atom[] = [];
  const all = [...groups.values()].flatMap(([first, ...others]): Alike[] => {
    if (first === undefined) return [];
    const cells = [first, ...others].map(({ cell }) => cell);
    const count = cells.reduce((sum, cell) => sum + cell.count, 0);
    const hiddenCodes =
      first.left_out || profile.amounts !== 'all' || !isNamed(profile, first.cell.stage);
    return [
      {
        ...first,
        within: isWithin(filters, first.cell),
        count,
        at: atoms.push({ holdings: sumHoldings(cells, currency), hidden: hiddenCodes }) - 1,
      },
    ];
  });
  return { atoms, all };
}

const sum = (of: readonly number[]): Showing => ({ kind: 'sum', of });
const each = (of: readonly number[]): Showing => ({ kind: 'each', of });
type Test = (one: Alike) => boolean;

/** The amounts by stage that other pages of the same link show. */
function listElsewhere(
  groups: ListContent['groups'],
  currency: string,
  find: (test: Test) => number[],
): Showing[] {
  const isActive = ({ cell, left_out }: Alike, stage: StageOrUnknown): boolean =>
    !left_out && cell.status === 'active' && cell.stage === stage;
  const rows = groups.flatMap((group) => group.rows);
  return [
    ...rows.flatMap(({ stage, dots }) =>
      dots.length === 0 ? [] : [each(find((one) => isActive(one, stage)))],
    ),
    ...groups.flatMap((group) =>
      hasCurrency(group.amounts, currency)
        ? [sum(find((one) => group.rows.some(({ stage }) => isActive(one, stage))))]
        : [],
    ),
    ...rows.flatMap(({ stage, amounts }) =>
      hasCurrency(amounts, currency) ? [sum(find((one) => isActive(one, stage)))] : [],
    ),
  ];
}

/**
 * The sums of a list: first all its projects, then each stage and industry, in descending order of
 * the number of projects.
 */
function listParts(
  listed: readonly Alike[],
  stages: readonly StageOrUnknown[],
  hasIndustries: boolean,
): readonly { readonly key: string; readonly test: Test }[] {
  const industries = hasIndustries
    ? [...new Set(listed.map(({ cell }) => cell.industry ?? ''))]
    : [];
  const findSize = (test: Test): number =>
    listed.filter(test).reduce((size, { count }) => size + count, 0);
  const parts = [
    ...stages.map((stage) => ({
      key: sumKey('stage', stage),
      test: ({ cell }: Alike) => cell.stage === stage,
    })),
    ...industries.map((industry) => ({
      key: sumKey('industry', industry),
      test: ({ cell }: Alike) => (cell.industry ?? '') === industry,
    })),
  ];
  return [
    { key: sumKey('total'), test: () => true },
    ...parts.toSorted((a, b) => findSize(b.test) - findSize(a.test)),
  ];
}

/**
 * Finds which sums of a filtered list in one currency disclose no single project: not alone, not
 * with the published total, and not with the amounts by stage that other pages of the same link
 * show.
 */
export function visibleList(currency: string, content: ListContent): VisibleList {
  const { profile, mapping, groups, published } = content;
  const { atoms, all } = alike(currency, content);
  const find = (test: Test): number[] => all.filter(test).map(({ at }) => at);
  const facts =
    published?.unit === currency
      ? [
          sum(
            find(
              ({ cell: { stage, status } }) => stageGroup(stage, status, mapping) === 'established',
            ),
          ),
        ]
      : [];
  const listed = all.filter(({ within, left_out }) => within && !left_out);
  const stages = [...new Set(listed.map(({ cell }) => cell.stage))];
  const singles =
    profile.amounts === 'all' ? stages.filter((stage) => isNamed(profile, stage)) : [];
  const parts = listParts(listed, stages, profile.sections.includes('industries'));
  const findListed = (test: Test): number[] => listed.filter(test).map(({ at }) => at);
  const safe = safeSums({
    atoms,
    facts,
    elsewhere: listElsewhere(groups, currency, find),
    showables: [
      ...singles.map((stage) => each(findListed(({ cell }) => cell.stage === stage))),
      ...parts.map(({ test }) => sum(findListed(test))),
    ],
    fewest: smallestGroup(profile),
  });
  return {
    withheldStages: new Set(singles.filter((_, i) => safe[i] !== true)),
    sums: new Set(parts.flatMap(({ key }, i) => (safe[singles.length + i] === true ? [key] : []))),
  };
}
