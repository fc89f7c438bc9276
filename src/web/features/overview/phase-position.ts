import type { Overview } from '#domain/overview/overview.ts';
import { daysBetween } from '#domain/values/date.ts';
import { findPhaseLanes } from '#domain/overview/phase-lanes.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';

interface PhasePosition {
  /** The present phase, in words. */
  readonly title: string;
  /** The days of all phases together, at least 1. */
  readonly whole: number;
  /** The place of a day in all phases, from 0 to 1. */
  readonly at: (date: string) => number;
  /** Whether the displayed day is in a phase or between two. */
  readonly isWithin: boolean;
  /** The lane of each phase, from 0. Phases with a common day have different lanes. */
  readonly lanes: readonly number[];
}

/**
 * Finds the position of the displayed day in the phases of the zone.
 * @returns undefined for a zone without phases
 */
export function usePhasePosition({
  phases,
  phase_now: now,
  as_of: day,
}: Overview): PhasePosition | undefined {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const [first] = phases;
  if (first === undefined) return undefined;
  const end =
    phases
      .map((phase) => phase.end)
      .toSorted()
      .at(-1) ?? first.end;
  const whole = Math.max(1, daysBetween(first.start, end) + 1);
  const name = phases.find((phase) => phase.id === now?.id)?.name[language];
  return {
    title:
      now !== undefined && name !== undefined
        ? t('phase_now', { month: now.month, months: now.months, name })
        : t(day < first.start ? 'phase_before' : day > end ? 'phase_after' : 'phase_between'),
    whole,
    at: (date) => Math.min(1, Math.max(0, daysBetween(first.start, date) / whole)),
    isWithin: day >= first.start && day <= end,
    lanes: findPhaseLanes(phases),
  };
}
