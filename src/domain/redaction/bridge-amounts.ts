import { compact } from '#domain/values/compact.ts';
import type { Transition } from '#domain/changes/bridge.ts';
import { bridgeSteps, groupStep, type StageAmounts } from '#domain/changes/bridge-steps.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { stageGroup, type StageMapping, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Holdings } from '#domain/redaction/disclosure/holdings.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { smallestGroup, isNamed, type RedactionProfile } from './profile.ts';
import { hasCurrency } from '#domain/values/money.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';
import {
  type Group,
  type SummedStep,
  isSummed,
  type TransitionClass,
  type CellFinder,
  makeCellFinder,
  listStepCells,
} from './bridge-cells.ts';

export interface BridgeContent {
  readonly profile: RedactionProfile;
  readonly mapping: StageMapping;
  /**
   * Transitions of included and of excluded projects, each of one investor and of one kind of
   * revision.
   */
  readonly keptTransitions: readonly InvestorTransition[];
  readonly out: readonly InvestorTransition[];
  /** The redacted stages of the second day for the same reader. */
  readonly groups: readonly StageGroupTotals[];
  /** The published total of all established projects on the first day and on the second. */
  readonly published: { readonly from: Figure | undefined; readonly to: Figure | undefined };
}
/** A transition of projects of one investor. */
export type InvestorTransition = Transition & { readonly holder: string };

/** The most important first. */
const steps: readonly SummedStep[] = [
  'closing',
  ...bridgeSteps.filter(isSummed).filter((kind) => kind !== 'closing'),
];
/**
 * The visible amounts of one currency: sums by group and step, and the stages with visible single
 * amounts on either day.
 */
export interface VisibleBridge {
  readonly sums: ReadonlySet<string>;
  /** Steps that have a sum in this currency, shown or not. */
  readonly any: ReadonlySet<string>;
  readonly each_before: ReadonlySet<StageOrUnknown>;
  readonly each_after: ReadonlySet<StageOrUnknown>;
}
/** The key of the sum of a step of a group. */
export const stepKey = (group: Group, step: SummedStep): string => `${group} ${step}`;

/** The published totals of established projects, as sums of cells. */
const listFacts = (
  { before, after, isIn }: CellFinder,
  { from, to }: BridgeContent['published'],
  currency: string,
): Showing[] => [
  ...(to?.unit === currency ? [sum(after((side) => isIn(side, 'established')))] : []),
  ...(from?.unit === currency ? [sum(before((side) => isIn(side, 'established')))] : []),
];

/** Stages whose projects may each be shown with its amount, on the second day and on the first. */
function listNamedStages(
  { before, atStage }: CellFinder,
  { profile, keptTransitions }: BridgeContent,
  stagesWithDots: readonly StageOrUnknown[],
): { readonly day: 'before' | 'after'; readonly stage: StageOrUnknown; readonly of: number[] }[] {
  const stagesBefore = new Set(
    profile.amounts === 'all'
      ? keptTransitions.flatMap(({ from }) =>
          from && isNamed(profile, from.stage) ? [from.stage] : [],
        )
      : [],
  );
  return [
    ...stagesWithDots.map((stage) => ({ day: 'after' as const, stage, of: atStage(stage) })),
    ...[...stagesBefore].map((stage) => ({
      day: 'before' as const,
      stage,
      of: before((from, one) => from.stage === stage && !one.left_out),
    })),
  ];
}

/**
 * Finds which sums of a bridge in one currency disclose no single project: not alone, not with the
 * published totals of both days, and not with the amounts by stage that other pages of the same
 * link show of the second day.
 */
