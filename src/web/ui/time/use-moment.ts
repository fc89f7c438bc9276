import { useCallback } from 'react';
import { offsetName } from '#domain/time/time-zone.ts';
import { formatDate } from '#domain/values/format.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { zoneTimeZone } from '#web/i18n/zone-time.ts';
import { zoneClock } from './clock-time.ts';

/**
 * Makes the function that writes a moment with day, time in the zone and its offset from UTC. The
 * server writes the same text: it does not know the time zone of the reader's computer.
 */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  return useCallback(
    (iso) => {
      const at = new Date(iso);
      const { day, time } = zoneClock(at);
      return `${formatDate(day, language, 'short')} ${time} ${offsetName(at, zoneTimeZone())}`;
    },
    [language],
  );
}
