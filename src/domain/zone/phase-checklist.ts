import type { IsoDate } from '#domain/values/date.ts';
import { words } from '#domain/values/term.ts';
import type { ChecklistItem, Indicator, Target } from './indicator.ts';
import { targetKey } from './indicator.ts';
import type { StandardText } from './standard-texts.ts';
import { isSamePromise } from './target-history.ts';
import { makeTargetKey } from './target-period.ts';
import type { Phase, ZoneProfile } from './zone.ts';

type Zone = Pick<ZoneProfile, 'targets' | 'indicators' | 'phases'>;
type Checklists = Pick<ZoneProfile, 'targets' | 'indicators'>;

/** The indicator of the checklists of phases. Zones get it with their first item. */
const phaseIndicator: Indicator = {
  id: 'phase_checklist',
  kind: 'qualitative',
  unit: 'items',
  name: words('建设阶段任务清单', '建設期のチェックリスト', 'Phase checklist'),
  definition: words(
    '各建设阶段的任务，按已完成项数和总项数统计。',
    '建設期ごとの項目。完了数と全項目数で示す。',
    'The items of each phase of the zone, as items done of all items.',
  ),
};
const belongsToPhase = ({ indicator, period }: Target, phase: string): boolean =>
  indicator === phaseIndicator.id && period?.kind === 'phase' && period.phase === phase;

/**
 * Whether a path of a change belongs to such a checklist, as `targets.phase_checklist-start.items`.
 */
export const isPhaseChecklistPath = (path: string): boolean =>
  path.startsWith(`targets.${phaseIndicator.id}-`);

/** The items of the checklist of a phase. */
export const findPhaseItems = ({ targets }: Zone, phase: string): readonly ChecklistItem[] =>
  targets.find((target) => belongsToPhase(target, phase))?.items ?? [];

/**
 * Sets the items of the checklist of a phase. Without items there is no checklist. Its source is the
 * zone, which entered it.
 */
export function setPhaseItems(
  zone: Zone,
  phase: Phase,
  items: readonly ChecklistItem[],
): Checklists {
  const storedTarget = zone.targets.find((target) => belongsToPhase(target, phase.id));
  const others = zone.targets.filter((target) => target !== storedTarget);
  if (items.length === 0) return { targets: others, indicators: zone.indicators };
  const period = { kind: 'phase', phase: phase.id } as const;
  const target: Target = {
    ...(storedTarget ?? {
      id: makeTargetKey(phaseIndicator.id, period),
      indicator: phaseIndicator.id,
      period,
      comparator: 'qualitative',
      deadline: phase.end,
      baseline_date: phase.start,
      source: 'headway:no_source' satisfies StandardText,
      source_date: phase.start,
      data_status: 'reported',
    }),
    items,
  };
  const hasIndicator = zone.indicators.some(({ id }) => id === phaseIndicator.id);
  return {
    targets:
      storedTarget === undefined
        ? [...others, target]
        : zone.targets.map((one) => (one === storedTarget ? target : one)),
    indicators: hasIndicator ? zone.indicators : [...zone.indicators, phaseIndicator],
  };
}

/**
 * Updates the checklists of phases: their first and last day, and none for a phase that is gone. A
 * checklist with another last day takes the reason of the change as its source.
 */
export function followPhases(
  seenZone: Zone,
  next: Zone,
  source: { readonly reason: string; readonly day: IsoDate },
): readonly Target[] {
  return next.targets.flatMap((target): Target[] => {
    if (target.indicator !== phaseIndicator.id || target.period?.kind !== 'phase') return [target];
    const { phase: id } = target.period;
    const phase = next.phases.find((one) => one.id === id);
    if (phase === undefined) return [];
    const newTarget = { ...target, deadline: phase.end, baseline_date: phase.start };
    const seenTarget = seenZone.targets.find((one) => targetKey(one) === targetKey(target));
    return seenTarget === undefined || isSamePromise(seenTarget, newTarget)
      ? [newTarget]
      : [{ ...newTarget, source: source.reason, source_date: source.day }];
  });
}