export function visibleBridge(currency: string, content: BridgeContent): VisibleBridge {
  const { profile, mapping, groups, published } = content;
  const atoms: Atom[] = [];
  const classes = alike(currency, content).map((one) => classify(one, currency, profile, atoms));
  const finder = makeCellFinder(classes, mapping);
  const { atStage } = finder;
  const rows = groups.flatMap((group) => group.rows);
  const stagesWithDots = rows.flatMap(({ stage, dots }) => (dots.length > 0 ? [stage] : []));
  const elsewhere = [
    ...stagesWithDots.map((stage) => each(atStage(stage))),
    ...groups.flatMap((group) =>
      hasCurrency(group.amounts, currency)
        ? [sum(group.rows.flatMap(({ stage }) => atStage(stage)))]
        : [],
    ),
    ...rows.flatMap(({ stage, amounts }) =>
      hasCurrency(amounts, currency) ? [sum(atStage(stage))] : [],
    ),
  ];
  const singles = listNamedStages(finder, content, stagesWithDots);
  const sums = steps.flatMap((step) =>
    (['established', 'pipeline'] as const).map((group) => ({
      key: stepKey(group, step),
      ...listStepCells(finder, mapping, group, step),
    })),
  );
  const safe = safeSums({
    atoms,
    facts: listFacts(finder, published, currency),
    elsewhere,
    showables: [
      ...singles.map(({ of }) => each(of)),
      ...sums.map(({ of, less }) => ({ kind: 'sum' as const, of, less })),
    ],
    fewest: smallestGroup(profile),
  });
  const listStages = (day: 'before' | 'after') =>
    new Set(singles.flatMap((one, i) => (one.day === day && safe[i] === true ? [one.stage] : [])));
  return {
    sums: new Set(sums.flatMap(({ key }, i) => (safe[singles.length + i] === true ? [key] : []))),
    any: new Set(
      sums.flatMap(({ key, of, less }) =>
        of.toSorted().join() === less.toSorted().join() ? [] : [key],
      ),
    ),
    each_before: listStages('before'),
    each_after: listStages('after'),
  };
}
const sum = (of: readonly number[]): Showing => ({ kind: 'sum', of });
const each = (of: readonly number[]): Showing => ({ kind: 'each', of });

/**
 * Transitions of one currency that every sum counts alike, with the holdings of each investor on
 * both days.
 */
interface Alike extends Pick<Transition, 'from' | 'to' | 'revised'> {
  readonly left_out: boolean;
  readonly holdings: Readonly<Record<'from' | 'to', Holdings>>;
}
/**
 * Groups transitions that the sums of the bridge do not distinguish. Finer groups would only make
 * the sets smaller.
 */
function alike(
  currency: string,
  { profile, mapping, keptTransitions, out }: BridgeContent,
): readonly Alike[] {
  const side = (
    amounts: StageAmounts | undefined,
    mayShow: (amounts: StageAmounts) => boolean,
  ): unknown =>
    amounts && [
      stageGroup(amounts.stage, amounts.status, mapping),
      mayShow(amounts) ? amounts.stage : '',
      amounts.currency === currency,
      isNamed(profile, amounts.stage),
    ];
  const ofCurrency = [
    ...keptTransitions.map((one) => [one, false] as const),
    ...out.map((one) => [one, true] as const),
  ].filter(([{ from, to }]) => from?.currency === currency || to?.currency === currency);
  const groups = Map.groupBy(ofCurrency, ([{ from, to, revised }, left_out]) =>
    JSON.stringify([
      left_out,
      revised > 0,
      side(from, ({ stage }) => profile.amounts === 'all' && isNamed(profile, stage)),
      side(to, ({ status }) => status === 'active'),
      to?.status === 'active',
      (['established', 'pipeline'] as const).map((group) => groupStep(group, from, to, mapping)),
    ]),
  );
  return [...groups.values()].flatMap((list): Alike[] => {
    const [first] = list;
    if (first === undefined) return [];
    const [{ from, to, revised }, left_out] = first;
    const sumHoldings = (day: 'from' | 'to'): Holdings => {
      const sums = new Map<string, bigint>();
      for (const [one] of list)
        sums.set(one.holder, (sums.get(one.holder) ?? 0n) + one[`${day}_minor`]);
      return sums;
    };
    return [
      {
        ...compact({ from, to }),
        revised,
        left_out,
        holdings: { from: sumHoldings('from'), to: sumHoldings('to') },
      },
    ];
  });
}
/** The class of transitions, with the atoms for their amounts in one currency. */
function classify(
  { from, to, revised, left_out, holdings }: Alike,
  currency: string,
  profile: RedactionProfile,
  atoms: Atom[],
): TransitionClass {
  const hidesSide = (side: StageAmounts | undefined): boolean =>
    left_out || side === undefined || profile.amounts !== 'all' || !isNamed(profile, side.stage);
  const add = (day: 'from' | 'to', isHidden: boolean): number =>
    atoms.push({ holdings: holdings[day], hidden: isHidden }) - 1;
  const [was, is] = [from?.currency === currency, to?.currency === currency];
  const sides = {
    ...compact({ from, to }),
    left_out,
  };
  if (was && is && revised === 0) {
    const both = add('to', hidesSide(from) && hidesSide(to));
    return { ...sides, before: both, after: both };
  }
  const before = was ? add('from', hidesSide(from)) : undefined;
  const after = is ? add('to', hidesSide(to)) : undefined;
  return {
    ...sides,
    ...compact({ before, after }),
  };
}
