import { compact } from '#domain/values/compact.ts';
import { toMajor, fromWire } from '#domain/values/money.ts';
import type { StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { stageGroup, type StageMapping } from '#domain/projects/stage.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { smallestGroup, type RedactionProfile } from './profile.ts';
import { sumHoldings, type LinkCells, type RegisterCell } from './register-cells.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';

interface VisibleAmountsInput {
  readonly profile: RedactionProfile;
  readonly groups: readonly StageGroupTotals[];
  readonly mapping: StageMapping;
  /** The register on the same day. */
  readonly cells: LinkCells;
  /** The published total of all established projects, which every reader knows. */
  readonly published: Figure | undefined;
  /** Whether the projects of a stage are shown one by one. */
  readonly listed: (row: StageTotals) => boolean;
}
/**
 * The visible amounts of one currency, by group and by stage, and the stages with single
 * amounts.
 */
export interface VisibleStageAmounts {
  readonly groups: ReadonlySet<StageGroupTotals['group']>;
  readonly rows: ReadonlySet<string>;
  readonly each: ReadonlySet<string>;
}

/**
 * Finds the amounts of one currency that can be shown: groups before stages, stages of many
 * projects before those of few.
 */
export function visibleStageAmounts(
  currency: string,
  { profile, groups, mapping, cells, published, listed }: VisibleAmountsInput,
): VisibleStageAmounts {
  const atoms: Atom[] = [];
  const add = (own: readonly RegisterCell[], isHidden: boolean): number =>
    atoms.push({ holdings: sumHoldings(own, currency), hidden: isHidden }) - 1;
  const active = cells.keptCells.filter(({ status }) => status === 'active');
  const rows = groups.flatMap(({ group, rows: own }) =>
    own.map((row) => ({
      group,
      row,
      at: add(
        active.filter(({ stage }) => stage === row.stage),
        !(profile.amounts === 'all' && listed(row)),
      ),
    })),
  );
  const apart = add(
    cells.out.filter(({ stage, status }) => stageGroup(stage, status, mapping) === 'established'),
    true,
  );
  const of = (group: StageGroupTotals['group']): number[] =>
    rows.flatMap((one) => (one.group === group ? [one.at] : []));
  const facts: Showing[] =
    published?.unit === currency ? [{ kind: 'sum', of: [...of('established'), apart] }] : [];
  const bySize = rows.toSorted(
    (a, b) => (atoms[b.at]?.holdings.size ?? 0) - (atoms[a.at]?.holdings.size ?? 0),
  );
  const each = profile.amounts === 'all' ? bySize.filter(({ row }) => listed(row)) : [];
  const showables: Showing[] = [
    ...each.map(({ at }) => ({ kind: 'each' as const, of: [at] })),
    ...groups.map(({ group }) => ({ kind: 'sum' as const, of: of(group) })),
    ...bySize.map(({ at }) => ({ kind: 'sum' as const, of: [at] })),
  ];
  const safe = safeSums({ atoms, facts, showables, fewest: smallestGroup(profile) });
  const [groupsFrom, rowsFrom] = [each.length, each.length + groups.length];
  return {
    each: new Set(each.flatMap(({ row }, i) => (safe[i] === true ? [row.stage] : []))),
    groups: new Set(
      groups.flatMap(({ group }, i) => (safe[groupsFrom + i] === true ? [group] : [])),
    ),
    rows: new Set(bySize.flatMap(({ row }, i) => (safe[rowsFrom + i] === true ? [row.stage] : []))),
  };
}

/**
 * The redacted totals of a group as figures like the given one. They are lower bounds if amounts
 * are missing.
 */
export const groupFigures = (
  { amounts, undisclosed }: StageGroupTotals,
  { qualifier: _, ...figure }: Figure,
): Figure[] =>
  amounts.map((money) => ({
    ...figure,
    value: toMajor(fromWire(money)),
    unit: money.currency,
    ...compact({ qualifier: undisclosed > 0 ? ('at_least' as const) : undefined }),
  }));
