import { addMonths, lastWholeMonth } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useMonthKeys } from '#web/features/requests/use-month-keys.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as styles from './manage.module.css';
import { MissingSubmissions } from './missing-submissions.tsx';
import { Proposals } from './proposals.tsx';

/** Collects the values of a month: unanswered requests, and answers that wait to be accepted. */
export function RequestsPage() {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const newest = serverDay().slice(0, 7);
  const month = view.month ?? lastWholeMonth(serverDay());
  useMonthKeys(month, newest, (to) => change({ month: to }));
  const step = (count: number) => change({ month: addMonths(month, count) });
  return (
    <div className={styles.page}>
      <div className={styles.month}>
        <IconButton
          framed
          icon="left"
          label={formatMonth(addMonths(month, -1), language)}
          onClick={() => step(-1)}
        />
        <h2>{t('page_title', { month: formatMonth(month, language) })}</h2>
        <IconButton
          framed
          icon="right"
          label={formatMonth(addMonths(month, 1), language)}
          disabled={month >= newest}
          onClick={() => step(1)}
        />
      </div>
      <MissingSubmissions key={`missing ${month}`} month={month} />
      <Proposals key={`proposals ${month}`} month={month} />
    </div>
  );
}
