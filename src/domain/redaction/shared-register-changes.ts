import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { Bridge, BridgeStep } from '#domain/changes/bridge.ts';
import { bridgeSteps, type Revision, revisions } from '#domain/changes/bridge-steps.ts';
import type { IndicatorChange, ValueOn } from '#domain/changes/indicator-changes.ts';
import type { Move, MoveSide, RegisterChanges } from '#domain/changes/moves.ts';
import type { TargetChange } from '#domain/zone/target-history.ts';
import { selectAmounts } from './stage-groups.ts';
import {
  visibleBridge,
  stepKey,
  type BridgeContent,
  type VisibleBridge,
} from './bridge-amounts.ts';
import { isSummed } from './bridge-cells.ts';
import { isNamed, type RedactionProfile } from './profile.ts';

/**
 * The redacted difference of two days. The profile decides on each part; `moves` is present only if
 * the link names projects.
 */
export interface SharedRegisterChanges
  extends Pick<RegisterChanges, 'data_status' | 'first_known_day'> {
  readonly days: { readonly from: string; readonly to: string };
  readonly bridge?: Bridge;
  readonly moves?: readonly Move[];
  /** All changed projects, named or not. */
  readonly total?: number;
  readonly counts?: NonNullable<RegisterChanges['counts']>;
  /** Present only if all its projects are named and the profile has milestones. */
  readonly next_due?: NonNullable<RegisterChanges['next_due']>;
  readonly indicators?: readonly IndicatorChange[];
  /** Without typed reasons. */
  readonly targets?: readonly Omit<TargetChange, 'reason'>[];
}

/**
 * Redacts the difference of two days of a register without the excluded projects. It keeps counts.
 * It keeps an amount only if both days together disclose nothing about fewer projects than allowed,
 * and the amount of a single project only on a day on which the link names both.
 */
export function redactChanges(
  changes: RegisterChanges,
  content: BridgeContent,
): SharedRegisterChanges {
  const { profile } = content;
  const {
    bridge,
    moves,
    total,
    counts,
    next_due,
    indicators,
    targets,
    data_status,
    first_known_day,
  } = changes;
  const currencies = [
    ...new Set(
      [...content.keptTransitions, ...content.out].flatMap(({ from, to }) =>
        [from?.currency ?? [], to?.currency ?? []].flat(),
      ),
    ),
  ].sort();
  const visible = new Map(
    currencies.map((currency) => [currency, visibleBridge(currency, content)]),
  );
  const has = (section: RedactionProfile['sections'][number]): boolean =>
    profile.sections.includes(section);
  return {
    days: { from: bridge.from, to: bridge.to },
    data_status,
    ...compact({
      first_known_day,
      bridge: has('changes') ? makeBridge(bridge, profile, visible) : undefined,
      total: has('changes') ? total : undefined,
      counts: has('changes') ? counts : undefined,
      next_due: has('changes') ? listDue(next_due, profile) : undefined,
      moves:
        has('changes') && profile.names !== 'hidden'
          ? moves.flatMap((move) => toMove(move, profile, visible))
          : undefined,
      indicators: has('targets') ? redactIndicators(indicators, has('revisions')) : undefined,
      targets: has('targets')
        ? targets.filter(({ is_shared }) => is_shared !== false).map(({ reason: _, ...one }) => one)
        : undefined,
    }),
  };
}

const isRevision = (kind: BridgeStep['kind']): kind is Revision =>
  revisions.some((revision) => revision === kind);
/**
 * Merges all revisions into one step. Separate revisions up and down would disclose more about
 * single amounts than their sum.
 */
function withOneRevision(steps: readonly BridgeStep[]): readonly BridgeStep[] {
  const parts = steps.filter(({ kind }) => isRevision(kind));
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of parts.flatMap(({ amounts }) => amounts))
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  const total = (of: (step: BridgeStep) => number): number =>
    parts.reduce((sum, step) => sum + of(step), 0);
  const revision: BridgeStep = {
    kind: 'revised',
    projects: total(({ projects }) => projects),
    count: total(({ count }) => count),
    undisclosed: total(({ undisclosed }) => undisclosed),
    amounts: [...sums]
      .filter(([, minor]) => minor !== 0n)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, minor]) => ({ currency, minor: String(minor) })),
  };
  return bridgeSteps.flatMap((kind) =>
    kind === 'revised'
      ? [revision]
      : steps.filter((step) => step.kind === kind && !isRevision(kind)),
  );
}

