import type { Observation } from '#domain/zone/indicator.ts';
import type { WithheldData } from './redistribution.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

const matchesSource = (
  text: string | undefined,
  { sources }: Pick<ZoneProfile, 'sources'>,
  ids: readonly string[],
): boolean =>
  text !== undefined &&
  (ids.includes(text) ||
    sources.some(({ id, title }) => ids.includes(id) && Object.values(title).includes(text)));

type Zone = Pick<ZoneProfile, 'withheld' | 'sources' | 'targets' | 'indicators'>;

/**
 * Finds the indicators that are left out: those named, those with a value or a target from a named
 * source, and ratios of any of them.
 */
function findWithheldIndicators(
  zone: Zone,
  observations: readonly Pick<Observation, 'indicator' | 'source'>[],
): ReadonlySet<string> {
  const { indicators = [], sources = [] } = zone.withheld ?? {};
  const isFrom = (source: string | undefined) => matchesSource(source, zone, sources);
  const withheldIds = new Set([
    ...indicators,
    ...observations.flatMap((one) => (isFrom(one.source) ? [one.indicator] : [])),
    ...zone.targets.flatMap((one) => (isFrom(one.source) ? [one.indicator] : [])),
  ]);
  for (const { id, ratio } of zone.indicators)
    if (
      ratio !== undefined &&
      (withheldIds.has(ratio.numerator) || withheldIds.has(ratio.denominator))
    )
      withheldIds.add(id);
  return withheldIds;
}

/** Resolves what a zone may not redistribute. @returns undefined if there is nothing */
export function resolveWithheld(
  zone: Zone,
  observations: readonly Pick<Observation, 'indicator' | 'source'>[],
): WithheldData | undefined {
  const fields = zone.withheld?.fields ?? [];
  const indicators = [...findWithheldIndicators(zone, observations)].sort();
  return fields.length === 0 && indicators.length === 0 ? undefined : { fields, indicators };
}
