import { Link } from '#web/ui/controls/link.tsx';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useOverview, useSession, useZone } from '#web/data/queries.ts';
import { useManyObservations } from '#web/data/observations/use-many-observations.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { CloseMonth } from '#web/features/targets/parts/close-month.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { Months } from './months-section.tsx';
import * as targetsStyles from '#web/features/targets/targets.module.css';

function Parts({
  profile,
  latest,
}: {
  readonly profile: ZoneProfile;
  readonly latest: string | undefined;
}) {
  const t = useLabels(targetsLabels);
  const { hrefTo } = useViewState();
  const numberIndicators = profile.indicators.filter(
    (indicator) => indicator.kind !== 'qualitative',
  );
  const observations = useManyObservations(numberIndicators.map((indicator) => indicator.id));
  const notLoaded = observations.find(({ data }) => data === undefined);
  if (notLoaded !== undefined) return <QueryView query={notLoaded}>{() => null}</QueryView>;
  const columns = numberIndicators.map((indicator, at) => ({
    indicator,
    values: observations[at]?.data?.items ?? [],
  }));
  const months = [
    ...new Set(columns.flatMap(({ values }) => values.map((value) => value.period))),
  ].toSorted();
  const own = profile.origin === 'own';
  return (
    <>
      {own ? null : (
        <Notice kind="example">
          {t(profile.fictional ? 'fictional_leaves' : 'example_leaves')}
        </Notice>
      )}
      <p>
        <Link to={hrefTo('/month')}>{t('to_month')}</Link>
      </p>
      <Months origin={profile.origin} columns={columns} latest={latest} />
      <CloseMonth own={own} months={months} indicators={profile.indicators} />
    </>
  );
}

/** The values of many months in one grid, and closing of months. */
export function MonthsPage() {
  const t = useLabels(targetsLabels);
  const session = useSession();
  const zone = useZone();
  const overview = useOverview();
  return (
    <div className={targetsStyles.page}>
      <QueryView query={session}>
        {(who) =>
          who.may.includes('set_targets') ? (
            <QueryView query={zone} lines={8}>
              {(profile) => (
                <QueryView query={overview}>
                  {(loadedOverview) => (
                    <Parts profile={profile} latest={loadedOverview.latest_month?.period} />
                  )}
                </QueryView>
              )}
            </QueryView>
          ) : (
            <Notice>{t('viewer')}</Notice>
          )
        }
      </QueryView>
    </div>
  );
}
