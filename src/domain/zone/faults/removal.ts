import { type Indicator, type Target, targetKey } from '#domain/zone/indicator.ts';
import { targetsOfIndicator } from '#domain/zone/target-period.ts';
import type { ChangedZoneVersion } from '#domain/zone/target-log.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';

/** The other objects that the removal of an indicator removes, and those that prevent it. */
export interface IndicatorRemoval {
  readonly targets: readonly Target[];
  /** The ratios that use it: it can't be removed while there is one. */
  readonly ratios: readonly Indicator[];
}

type Zone = Pick<ZoneProfile, 'indicators' | 'targets'>;

/** Finds what the removal of an indicator also removes, and what prevents it. */
export const findRemoval = ({ indicators, targets }: Zone, id: string): IndicatorRemoval => ({
  targets: targetsOfIndicator(targets, id),
  ratios: indicators.filter(
    ({ ratio }) => ratio !== undefined && [ratio.numerator, ratio.denominator].includes(id),
  ),
});

/** The changes of a zone that remove an indicator with its targets. */
export const removeIndicator = ({ indicators, targets }: Zone, id: string): ZoneChanges => ({
  indicators: indicators.filter((one) => one.id !== id),
  targets: targets.filter(({ indicator }) => indicator !== id),
});

/** The changes of a zone that remove one target. */
export const removeTarget = ({ targets }: Pick<Zone, 'targets'>, key: string): ZoneChanges => ({
  targets: targets.filter((target) => targetKey(target) !== key),
});

/** A removed indicator: the kind and the unit of the values that it may have left. */
export type RemovedIndicator = Pick<Indicator, 'id'> & {
  readonly kind: string;
  readonly unit: string;
};

/** Lists the removed indicators by the changes of a zone, newest first. */
export function listRemovedIndicators(versions: readonly ChangedZoneVersion[]): RemovedIndicator[] {
  const changes = versions.flatMap((version) => version.changes);
  const seenKeys = new Set<string>();
  return changes.flatMap(({ path, from, to }) => {
    const [list, id = '', field] = path.split('.');
    if (list !== 'indicators' || field !== 'kind' || seenKeys.has(id)) return [];
    seenKeys.add(id);
    if (from === undefined || to !== undefined) return [];
    const unit = changes.find((one) => one.path === `indicators.${id}.unit`)?.from ?? '';
    return [{ id, kind: from, unit }];
  });
}
