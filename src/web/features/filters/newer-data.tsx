import { Link } from '#web/ui/controls/link.tsx';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { filtersLabels } from '#web/features/filters/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Finds the last day with data after the closed month on which pages open.
 * @returns undefined if nothing is newer, or if no month is closed
 */
export function findNewerDay({ closed, days, as_of }: Overview): IsoDate | undefined {
  const last = days.at(-1);
  return closed !== undefined && last !== undefined && last > as_of ? last : undefined;
}

/**
 * Says that a page opened by itself on the closed month although newer data exist, and links to
 * them. It is empty if the address chooses the day.
 */
export function NewerData({
  overview,
  path,
}: {
  readonly overview: Overview | undefined;
  /** The path of the page. */
  readonly path: string;
}) {
  const t = useLabels(filtersLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const day = overview && findNewerDay(overview);
  if (day === undefined || view.as_of !== undefined) return null;
  return (
    <p className={textStyles.note} data-newer>
      {t('newer_data', {
        month: formatMonth(overview?.closed?.period ?? '', language, 'long'),
        day: formatDate(day, language, 'long'),
      })}{' '}
      <Link to={hrefTo(path, { as_of: day, layout: view.layout })}>{t('newer_show')}</Link>
    </p>
  );
}
