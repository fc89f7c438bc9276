import { Link } from '#web/ui/controls/link.tsx';
import { authorWords } from '#domain/labels/index.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Reopening } from '#contract/targets/closing-schemas.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/** Former closings of a month, each with its figures as they were and why it was reopened. */
export function Reopenings({
  month,
  reopenings,
}: {
  readonly month: Month;
  readonly reopenings: readonly Reopening[];
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  if (reopenings.length === 0) return null;
  const day = (moment: string): string => formatDate(zoneDay(moment), language, 'long');
  return (
    <>
      <h3>{t('former_closings')}</h3>
      <ul>
        {reopenings.map(({ closed_at, closed_by, reopened_at, reopened_by, reason }) => (
          <li key={closed_at}>
            {t('state_closed', { who: authorWords(closed_by, language), date: day(closed_at) })}{' '}
            <Link to={hrefTo('/overview', { as_of: monthEnd(month), known_at: closed_at })}>
              {t('as_closed')}
            </Link>
            <br />
            {t('reopened_why', {
              who: authorWords(reopened_by, language),
              date: day(reopened_at),
              reason,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
