import { addMonths, monthEnd, toMonth, type IsoDate } from '#domain/values/date.ts';
import type { Indicator, TargetPeriod } from '#domain/zone/indicator.ts';
import { periodDays } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** A target to set: its indicator, its period, its zone, and the day on which it is set. */
export interface TargetToSet {
  readonly indicator: Pick<Indicator, 'kind'>;
  readonly period: TargetPeriod | undefined;
  readonly profile: Pick<ZoneProfile, 'phases' | 'targets'>;
  readonly today: IsoDate;
}

/** The first and the last day that a new target has. */
export function usualDays({ indicator, period, profile, today }: TargetToSet): {
  readonly baseline_date: IsoDate;
  readonly deadline: IsoDate;
} {
  const days = period === undefined ? undefined : periodDays(period, profile.phases);
  if (days === undefined) {
    const other = profile.targets.find((target) => target.period === undefined);
    return {
      baseline_date:
        other?.baseline_date ?? profile.phases[0]?.start ?? `${today.slice(0, 4)}-01-01`,
      deadline:
        other?.deadline ?? profile.phases.at(-1)?.end ?? `${Number(today.slice(0, 4)) + 4}-12-31`,
    };
  }
  // a year to date starts with its year, also for a quarter
  const start =
    indicator.kind === 'annual_flow' && period?.kind === 'quarter'
      ? `${days.start.slice(0, 4)}-01-01`
      : days.start;
  return { baseline_date: monthEnd(addMonths(toMonth(start), -1)), deadline: days.end };
}
