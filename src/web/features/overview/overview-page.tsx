import { targetKey } from '#domain/zone/indicator.ts';
import { lazy, memo, Suspense } from 'react';
import { formatDate } from '#domain/values/date-format.ts';
import { hasOpenSteps, type Overview } from '#domain/overview/overview.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { refetchQuery } from '#web/data/query-client.ts';
import { useSession } from '#web/data/view-queries.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { laterComponent } from '#web/loading/later-component.tsx';
import { LaterPart } from '#web/loading/later-part.tsx';
import { Part } from '#web/loading/page-part.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as overviewStyles from './overview.module.css';
import * as textStyles from '#web/ui/text.module.css';

const filterBar = laterComponent(
  async () => (await import('#web/features/filters/register-filter-bar.tsx')).RegisterFilterBar,
);
const lead = laterComponent(
  async () => (await import('#web/features/overview/parts/lead.tsx')).Lead,
);
const targets = laterComponent(
  async () => (await import('#web/features/overview/targets-table/targets-section.tsx')).Targets,
);
const below = laterComponent(
  async () => (await import('#web/features/overview/figures-and-lists.tsx')).Below,
);
/**
 * Loads the parts of the overview, whose code is apart from that of the page: a filtered overview
 * starts without them.
 */
export async function preloadParts(): Promise<void> {
  await Promise.all([filterBar, lead, targets, below].map(({ preload }) => preload()));
}
const RevisedSince = lazy(async () => ({
  default: (await import('#web/features/overview/parts/revised-since.tsx')).RevisedSince,
}));
const SetupLine = lazy(async () => ({
  default: (await import('#web/features/overview/parts/setup-line.tsx')).SetupLine,
}));
const NoData = lazy(async () => ({
  default: (await import('#web/features/overview/parts/no-data.tsx')).NoData,
}));

const Content = memo(function Content({ overview }: { readonly overview: Overview }) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const measures = overview.targets.filter((row) => row.kind !== 'qualitative');
  const measure = measures.map(targetKey).find((key) => key === view.m) ?? overview.main_measure;
  return (
    <>
      <p className={textStyles.printHeading}>
        {overview.zone.name[language]} ·{' '}
        {t('printed', { date: formatDate(overview.as_of, language) })}
      </p>
      <Suspense>
        <filterBar.Component overview={overview} />
      </Suspense>
      {view.known_at === undefined ? null : (
        <Suspense>
          <RevisedSince />
        </Suspense>
      )}
      {hasOpenSteps(overview) ? (
        <Suspense>
          <SetupLine overview={overview} />
        </Suspense>
      ) : null}
      <Suspense fallback={<Skeleton lines={6} />}>
        <lead.Component overview={overview} />
      </Suspense>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Part>
          <targets.Component overview={overview} measure={measure} />
        </Part>
      </Suspense>
      <LaterPart>
        <Suspense fallback={<Skeleton lines={8} />}>
          <below.Component overview={overview} measure={measure} />
        </Suspense>
      </LaterPart>
    </>
  );
});

/** The state of the zone on a day, on one screen. */
export function OverviewPage() {
  const query = useOverviewOfView();
  const session = useSession().data;
  const data = query.data;
  if (data !== undefined)
    return (
      <div className={overviewStyles.overview}>
        <Content overview={data} />
      </div>
    );
  if (session !== undefined && session.origin === null)
    return (
      <Suspense>
        <NoData />
      </Suspense>
    );
  if (query.failureReason === null) return <Skeleton lines={8} />;
  const failure = toProblem(query.failureReason);
  return failure.code === 'not_found' ? (
    <Suspense>
      <NoData />
    </Suspense>
  ) : (
    <ErrorPanel failure={failure} onRetry={() => refetchQuery(query)} />
  );
}
