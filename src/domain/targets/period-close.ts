import { compact } from '#domain/values/compact.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import { actionList } from '#domain/projects/actions.ts';
import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { RegisterView } from '#domain/projects/register-view.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { findJumpOrigin } from './value-doubts.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

export const openPointKinds = ['missing', 'draft', 'jump', 'doubt', 'overdue', 'stale'] as const;
/**
 * A kind of open points of a month: indicators without a value, with a draft or with a jump, doubts
 * that nobody dismissed, projects that are overdue or not updated.
 */
export interface OpenPoint {
  readonly kind: (typeof openPointKinds)[number];
  /** Ids of indicators or rules, or codes of projects; at most 50 projects. */
  readonly of: readonly string[];
  /** The number of open points. Omitted when `of` lists all. */
  readonly count?: number;
}

/** A changed value of a closed month. `before` or `now` is omitted when there was, or is, none. */
export interface ChangedValue {
  readonly indicator: string;
  readonly period: Month;
  readonly before?: string;
  readonly now?: string;
}
/** A later change of a closed month, with its author and reason. */
export interface LaterChange extends ChangedValue {
  readonly author: string;
  readonly recorded_at: string;
  readonly reason?: string;
}
/** A closed month; `changed` lists the later changes. */
export interface ClosedPeriod {
  readonly period: Month;
  readonly closed_at: string;
  readonly closed_by: string;
  readonly revision: number;
  /** The version of the definitions at the closing. */
  readonly definitions?: Definitions;
  readonly note?: string;
  readonly points: readonly OpenPoint[];
  readonly changed: readonly LaterChange[];
}

/** A month that was closed and is open again, with the changes since its first closing. */
export interface ReopenedPeriod {
  readonly period: Month;
  readonly changed: readonly LaterChange[];
}

/** Indicators with a draft, and rules with a doubt that nobody dismissed. */
export interface OpenWork {
  readonly drafts?: readonly string[];
  readonly doubts?: readonly string[];
}

/**
 * Lists the indicators whose values a month owes: those with a target, and the numerator and
 * denominator of a ratio with a target, since the ratio itself is computed.
 */
export function listDueIndicators({
  indicators,
  targets,
}: Pick<ZoneProfile, 'indicators' | 'targets'>): Indicator[] {
  const withTarget = new Set(targets.map(({ indicator }) => indicator));
  const parts = new Set(
    indicators.flatMap(({ id, ratio }) =>
      ratio === undefined || !withTarget.has(id) ? [] : [ratio.numerator, ratio.denominator],
    ),
  );
  return indicators.filter(
    ({ id, kind, ratio }) =>
      kind !== 'qualitative' && ratio === undefined && (withTarget.has(id) || parts.has(id)),
  );
}

/**
 * Lists the open points of a month for its closing. A missing value with a reason is none, and
 * neither is January of a year to date.
 */
export function listOpenPoints(
  profile: Pick<ZoneProfile, 'indicators' | 'targets'>,
  month: Month,
  observations: readonly Observation[],
  { actions }: Pick<RegisterView, 'actions'>,
  { drafts = [], doubts = [] }: OpenWork = {},
): OpenPoint[] {
  const findObservation = (indicator: Indicator) =>
    observations.find((o) => o.indicator === indicator.id && o.period === month);
  const missing = listDueIndicators(profile).filter(
    (indicator) => findObservation(indicator) === undefined && !isLeftBlank(indicator, month),
  );
  const jumps = profile.indicators.filter((indicator) => {
    const value = findObservation(indicator)?.value;
    const earlierValues = observations.filter(
      (o) => o.indicator === indicator.id && o.period < month,
    );
    return (
      value !== undefined && findJumpOrigin(indicator, month, value, earlierValues) !== undefined
    );
  });
  const points: OpenPoint[] = [
    { kind: 'missing', of: missing.map(({ id }) => id) },
    { kind: 'draft', of: drafts },
    { kind: 'jump', of: jumps.map(({ id }) => id) },
    { kind: 'doubt', of: doubts },
    ...(['overdue', 'stale'] as const).map((kind) => {
      const of = actionList(actions, monthEnd(month)).items.flatMap(({ code, reasons }) =>
        reasons.some((reason) => reason.kind === kind) ? [code] : [],
      );
      return {
        kind,
        of,
        ...compact({ count: actions[kind] > of.length ? actions[kind] : undefined }),
      };
    }),
  ];
  return points.filter((point) => point.of.length > 0 || point.count !== undefined);
}

/**
 * Lists values of a closed month that were corrected, added or removed after its closing. Both
 * lists may hold other months.
 */
export function listChangedValues(
  month: Month,
  closed: readonly Pick<Observation, 'indicator' | 'period' | 'value'>[],
  now: readonly Pick<Observation, 'indicator' | 'period' | 'value'>[],
): ChangedValue[] {
  const valueIn = (list: typeof closed, id: string) =>
    list.find((o) => o.indicator === id && o.period === month)?.value;
  const ids = new Set(
    [...closed, ...now].filter((o) => o.period === month).map((o) => o.indicator),
  );
  return [...ids].sort().flatMap((indicator) => {
    const [before, after] = [valueIn(closed, indicator), valueIn(now, indicator)];
    if (before === after) return [];
    return [
      {
        indicator,
        period: month,
        ...compact({ before, now: after }),
      },
    ];
  });
}

/** An achievement of a month. It is no cause and is separate from problems. */
export interface Achievement {
  readonly period: Month;
  readonly text: string;
  readonly author: string;
  readonly recorded_at: string;
}
