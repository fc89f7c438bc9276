import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import { type Language, languages, type Text } from '#domain/values/language.ts';
import { targetKey, type Target, type TargetPeriod } from './indicator.ts';
import type { Phase } from './zone.ts';

/** First and last day. */
export interface DayRange {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * The days of the period of a target.
 * @returns undefined where the zone has no such phase
 */
export function periodDays(period: TargetPeriod, phases: readonly Phase[]): DayRange | undefined {
  if (period.kind === 'year') return { start: `${period.year}-01-01`, end: `${period.year}-12-31` };
  if (period.kind === 'quarter') {
    const month = (at: number): string => `${period.year}-${String(at).padStart(2, '0')}`;
    return {
      start: `${month(period.quarter * 3 - 2)}-01`,
      end: monthEnd(month(period.quarter * 3)),
    };
  }
  return phases.find(({ id }) => id === period.phase);
}

/** Whether a target is in force on a day: the final target always, another in its period. */
export function isInForce(
  { period }: Pick<Target, 'period'>,
  phases: readonly Phase[],
  day: IsoDate,
): boolean {
  if (period === undefined) return true;
  const days = periodDays(period, phases);
  return days !== undefined && days.start <= day && day <= days.end;
}

/** Whether the period of a target begins after a day. */
export function isAhead(
  { period }: Pick<Target, 'period'>,
  phases: readonly Phase[],
  day: IsoDate,
): boolean {
  const days = period === undefined ? undefined : periodDays(period, phases);
  return days !== undefined && days.start > day;
}

/**
 * Lists the targets that a zone works towards on a day: those in force, and for an indicator without
 * one the target whose period begins next.
 * @returns the targets in the order of the zone
 */
export function listCurrentTargets(
  targets: readonly Target[],
  phases: readonly Phase[],
  day: IsoDate,
): Target[] {
  const inForce = targets.filter((target) => isInForce(target, phases, day));
  const withTarget = new Set(inForce.map(({ indicator }) => indicator));
  const ahead = targets
    .filter((target) => !withTarget.has(target.indicator) && isAhead(target, phases, day))
    .toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  const byIndicator = Map.groupBy(ahead, ({ indicator }) => indicator);
  const next = new Set([...byIndicator.values()].flatMap((rows) => rows.slice(0, 1)));
  return targets.filter((target) => inForce.includes(target) || next.has(target));
}

const quarterNames: Readonly<Record<Language, (year: number, quarter: number) => string>> = {
  'zh-CN': (year, quarter) => `${year}年第${quarter}季度`,
  ja: (year, quarter) => `${year}年第${quarter}四半期`,
  en: (year, quarter) => `Q${quarter} ${year}`,
};

/** The name of a period in one language, as `2026年` or `Q3 2026`. */
export function namePeriod(
  period: TargetPeriod,
  phases: readonly Pick<Phase, 'id' | 'name'>[],
  language: Language,
): string {
  if (period.kind === 'year') return language === 'en' ? String(period.year) : `${period.year}年`;
  if (period.kind === 'quarter') return quarterNames[language](period.year, period.quarter);
  return phases.find(({ id }) => id === period.phase)?.name[language] ?? period.phase;
}

/** The name of a target: that of its indicator, with its period where it is not the final one. */
export function nameTarget(
  { period }: Pick<Target, 'period'>,
  name: Text,
  phases: readonly Pick<Phase, 'id' | 'name'>[],
): Text {
  if (period === undefined) return name;
  const names = languages.map((language) => {
    const when = namePeriod(period, phases, language);
    return [
      language,
      language === 'en' ? `${name.en}, ${when}` : `${when}${name[language]}`,
    ] as const;
  });
  return Object.fromEntries(names) as unknown as Text;
}

/** The key of a new target: `fdi-2026`, `fdi-2026-q3`. */
export function makeTargetKey(indicator: string, period: TargetPeriod | undefined): string {
  if (period === undefined) return indicator;
  if (period.kind === 'year') return `${indicator}-${period.year}`;
  if (period.kind === 'quarter') return `${indicator}-${period.year}-q${period.quarter}`;
  return `${indicator}-${period.phase}`;
}

/** The targets of an indicator by their deadlines, the final one last. */
export const targetsOfIndicator = (targets: readonly Target[], indicator: string): Target[] =>
  targets
    .filter((target) => target.indicator === indicator)
    .toSorted(
      (a, b) =>
        Number(a.period === undefined) - Number(b.period === undefined) ||
        a.deadline.localeCompare(b.deadline) ||
        targetKey(a).localeCompare(targetKey(b)),
    );
