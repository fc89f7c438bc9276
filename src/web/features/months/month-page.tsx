import { useState } from 'react';
import { Link } from 'react-router-dom';
import { addMonths, monthsApart } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import {
  useIndicators,
  useManyObservations,
  useOverview,
  useSession,
  useZone,
} from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { ChecklistForm } from '#web/features/months/parts/checklist-form.tsx';
import { monthsToEnter, nextMonth } from '#domain/targets/value-entry.ts';
import { MonthForm } from '#web/features/months/parts/month-form.tsx';
import * as monthsStyles from './months.module.css';
import * as overviewStyles from '#web/features/overview/overview.module.css';

/** Enters the figures of a month, with those of the month before and a note for each target. */
export function MonthPage() {
  const t = useLabels(monthLabels);
  const session = useSession();
  const overview = useOverview();
  const { hrefTo } = useViewState();
  return (
    <div className={monthsStyles.page}>
      <QueryView query={session}>
        {(who) =>
          who.may.includes('edit') ? (
            <>
              <p className={overviewStyles.lead}>
                {t('intro')}{' '}
                {who.may.includes('set_targets') ? (
                  <Link to={hrefTo('/months')}>{t('all_months')}</Link>
                ) : null}
              </p>
              {who.origin === 'own' ? null : (
                <Notice kind="example">
                  {t(who.origin === 'example_zone' ? 'fictional_leaves' : 'example_leaves')}
                </Notice>
              )}
              <QueryView query={overview}>
                {(seen) => (
                  <Period origin={who.origin ?? 'own'} latest={seen.latest_month?.period} />
                )}
              </QueryView>
            </>
          ) : (
            <Notice>{t('viewer')}</Notice>
          )
        }
      </QueryView>
    </div>
  );
}

function Period({
  origin,
  latest,
}: {
  readonly origin: string;
  readonly latest: string | undefined;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const indicators = useIndicators();
  const zone = useZone();
  const known = (indicators.data?.items ?? []).filter((i) => i.kind !== 'qualitative');
  const observations = useManyObservations(known.map((i) => i.id));
  const today = serverDay();
  // Fixed at the first render: a save makes another month the latest, and its result stays on this
  // page.
  const [firstOffered] = useState(() => nextMonth(today, latest));
  const first = observations.flatMap((o) => o.data?.items[0]?.period ?? []).toSorted()[0];
  const months = monthsToEnter(today, first);
  const newest = months[0] ?? today.slice(0, 7);
  const month = view.month !== undefined && view.month <= newest ? view.month : firstOffered;
  const choose = (to: string) => change({ month: to });
  const offered = months.includes(month) ? months : [...months, month].toSorted().toReversed();
  return (
    <>
      <div className={monthsStyles.period}>
        <IconButton
          framed
          icon="left"
          label={t('earlier')}
          onClick={() => choose(addMonths(month, -1))}
        />
        <SelectField
          label={t('period')}
          value={month}
          onChange={(event) => choose(event.target.value)}
        >
          {offered.map((m) => (
            <option key={m} value={m}>
              {formatMonth(m, language, 'long')}
            </option>
          ))}
        </SelectField>
        <IconButton
          framed
          icon="right"
          label={t('later')}
          disabled={monthsApart(month, newest) <= 0}
          onClick={() => choose(addMonths(month, 1))}
        />
      </div>
      <QueryView query={indicators}>
        {() => (
          <QueryView query={zone}>
            {(profile) => (
              <>
                <MonthForm
                  key={month}
                  origin={origin}
                  month={month}
                  rows={known
                    .map((indicator, at) => ({
                      indicator,
                      target: profile.targets.find((target) => target.indicator === indicator.id),
                      query: observations[at],
                    }))
                    .toSorted(
                      (a, b) => Number(b.target !== undefined) - Number(a.target !== undefined),
                    )}
                />
                <ChecklistForm profile={profile} month={month} />
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}
