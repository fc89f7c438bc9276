import { compact } from '#domain/values/compact.ts';
import type { Transition } from '#domain/changes/bridge.ts';
import {
  type BridgeStepKind,
  bridgeSteps,
  groupStep,
  type StageAmounts,
  type PrintedStepKind,
} from '#domain/changes/bridge-steps.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { stageGroup, type StageMapping, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Holdings } from '#domain/redaction/disclosure/holdings.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { smallestGroup, isNamed, type RedactionProfile } from './profile.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';

export interface BridgeContent {
  readonly profile: RedactionProfile;
  readonly mapping: StageMapping;
  /** What the projects that are not left out became, and those that are: each with its holder, alike in whether their amount is another. */
  readonly kept: readonly InvestorTransition[];
  readonly out: readonly InvestorTransition[];
  /** The stages of the second day as the same reader gets them. */
  readonly groups: readonly StageGroupTotals[];
  /** The total of all established projects as published, on the first day and on the second. */
  readonly published: { readonly from: Figure | undefined; readonly to: Figure | undefined };
}
/** A transition of projects of one contributor. */
export type InvestorTransition = Transition & { readonly holder: string };
type Group = 'established' | 'pipeline';
/** Steps that have no amounts of their own: one adds nothing, one is zero where amounts stay in their own currency, and revisions stand together as `revised`. */
const unsummed = ['signed', 'exchange_rate', 'revised_up', 'revised_down'] as const;
export type SummedStep = Exclude<BridgeStepKind, (typeof unsummed)[number]>;
export const isSummed = (kind: PrintedStepKind): kind is SummedStep =>
  !unsummed.some((one) => one === kind);
/** The most important first. */
const steps: readonly SummedStep[] = [
  'closing',
  ...bridgeSteps.filter(isSummed).filter((kind) => kind !== 'closing'),
];
/** What of one currency is shown: sums by group and step, and of which stages each project's amount on either day. */
export interface VisibleBridge {
  readonly sums: ReadonlySet<string>;
  /** Steps that stand for a sum of this currency, shown or not. */
  readonly any: ReadonlySet<string>;
  readonly each_before: ReadonlySet<StageOrUnknown>;
  readonly each_after: ReadonlySet<StageOrUnknown>;
}
/** The name of a sum of one step of a group. */
export const stepKey = (group: Group, step: SummedStep): string => `${group} ${step}`;

/** A project's amount on both days is one unknown where it stayed, else two. */
interface Class {
  readonly from?: StageAmounts;
  readonly to?: StageAmounts;
  readonly left_out: boolean;
  readonly before?: number;
  readonly after?: number;
}

/**
 * The sums of a bridge, in one currency, that give no project away: not by themselves, not with the published totals of both
 * days, and not with the amounts by stage that other pages of the same choices show of the second day.
 */
