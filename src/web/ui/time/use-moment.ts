import { useCallback } from 'react';
import { offsetName } from '#domain/time/time-zone.ts';
import { formatDate } from '#domain/values/format.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { zoneTimeZone } from '#web/i18n/zone-time.ts';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import { zoneClock } from './clock-time.ts';

/** The offset of this computer's time from UTC at a moment. */
const ownOffset = (at: Date): string =>
  offsetName(at, Intl.DateTimeFormat().resolvedOptions().timeZone);

/**
 * Makes the function that writes a moment with day and time in the zone. On a computer with another
 * time it names the offset from UTC, once it runs there: for most readers nothing moves then.
 */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  const isHydrated = useHydrated();
  return useCallback(
    (iso) => {
      const at = new Date(iso);
      const { day, time } = zoneClock(at);
      const text = `${formatDate(day, language, 'short')} ${time}`;
      const offset = offsetName(at, zoneTimeZone());
      return !isHydrated || offset === ownOffset(at) ? text : `${text} ${offset}`;
    },
    [language, isHydrated],
  );
}
