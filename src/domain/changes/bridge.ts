import { compact } from '#domain/values/compact.ts';
import type { RateBasis } from './rate-basis.ts';
import type { ExchangeRate } from './exchange-rate.ts';
import type { Currency, WireMoney } from '#domain/values/money.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  type BridgeStepKind,
  bridgeSteps,
  type PrintedStepKind,
  groupStep,
  type StageAmounts,
  isGroupMove,
  isNewlySigned,
} from './bridge-steps.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { stageGroup, type StageMapping } from '#domain/projects/stage.ts';

/**
 * Projects with the same state on the first day and the same state on the second. `from` and `to`
 * are omitted when they were not in the register on that day. Amounts are sums in minor units.
 * `revised` projects have another amount on the second day, all in one direction.
 */
export interface Transition {
  readonly from?: StageAmounts;
  readonly to?: StageAmounts;
  readonly count: number;
  readonly from_minor: bigint;
  readonly to_minor: bigint;
  readonly revised: number;
  /** The direction. Omitted when none is revised, or when it is neither up nor down. */
  readonly revision?: 'revised_up' | 'revised_down';
}

/**
 * One bar of a bridge. All numbers but `projects` are signed and add up from opening to closing.
 */
export interface BridgeStep {
  readonly kind: PrintedStepKind;
  /** The number of projects in the step. */
  readonly projects: number;
  readonly count: number;
  /** Of opening and closing: none is counted, and projects have no stage on that day. */
  readonly is_unknown?: true;
  /** The number of them without an amount; no sum includes them. */
  readonly undisclosed: number;
  /** By currency, without currencies whose sum does not change. */
  readonly amounts: readonly WireMoney[];
  /** Currencies whose sum is redacted in a shared view. */
  readonly held_back?: readonly string[];
}
export interface BridgeGroup {
  readonly group: 'established' | 'pipeline';
  readonly steps: readonly BridgeStep[];
}
/**
 * The rates of a conversion. `none`: no conversion was requested; each amount keeps its currency.
 * `missing`: it was requested, these currencies have no rate by their day, and nothing was
 * converted.
 */
export type BridgeRates =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'missing';
      readonly currency: Currency;
      readonly without: readonly { currency: Currency; day: IsoDate }[];
    }
  | {
      readonly kind: RateBasis;
      readonly currency: Currency;
      readonly used: readonly ExchangeRate[];
    };
/** The difference of two days, by group. */
export interface Bridge {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly measure: Measure;
  readonly rates: BridgeRates;
  readonly groups: readonly BridgeGroup[];
  /** Projects had no stage on one of the days: what they did is in no step. */
  readonly has_unset?: true;
}

const isStageUnset = (amounts: StageAmounts | undefined): boolean =>
  amounts?.stage === 'unknown' && amounts.status === 'active';

class Sum {
  projects = 0;
  count = 0;
  undisclosed = 0;
  readonly minor = new Map<string, bigint>();
  add(projects: number, sign: 1 | -1, amounts: StageAmounts, minor: bigint): void {
    this.count += sign * projects;
    if (amounts.currency === undefined) this.undisclosed += sign * projects;
    else
      this.minor.set(
        amounts.currency,
        (this.minor.get(amounts.currency) ?? 0n) + BigInt(sign) * minor,
      );
  }
  step(kind: BridgeStepKind): BridgeStep {
    const keepZero = kind === 'opening' || kind === 'closing';
    const amounts = [...this.minor]
      .filter(([, minor]) => keepZero || minor !== 0n)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, minor]) => ({ currency, minor: String(minor) }));
    return {
      kind,
      projects: this.projects,
      count: this.count,
      undisclosed: this.undisclosed,
      amounts,
    };
  }
}

function bridgeOf(
  group: BridgeGroup['group'],
  transitions: readonly Transition[],
  mapping: StageMapping,
): BridgeGroup {
  const sums = Object.fromEntries(bridgeSteps.map((kind) => [kind, new Sum()])) as Record<
    BridgeStepKind,
    Sum
  >;
  const unset = { opening: 0, closing: 0 };
  const belongs = (amounts: StageAmounts | undefined): amounts is StageAmounts =>
    amounts !== undefined && stageGroup(amounts.stage, amounts.status, mapping) === group;
  for (const {
    from,
    to,
    count,
    from_minor,
    to_minor,
    revised,
    revision = 'revised',
  } of transitions) {
    const add = (
      kind: BridgeStepKind,
      sign: 1 | -1,
      amounts: StageAmounts,
      minor: bigint,
      projects = count,
    ): void => {
      sums[kind].projects += projects;
      sums[kind].add(count, sign, amounts, minor);
    };
    if (isStageUnset(from)) unset.opening += count;
    if (isStageUnset(to)) unset.closing += count;
    if (belongs(from)) add('opening', 1, from, from_minor);
    if (belongs(to)) add('closing', 1, to, to_minor);
    const step = groupStep(group, from, to, mapping);
    if (step === undefined) continue;
    if (belongs(from) && belongs(to) && isNewlySigned(group, from, to))
      sums.signed.projects += count;
    if (from !== undefined && isGroupMove(step)) add(step, belongs(to) ? 1 : -1, from, from_minor);
    if (from !== undefined && belongs(to) && (step === 'revised' || isGroupMove(step))) {
      add(revision, 1, to, to_minor, revised);
      add(revision, -1, from, from_minor, 0);
    } else if (belongs(to)) add(step, 1, to, to_minor);
    else if (belongs(from) && !isGroupMove(step)) add(step, -1, from, from_minor);
  }
  return {
    group,
    steps: bridgeSteps.map((kind) => {
      const step = sums[kind].step(kind);
      const isUnknown =
        (kind === 'opening' || kind === 'closing') && isCountUnknown(step.count, unset[kind]);
      return isUnknown ? { ...step, is_unknown: true } : step;
    }),
  };
}

/**
 * Makes the bridge between two days. Opening and steps add up to closing: projects, missing
 * amounts, and the amounts of each currency. A move between the groups has the amount of the first
 * day in both; a revision on the way belongs to the group that the project came to. A project that
 * comes from outside both groups enters with its new amount. The effect of exchange rates is zero:
 * amounts keep their currency, and two currencies are never added.
 */
export const makeBridge = (
  transitions: readonly Transition[],
  {
    from,
    to,
    measure,
    mapping,
  }: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly measure: Measure;
    readonly mapping: StageMapping;
  },
): Bridge => ({
  from,
  to,
  measure,
  rates: { kind: 'none' },
  groups: (['established', 'pipeline'] as const).map((group) =>
    bridgeOf(group, transitions, mapping),
  ),
  ...compact({
    has_unset: transitions.some(({ from: was, to: is }) => isStageUnset(was) || isStageUnset(is))
      ? (true as const)
      : undefined,
  }),
});