export function visibleBridge(currency: string, asked: BridgeContent): VisibleBridge {
  const { profile, mapping, kept, groups, published } = asked;
  const atoms: Atom[] = [];
  const classes = alike(currency, asked).map((one) => classOf(one, currency, profile, atoms));
  const before = (test: (held: StageAmounts, one: Class) => boolean): number[] =>
    classes.flatMap((one) =>
      one.before !== undefined && one.from !== undefined && test(one.from, one) ? [one.before] : [],
    );
  const after = (test: (held: StageAmounts, one: Class) => boolean): number[] =>
    classes.flatMap((one) =>
      one.after !== undefined && one.to !== undefined && test(one.to, one) ? [one.after] : [],
    );
  const isIn = (held: StageAmounts | undefined, group: Group): boolean =>
    held !== undefined && stageGroup(held.stage, held.status, mapping) === group;
  const has = (amounts: StageGroupTotals['amounts']): boolean =>
    amounts.some((money) => money.currency === currency);
  const atStage = (stage: StageOrUnknown): number[] =>
    after((to, one) => to.stage === stage && to.status === 'active' && !one.left_out);
  const stagesNow = groups.flatMap(({ rows }) => rows);

  const facts = [
    ...(published.to?.unit === currency ? [sum(after((to) => isIn(to, 'established')))] : []),
    ...(published.from?.unit === currency
      ? [sum(before((from) => isIn(from, 'established')))]
      : []),
  ];
  const eachNow = stagesNow.filter(({ dots }) => dots.length > 0);
  const elsewhere = [
    ...eachNow.map(({ stage }) => each(atStage(stage))),
    ...groups.flatMap(({ amounts, rows }) =>
      has(amounts) ? [sum(rows.flatMap(({ stage }) => atStage(stage)))] : [],
    ),
    ...stagesNow.flatMap(({ stage, amounts }) => (has(amounts) ? [sum(atStage(stage))] : [])),
  ];
  const namedBefore = new Set(
    profile.amounts === 'all'
      ? kept.flatMap(({ from }) => (from && isNamed(profile, from.stage) ? [from.stage] : []))
      : [],
  );
  const singles = [
    ...eachNow.map(({ stage }) => ({ day: 'after' as const, stage, of: atStage(stage) })),
    ...[...namedBefore].map((stage) => ({
      day: 'before' as const,
      stage,
      of: before((from, one) => from.stage === stage && !one.left_out),
    })),
  ];
  const partsOf = (
    step: SummedStep,
    group: Group,
  ): { readonly of: number[]; readonly less: number[] } => {
    const [was, is] = [
      (one: Class) => !one.left_out && isIn(one.from, group),
      (one: Class) => !one.left_out && isIn(one.to, group),
    ];
    if (step === 'closing') return { of: after((_, one) => is(one)), less: [] };
    if (step === 'opening') return { of: before((_, one) => was(one)), less: [] };
    const takes = (one: Class): boolean =>
      !one.left_out && groupStep(group, one.from, one.to, mapping) === step;
    if (step === 'revised') {
      const stays = (one: Class): boolean =>
        is(one) && (isIn(one.from, 'established') || isIn(one.from, 'pipeline'));
      return { of: after((_, one) => stays(one)), less: before((_, one) => stays(one)) };
    }
    const isEntry = step === 'new' || step === 'resumed' || step === 'stage_set';
    return {
      of: isEntry ? after((_, one) => takes(one)) : before((_, one) => takes(one)),
      less: [],
    };
  };
  const sums = steps.flatMap((step) =>
    (['established', 'pipeline'] as const).map((group) => ({
      key: stepKey(group, step),
      ...partsOf(step, group),
    })),
  );
  const showables: Showing[] = [
    ...singles.map(({ of }) => each(of)),
    ...sums.map(({ of, less }) => ({ kind: 'sum' as const, of, less })),
  ];
  const safe = safeSums({ atoms, facts, elsewhere, showables, fewest: smallestGroup(profile) });
  const stagesOf = (day: 'before' | 'after') =>
    new Set(singles.flatMap((one, i) => (one.day === day && safe[i] === true ? [one.stage] : [])));
  return {
    sums: new Set(sums.flatMap(({ key }, i) => (safe[singles.length + i] === true ? [key] : []))),
    any: new Set(
      sums.flatMap(({ key, of, less }) =>
        of.toSorted().join() === less.toSorted().join() ? [] : [key],
      ),
    ),
    each_before: stagesOf('before'),
    each_after: stagesOf('after'),
  };
}
const sum = (of: readonly number[]): Showing => ({ kind: 'sum', of });
const each = (of: readonly number[]): Showing => ({ kind: 'each', of });

/** Transitions of one currency that every sum counts alike, with what each contributor has on either day. */
interface Alike extends Pick<Transition, 'from' | 'to' | 'revised'> {
  readonly left_out: boolean;
  readonly held: Readonly<Record<'from' | 'to', Holdings>>;
}
/** What the projects are told apart by elsewhere would only make the sets smaller. */
function alike(currency: string, { profile, mapping, kept, out }: BridgeContent): readonly Alike[] {
  const side = (held: StageAmounts | undefined, isTold: (held: StageAmounts) => boolean): unknown =>
    held && [
      stageGroup(held.stage, held.status, mapping),
      isTold(held) ? held.stage : '',
      held.currency === currency,
      isNamed(profile, held.stage),
    ];
  const ofCurrency = [
    ...kept.map((one) => [one, false] as const),
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
    const held = (day: 'from' | 'to'): Holdings => {
      const sums = new Map<string, bigint>();
      for (const [one] of list)
        sums.set(one.holder, (sums.get(one.holder) ?? 0n) + one[`${day}_minor`]);
      return sums;
    };
    return [
      {
        ...(from && { from }),
        ...(to && { to }),
        revised,
        left_out,
        held: { from: held('from'), to: held('to') },
      },
    ];
  });
}
/** Projects that became the same, with the atoms that stand for their amounts in one currency. */
function classOf(
  { from, to, revised, left_out, held }: Alike,
  currency: string,
  profile: RedactionProfile,
  atoms: Atom[],
): Class {
  const hidden = (side: StageAmounts | undefined): boolean =>
    left_out || side === undefined || profile.amounts !== 'all' || !isNamed(profile, side.stage);
  const add = (day: 'from' | 'to', isHidden: boolean): number =>
    atoms.push({ holdings: held[day], hidden: isHidden }) - 1;
  const [was, is] = [from?.currency === currency, to?.currency === currency];
  const sides = {
    ...compact({ from, to }),
    left_out,
  };
  if (was && is && revised === 0) {
    const both = add('to', hidden(from) && hidden(to));
    return { ...sides, before: both, after: both };
  }
  const before = was ? add('from', hidden(from)) : undefined;
  const after = is ? add('to', hidden(to)) : undefined;
  return {
    ...sides,
    ...compact({ before, after }),
  };
}
