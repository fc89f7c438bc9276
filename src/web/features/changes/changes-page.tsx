import { useMemo, useRef } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { useSame } from '#charts/figure/use-same.ts';
import { changes as changesChart } from '#charts/changes/definition.ts';
import { areKnown, type RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { writeNotComparable } from '#domain/labels/index.ts';
import { IndicatorTable } from '#web/features/changes/parts/indicator-table.tsx';
import { LongMoveTable } from '#web/features/changes/parts/long-move-table.tsx';
import { TargetTable } from '#web/features/changes/parts/target-table.tsx';
import { ChangeSentence, DaysHeading } from '#web/features/changes/parts/change-summary.tsx';
import { withBridge } from '#web/features/changes/parts/overview-with-bridge.ts';
import { changesRead, useChanges } from '#web/data/queries.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PageFigure } from '#web/figures/page-figure.tsx';
import { RevisedSince } from '#web/features/overview/parts/revised-since.tsx';
import { useEarlyReads } from '#web/url/next-view.ts';
import { useMakeFilterQuery, useOverviewOfView } from '#web/data/overview-of-view.ts';
import { RegisterFilterBar } from '#web/features/filters/register-filter-bar.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { DaysForm } from '#web/features/changes/parts/days-form.tsx';
import { RateChoice } from '#web/features/changes/parts/rate-choice.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as changesStyles from './changes.module.css';
import * as textStyles from '#web/ui/text.module.css';

function Figures({
  overview,
  changes,
}: {
  readonly overview: Overview;
  readonly changes: RegisterChanges;
}) {
  const { view } = useViewState();
  const bridgeOverview = useMemo(() => withBridge(overview, changes), [overview, changes]);
  const { from, to } = changes.bridge;
  const query = { as_of: to, compare: from, known_from: view.known_from, rates: view.rates };
  return <PageFigure chart={changesChart} overview={bridgeOverview} more={query} />;
}

/** Targets and indicators: those of the whole zone, so that a filter does not draw them again. */
function ZoneTables({
  changes: { targets, indicators, bridge },
}: {
  readonly changes: RegisterChanges;
}) {
  return (
    <>
      <TargetTable targets={useSame(targets)} />
      <IndicatorTable indicators={useSame(indicators)} from={bridge.from} />
    </>
  );
}

/** Whether both days are the same, as known at the same revision. */
const isOneDay = ({ bridge, revision }: RegisterChanges): boolean =>
  bridge.from === bridge.to && revision.from === revision.to;

const writeDays = ({ as_of, known_at, cmp }: ViewState): string =>
  JSON.stringify([as_of, known_at, cmp]);

/**
 * Finds the first day of the changes of a view: the chosen one, or the one that the overview of the
 * same days compares with.
 * @returns a function; its result is null where nothing is compared, undefined where it is not known
 */
function useFindFrom(overview: ReturnType<typeof useOverviewOfView>, view: ViewState) {
  const days = useRef<string>(undefined);
  const { data, isPlaceholderData } = overview;
  if (data !== undefined && !isPlaceholderData) days.current = writeDays(view);
  return (of: ViewState): IsoDate | null | undefined => {
    if (data === undefined) return undefined;
    if (/^\d{4}/.test(of.cmp)) return of.cmp;
    return days.current === writeDays(of) ? (data.compare ?? null) : undefined;
  };
}

/** The changes between any two days, each as known now or as known then. */
export function ChangesPage() {
  const language = useLanguage();
  const t = useLabels(changesLabels);
  const stageWord = useStageWord();
  const { view, hrefTo } = useViewState();
  const overview = useOverviewOfView();
  const findFrom = useFindFrom(overview, view);
  const makeFilterQuery = useMakeFilterQuery();
  const makeQuery = (of: ViewState) => ({
    from: findFrom(of) ?? undefined,
    to: of.as_of,
    known_from: of.known_from,
    known_at: of.known_at,
    rates: of.rates,
    ...makeFilterQuery(of),
  });
  const changes = useChanges(makeQuery(view), findFrom(view) !== undefined);
  useEarlyReads((next) => (findFrom(next) === undefined ? [] : [changesRead(makeQuery(next))]));
  return (
    <div className={changesStyles.page}>
      <RevisedSince />
      <RegisterFilterBar overview={overview.data} />
      <QueryView query={changes} lines={10}>
        {(data) => (
          <>
            <DaysForm
              key={`${data.bridge.from} ${data.bridge.to} ${view.known_from ?? ''} ${view.known_at ?? ''}`}
              from={data.bridge.from}
              to={data.bridge.to}
            />
            {isOneDay(data) ? (
              <EmptyState title={t('second_day')}>{t('second_day_hint')}</EmptyState>
            ) : areKnown(data) ? (
              <>
                <ChangeSentence bridge={data.bridge} counts={data.counts} />
                {overview.data === undefined ? null : (
                  <RateChoice bridge={data.bridge} currency={overview.data.zone.base_currency} />
                )}
                {overview.data === undefined ? null : (
                  <Figures overview={overview.data} changes={data} />
                )}
                <LongMoveTable
                  moves={data.moves}
                  total={data.total}
                  stageWord={stageWord}
                  link={(move) => (
                    <Link
                      className={textStyles.plainLink}
                      to={hrefTo('/projects', { sel: move.code })}
                    >
                      <ProjectName project={move} />
                    </Link>
                  )}
                />
              </>
            ) : (
              <>
                <DaysHeading {...data.bridge} />
                <EmptyState title={writeNotComparable(data, data.bridge.from, language)} />
              </>
            )}
            {isOneDay(data) ? null : <ZoneTables changes={data} />}
          </>
        )}
      </QueryView>
    </div>
  );
}
