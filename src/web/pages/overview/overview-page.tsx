import { lazy, Suspense, useDeferredValue } from 'react';
import { formatDate } from '#domain/format.ts';
import type { Overview } from '#domain/overview.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { askAgain } from '#web/data/query-client.ts';
import { useSession } from '#web/data/view-queries.ts';
import { overviewText } from '#web/i18n/overview/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/shell/overview-state.ts';
import { Part } from '#web/shell/part.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Facts, Headline } from '#web/overview/headline.tsx';
import { PhaseStrip } from '#web/overview/phase-strip.tsx';

const Targets = lazy(async () => ({ default: (await import('./targets.tsx')).Targets }));
const RevisedSince = lazy(async () => ({ default: (await import('#web/overview/revised-since.tsx')).RevisedSince }));
const Below = lazy(async () => ({ default: (await import('./below.tsx')).Below }));
const NoData = lazy(async () => ({ default: (await import('#web/shell/no-data.tsx')).NoData }));

function Content({ overview }: { readonly overview: Overview }) {
  const t = useText(overviewText);
  const language = useLanguage();
  const { view } = useViewState();
  const measures = overview.targets.filter((row) => row.kind !== 'qualitative');
  const measure = measures.find((row) => row.indicator === view.m)?.indicator ?? overview.main_measure;
  return (
    <>
      <p className="printhead">
        {overview.zone.name[language]} · {t('printed', { date: formatDate(overview.as_of, language) })}
      </p>
      {view.known_at === undefined ? null : (
        <Suspense>
          <RevisedSince />
        </Suspense>
      )}
      <section className="lede">
        <Part>
          <Headline overview={overview} />
        </Part>
        <Part>
          <PhaseStrip overview={overview} />
        </Part>
      </section>
      <Part>
        <Facts overview={overview} />
      </Part>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Part>
          <Targets overview={overview} measure={measure} />
        </Part>
      </Suspense>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Below overview={overview} measure={measure} />
      </Suspense>
    </>
  );
}

/** Where the zone stands on a day, on one screen. */
export function OverviewPage() {
  const query = useOverviewOfView();
  const session = useSession().data;
  const data = useDeferredValue(query.data) ?? query.data;
  if (data !== undefined)
    return (
      <div className={query.isFetching && query.isPlaceholderData ? 'overview busy' : 'overview'}>
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
    <ErrorPanel failure={failure} onRetry={() => askAgain(query)} />
  );
}
