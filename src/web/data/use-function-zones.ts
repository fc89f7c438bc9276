import type { SummaryQuery } from '#contract/query-keys.ts';
import { sameWords } from '#domain/values/term.ts';
import type { FunctionZone } from '#domain/zone/zone.ts';
import { useSummary } from './queries.ts';

/**
 * Lists the function zones to choose from: those of the settings, then those that only the register
 * of a day names, by its words.
 */
export function useFunctionZones(
  listedZones: readonly FunctionZone[] = [],
  day: Pick<SummaryQuery, 'as_of' | 'known_at'>,
): readonly FunctionZone[] {
  const groups = useSummary({ by: 'zone', ...day }).data?.groups ?? [];
  const unlisted = groups.filter(
    ({ key }) => key !== '' && !listedZones.some(({ id }) => id === key),
  );
  return [...listedZones, ...unlisted.map(({ key }) => ({ id: key, name: sameWords(key) }))];
}