function makeBridge(
  { from, to, measure, groups, has_unset }: Bridge,
  { amounts: rule }: RedactionProfile,
  bridges: ReadonlyMap<string, VisibleBridge>,
): Bridge {
  const makeStep = (
    group: 'established' | 'pipeline',
    { kind, projects, count, is_unknown, undisclosed, amounts }: BridgeStep,
  ): BridgeStep => {
    const canShow = (currency: string): boolean =>
      rule !== 'none' &&
      isSummed(kind) &&
      bridges.get(currency)?.sums.has(stepKey(group, kind)) === true;
    const hiddenCurrencies = [...bridges].flatMap(([currency, { any }]) =>
      isSummed(kind) && any.has(stepKey(group, kind)) && !canShow(currency) ? [currency] : [],
    );
    return {
      kind,
      projects,
      count,
      undisclosed,
      amounts: selectAmounts(amounts, canShow).amounts,
      ...compact({
        is_unknown,
        held_back: hiddenCurrencies.length === 0 ? undefined : hiddenCurrencies,
      }),
    };
  };
  return {
    from,
    to,
    measure,
    rates: { kind: 'none' },
    groups: groups.map(({ group, steps }) => ({
      group,
      steps: withOneRevision(steps).map((step) => makeStep(group, step)),
    })),
    ...compact({ has_unset }),
  };
}

/** The next milestones, if the link may show their dates and the names of all their projects. */
const listDue = (
  next_due: RegisterChanges['next_due'] = [],
  profile: RedactionProfile,
): SharedRegisterChanges['next_due'] =>
  next_due.length > 0 &&
  profile.sections.includes('milestones') &&
  next_due.every(({ stage }) => isNamed(profile, stage))
    ? next_due
    : undefined;

/**
 * A move of a named project, with the amounts that the link shows on their day. A revision needs
 * both amounts.
 */
function toMove(
  { kinds, from, to, date, by, regression, replans, ...move }: Move,
  profile: RedactionProfile,
  bridges: ReadonlyMap<string, VisibleBridge>,
): Move[] {
  // a project that is no longer in the register is not named
  if (to === undefined || !isNamed(profile, to.stage)) return [];
  const isDisclosed = (side: MoveSide | undefined, day: 'each_before' | 'each_after'): boolean =>
    side !== undefined &&
    profile.amounts === 'all' &&
    (day === 'each_before' || side.status === 'active') &&
    [...bridges.values()].every((one) => one[day].has(side.stage));
  const [before, now] = [isDisclosed(from, 'each_before'), isDisclosed(to, 'each_after')];
  const hasDates = profile.sections.includes('milestones');
  const namedKinds = kinds.filter(
    (kind) => (kind !== 'revised' || (before && now)) && (kind !== 'replanned' || hasDates),
  );
  if (namedKinds.length === 0 && !regression) return [];
  const makeSide = ({ stage, status, money }: MoveSide, withMoney: boolean): MoveSide => ({
    stage,
    status,
    ...compact({ money: money === undefined || !withMoney ? undefined : money }),
  });
  return [
    {
      ...pickNamed(move),
      kinds: namedKinds,
      ...compact({ from: from === undefined ? undefined : makeSide(from, before) }),
      to: makeSide(to, now),
      ...compact({ date, by }),
      regression,
      ...compact({ replans: replans === undefined || !hasDates ? undefined : replans }),
    },
  ];
}

/**
 * The indicators that a link shows on two days. With `revisions` they have former values and the
 * days of changes after a closing, without typed reasons.
 */
export const redactIndicators = (
  indicators: readonly IndicatorChange[],
  revisions: boolean,
): readonly IndicatorChange[] =>
  indicators
    .filter(({ is_shared }) => is_shared !== false)
    .map((change) => redactIndicator(change, revisions));

function redactIndicator(change: IndicatorChange, revisions: boolean): IndicatorChange {
  const { indicator, name, unit, covers: both, from, to, carried, has_break, difference } = change;
  const days = change.after_closing?.map(({ period, recorded_at }) => ({ period, recorded_at }));
  const valueAt = ({ date, value, covers, data_status, revised, now }: ValueOn): ValueOn => ({
    date,
    value,
    ...compact({ covers }),
    data_status,
    ...compact({
      revised: revised === undefined || !revisions ? undefined : revised,
      now: now === undefined || !revisions ? undefined : now,
    }),
  });
  return {
    indicator,
    name,
    unit,
    ...compact({
      covers: both,
      from: from === undefined ? undefined : valueAt(from),
      to: to === undefined ? undefined : valueAt(to),
      carried,
      has_break,
      difference,
      after_closing: revisions ? days : undefined,
    }),
  };
}
