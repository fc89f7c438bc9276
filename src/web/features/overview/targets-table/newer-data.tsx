import { Link } from 'react-router-dom';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as textStyles from '#web/ui/text.module.css';

/** Finds the last day with data after the closed month on which the overview opens. */
export function findNewerDay({ closed, days, as_of }: Overview): IsoDate | undefined {
  const last = days.at(-1);
  return closed !== undefined && last !== undefined && last > as_of ? last : undefined;
}

/** Says that the overview shows the closed month although newer data exist, and links to them. */
export function NewerData({
  overview,
  day,
}: {
  readonly overview: Overview;
  readonly day: IsoDate;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  return (
    <p className={textStyles.note} data-newer>
      {t('newer_data', {
        month: formatMonth(overview.closed?.period ?? '', language, 'long'),
        day: formatDate(day, language, 'long'),
      })}{' '}
      <Link to={hrefTo('/overview', { as_of: day })}>{t('newer_show')}</Link>
    </p>
  );
}
