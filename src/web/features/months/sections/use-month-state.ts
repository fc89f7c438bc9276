import type { PeriodState } from '#contract/targets/schemas.ts';
import { authorWords } from '#domain/labels/index.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';

/**
 * Returns the words for the state of a month: closed, reopened, or open with the day on which its
 * numbers are due.
 */
export function useMonthState(): (state: PeriodState, due: IsoDate | undefined) => string {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const day = (moment: string): string => formatDate(zoneDay(moment), language);
  return ({ closed, reopenings }, due) => {
    const reopening = reopenings.at(-1);
    if (closed !== undefined)
      return t('state_closed', {
        who: authorWords(closed.closed_by, language),
        date: day(closed.closed_at),
      });
    if (reopening !== undefined)
      return t('state_reopened', {
        who: authorWords(reopening.reopened_by, language),
        date: day(reopening.reopened_at),
      });
    if (due === undefined) return t('state_open');
    return t('state_due', { date: formatDate(due, language), days: daysBetween(due, serverDay()) });
  };
}
