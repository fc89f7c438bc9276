import { formatValue } from '#domain/values/format.ts';
import type { FunctionZone } from '#domain/zone/zone.ts';
import { useSummary } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useLanguage } from '#web/i18n/text.ts';

/** The function zones that active projects of the register name today. */
export interface RegisterAreas {
  /** Those that the zone does not list, by the word of the register. */
  readonly unlisted: readonly string[];
  /** Writes the number of projects of a function zone. */
  readonly countWords: (id: string) => string;
}

/**
 * Reads the function zones of the register.
 * @returns undefined while it loads
 */
export function useRegisterAreas(zones: readonly FunctionZone[]): RegisterAreas | undefined {
  const language = useLanguage();
  const groups = useSummary({ by: 'zone', as_of: serverDay() }).data?.groups;
  if (groups === undefined) return undefined;
  const counts = new Map(groups.map(({ key, count }) => [key, count]));
  return {
    unlisted: [...counts.keys()].filter((key) => key !== '' && !zones.some(({ id }) => id === key)),
    countWords: (id) => formatValue(String(counts.get(id) ?? 0), 'projects', language).text.trim(),
  };
}
