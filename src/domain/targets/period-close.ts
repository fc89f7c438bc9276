import { compact } from '#domain/values/compact.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import { actionList } from '#domain/projects/actions.ts';
import { isLeftBlank } from './value-entry.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { RegisterView } from '#domain/projects/register-view.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { jumpFrom } from './value-doubts.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** What was not settled when a month was closed: indicators without value or with an unusual one, projects late or not updated. */
export interface OpenPoint {
  readonly kind: 'missing' | 'jump' | 'overdue' | 'stale';
  /** Ids of indicators, or codes of projects; of projects at most 50. */
  readonly of: readonly string[];
  /** How many there are; absent: as many as `of` names. */
  readonly count?: number;
}
export const openPointKinds = ['missing', 'jump', 'overdue', 'stale'] as const;

/** A value of a closed month that is another now. `before` and `now` absent: there was, or is, none. */
export interface ChangedValue {
  readonly indicator: string;
  readonly period: Month;
  readonly before?: string;
  readonly now?: string;
}
/** A month as it was closed: what changed since stands in `changed`. */
export interface ClosedPeriod {
  readonly period: Month;
  readonly closed_at: string;
  readonly closed_by: string;
  readonly revision: number;
  /** The version of the zone's definitions by which it was closed. */
  readonly definitions?: Definitions;
  readonly note?: string;
  readonly points: readonly OpenPoint[];
  readonly changed: readonly ChangedValue[];
}

/** What is open in a month, as its closing keeps it. A value left out with its reason is no open point, nor is January of a year to date. */
export function openPoints(
  profile: Pick<ZoneProfile, 'indicators' | 'targets'>,
  month: Month,
  observations: readonly Observation[],
  { actions }: Pick<RegisterView, 'actions'>,
): OpenPoint[] {
  const watched = profile.indicators.filter(
    (indicator) =>
      indicator.kind !== 'qualitative' &&
      profile.targets.some((target) => target.indicator === indicator.id),
  );
  const inMonth = (indicator: Indicator) =>
    observations.find((o) => o.indicator === indicator.id && o.period === month);
  const missing = watched.filter(
    (indicator) => inMonth(indicator) === undefined && !isLeftBlank(indicator, month),
  );
  const jumps = profile.indicators.filter((indicator) => {
    const value = inMonth(indicator)?.value;
    const known = observations.filter((o) => o.indicator === indicator.id && o.period < month);
    return value !== undefined && jumpFrom(indicator, month, value, known) !== undefined;
  });
  const points: OpenPoint[] = [
    { kind: 'missing', of: missing.map(({ id }) => id) },
    { kind: 'jump', of: jumps.map(({ id }) => id) },
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

/** Values of a closed month that are others than at its closing: corrected, added or taken away. Both lists may hold other months. */
export function changedValues(
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
