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

/** Whether the period of a target ended before a day. */
function isOver(
  { period }: Pick<Target, 'period'>,
  phases: readonly Phase[],
  day: IsoDate,
): boolean {
  const days = period === undefined ? undefined : periodDays(period, phases);
  return days !== undefined && days.end < day;
}

/**
 * Lists the targets by which a zone is measured on a day: those in force. An indicator without one
 * has the target whose period begins next, else the one whose period ended last.
 * @returns the targets in the order of the zone
 */
export function listCurrentTargets(
  targets: readonly Target[],
  phases: readonly Phase[],
  day: IsoDate,
): Target[] {
  const listCurrent = (ofIndicator: readonly Target[]): readonly Target[] => {
    const inForce = ofIndicator.filter((target) => isInForce(target, phases, day));
    if (inForce.length > 0) return inForce;
    const inOrder = ofIndicator.toSorted((a, b) => a.deadline.localeCompare(b.deadline));
    const one =
      inOrder.find((target) => isAhead(target, phases, day)) ??
      inOrder.findLast((target) => isOver(target, phases, day));
    return one === undefined ? [] : [one];
  };
  const byIndicator = Map.groupBy(targets, ({ indicator }) => indicator);
  const current = new Set([...byIndicator.values()].flatMap(listCurrent));
  return targets.filter((target) => current.has(target));
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
