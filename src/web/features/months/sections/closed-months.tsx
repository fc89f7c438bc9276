import { zoneDay } from '#web/i18n/zone-time.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { authorWords } from '#domain/labels/index.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { monthEnd } from '#domain/values/date.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { usePeriods } from '#web/features/targets/queries.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

/**
 * Shows which months are closed and since when, in one line, for readers who do not close months.
 */
export function ClosedMonths() {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const periods = usePeriods();
  return (
    <QueryView query={periods} lines={1}>
      {({ items }) => {
        const month = items.find(({ period }) => period === view.month) ?? items.at(-1);
        return (
          <p className={monthsStyles.lead}>
            {month === undefined
              ? t('viewer_none')
              : t('viewer_closed', {
                  month: formatMonth(month.period, language, 'long'),
                  date: formatDate(zoneDay(month.closed_at), language, 'long'),
                  who: authorWords(month.closed_by, language),
                  others: items.length - 1,
                })}{' '}
            {month === undefined ? null : (
              <Link to={hrefTo('/overview', { as_of: monthEnd(month.period) })}>
                {t('see_overview')}
              </Link>
            )}
          </p>
        );
      }}
    </QueryView>
  );
}
