import { useState } from 'react';
import { targetKey, type TargetPeriod } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Month } from '#domain/values/date.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { useOverview, useSession, useZone } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { usePeriod } from '#web/features/targets/queries.ts';
import { useManyObservations } from '#web/data/observations/use-many-observations.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useMonthKeys } from '#web/features/requests/use-month-keys.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { monthsToEnter, nextMonth } from '#domain/targets/entry/value-entry.ts';
import { useDoubts, useMonthOverview } from './queries.ts';
import { ClosedMonths } from './sections/closed-months.tsx';
import { reportDayOf } from '#domain/zone/zone-days.ts';
import { MonthHeader } from './sections/month-header.tsx';
import { PrintMonth } from './print/print-month.tsx';
import { MonthParts } from './sections/month-parts.tsx';
import { useOpenWork } from './sections/use-open-work.ts';
import type { Row } from './values/row-values.ts';
import * as monthsStyles from './months.module.css';

/** The working month: values, doubts, causes, achievements, and closing it. */
export function MonthPage() {
  const session = useSession();
  const overview = useOverview();
  const zone = useZone();
  return (
    <div className={monthsStyles.page}>
      <QueryView query={session}>
        {(who) =>
          who.may.includes('edit') ? (
            <QueryView query={overview}>
              {(loadedOverview) => (
                <QueryView query={zone}>
                  {(profile) => (
                    <WorkingMonth profile={profile} latest={loadedOverview.latest_month?.period} />
                  )}
                </QueryView>
              )}
            </QueryView>
          ) : (
            <ClosedMonths />
          )
        }
      </QueryView>
    </div>
  );
}

/** Chooses the month, reads it, and shows its parts. */
function WorkingMonth({
  profile,
  latest,
}: {
  readonly profile: ZoneProfile;
  readonly latest: string | undefined;
}) {
  const t = useLabels(monthLabels);
  const { view, change } = useViewState();
  const numberIndicators = profile.indicators.filter(
    (indicator) => indicator.kind !== 'qualitative' && indicator.ratio === undefined,
  );
  const observations = useManyObservations(numberIndicators.map(({ id }) => id));
  const today = serverDay();
  // Fixed at the first render: a save makes another month the latest, but the page stays on this
  // month.
  const [firstOffered] = useState(() => nextMonth(today, latest));
  const first = observations.flatMap((o) => o.data?.items[0]?.period ?? []).toSorted()[0];
  const months = monthsToEnter(today, first);
  const newest = months[0] ?? today.slice(0, 7);
  const month = view.month !== undefined && view.month <= newest ? view.month : firstOffered;
  const period = usePeriod(month);
  const overviewQuery = useMonthOverview(month);
  const overview = overviewQuery.data;
  const notLoaded = observations.find(({ data }) => data === undefined);
  const rows = numberIndicators
    .map(
      (indicator, at): Row => ({
        indicator,
        values: observations[at]?.data?.items ?? [],
        draft: period.data?.drafts.find((one) => one.indicator === indicator.id),
        target: findTarget(overview?.targets ?? [], indicator.id, month),
      }),
    )
    .toSorted((a, b) => Number(b.target !== undefined) - Number(a.target !== undefined));
  const choose = (to: Month) => change({ month: to });
  useMonthKeys(month, newest, choose);
  const doubts = useDoubts(month).data?.items;
  const work = useOpenWork(month, profile, rows, overview?.targets, period.data);
  return (
    <>
      {profile.origin === 'own' ? null : (
        <Notice kind="example">
          {t(profile.fictional ? 'fictional_leaves' : 'example_leaves')}
        </Notice>
      )}
      <MonthHeader
        month={month}
        months={months.includes(month) ? months : [...months, month].toSorted().toReversed()}
        newest={newest}
        state={period.data}
        due={profile.report_day === undefined ? undefined : reportDayOf(month, profile)}
        work={work.counts}
        onChoose={choose}
      />
      <QueryView query={period}>
        {(state) => (
          <>
            {notLoaded === undefined ? (
              <MonthParts
                key={month}
                month={month}
                profile={profile}
                state={state}
                rows={rows}
                work={work}
                overview={overviewQuery}
              />
            ) : (
              <QueryView query={notLoaded}>{() => null}</QueryView>
            )}
            {overview === undefined || doubts === undefined ? null : (
              <PrintMonth {...{ month, overview, rows, state, work, doubts }} />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

/** The target of the month's year, else any target of the indicator in force. */
function findTarget(
  targets: readonly TargetRow[],
  indicator: string,
  month: Month,
): TargetRow | undefined {
  const of = targets.filter((target) => target.indicator === indicator);
  const isOfYear = (period: TargetPeriod | undefined) =>
    period?.kind === 'year' && String(period.year) === month.slice(0, 4);
  return (
    of.find(({ period }) => isOfYear(period)) ??
    of.find((row) => targetKey(row) === indicator) ??
    of[0]
  );
}
