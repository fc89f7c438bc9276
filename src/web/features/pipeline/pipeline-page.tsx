import type { NamedProject } from '#domain/projects/project.ts';
import { lazy, memo, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { pipeline } from '#charts/pipeline/definition.ts';
import { pageUnits, type PageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsKnown, isIncomparable } from '#domain/projects/first-known-day.ts';
import { isKnown, type Pipeline } from '#domain/projects/pipeline.ts';
import { useSession } from '#web/data/view-queries.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { writeNotComparable, writeNotKnown, undatedProjects } from '#domain/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { LaterMoneyOfGroups } from '#web/figures/later-money.tsx';
import { PageFigure } from '#web/figures/page-figure.tsx';
import { type ReadContext, useEarlyReads } from '#web/url/next-view.ts';
import {
  type FilterQuery,
  overviewQuery,
  useFilterQuery,
  useMakeFilterQuery,
  useOverviewOfView,
} from '#web/data/overview-of-view.ts';
import { ActionsByOwner } from '#web/features/pipeline/tables/actions-by-owner.tsx';
import { StageMovesTable } from '#web/features/pipeline/tables/stage-moves-table.tsx';
import { PipelineDecisions } from '#web/features/pipeline/tables/pipeline-decisions.tsx';
import { StageTable } from '#web/features/pipeline/tables/stage-table.tsx';
import { NewerData } from '#web/features/filters/newer-data.tsx';
import { RegisterFilterBar } from '#web/features/filters/register-filter-bar.tsx';
import { LaterPart } from '#web/loading/later-part.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as pipelineStyles from './pipeline.module.css';
import * as textStyles from '#web/ui/text.module.css';

type PipelineQuery = NonNullable<Parameters<typeof queryKeys.pipeline>[0]>;
const pipelineRead = (query: PipelineQuery) => ({
  queryKey: queryKeys.pipeline(query),
  queryFn: ({ signal }: ReadContext) => call(endpoints.pipeline, { query, signal }),
});

/** Projects by stage, days in stage, moves and stalled projects. */
const usePipeline = (query: PipelineQuery, enabled: boolean) =>
  useQuery({ ...pipelineRead(query), placeholderData: keepPreviousData, enabled });

/** The query of a view, and that of the list of owners, which has the rows of each. */
function listPipelineQueries(
  view: ViewState,
  filter: FilterQuery,
): readonly [PipelineQuery, PipelineQuery] {
  // compare is that of the overview
  const { plan: _plan, cur: _cur, ...query } = overviewQuery(view);
  return [
    { ...query, ...filter },
    { ...query, ...filter, owner: undefined },
  ];
}

/** The board, loaded on demand together with the forms of a move. */
const Board = lazy(async () => ({
  default: (await import('#web/features/pipeline/board/board.tsx')).Board,
}));

/** The strip plot over the whole page: the same figure as on the overview. */
const Strip = memo(function Strip({ overview }: { readonly overview: Overview }) {
  const { open } = useViewState();
  const openProject = useCallback((code: string) => open('/projects', { sel: code }), [open]);
  return (
    <>
      <PageFigure chart={pipeline} overview={overview} onOpen={openProject} />
      <LaterMoneyOfGroups overview={overview} />
    </>
  );
});

/** The tables below the figure. They are drawn again when their own data change. */
const Tables = memo(function Tables({
  pipeline,
  actions,
  targets,
  units,
}: {
  readonly pipeline: Pipeline;
  readonly actions: Pipeline['actions'];
  readonly targets: Overview['targets'];
  readonly units: PageUnits | undefined;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { hrefTo } = useViewState();
  const filter = useFilterQuery();
  const link = (project: NamedProject): ReactNode => (
    <Link className={textStyles.plainLink} to={hrefTo('/projects', { sel: project.code })}>
      <ProjectName project={project} />
    </Link>
  );
  if (!isKnown(pipeline)) return <EmptyState title={writeNotKnown(pipeline, language)} />;
  const isFiltered = Object.values(filter).some((text) => text !== undefined);
  const active = pipeline.stages.reduce((sum, row) => sum + row.count, 0);
  const { undated_projects, as_of, compare, first_known_day } = pipeline;
  return (
    <>
      {undated_projects === undefined || active === 0 ? null : (
        <p className={textStyles.note}>{undatedProjects(undated_projects, language)}</p>
      )}
      {active === 0 ? (
        <EmptyState
          title={
            undated_projects === undefined
              ? t(isFiltered ? 'none_matches' : 'none_on_day')
              : undatedProjects(undated_projects, language)
          }
        />
      ) : (
        <StageTable pipeline={pipeline} stageWord={stageWord} {...compact({ units })} />
      )}
      {actions === undefined ? null : (
        <ActionsByOwner
          list={actions}
          targets={targets}
          example={pipeline.data_status === 'illustrative'}
          {...compact({ units })}
          link={(code, name) => link({ code, name })}
        />
      )}
      <PipelineDecisions link={link} />
      {pipeline.moves === undefined &&
      first_known_day !== undefined &&
      isIncomparable(as_of, compare, first_known_day) ? (
        <p className={textStyles.note}>{writeNotComparable(pipeline, compare, language)}</p>
      ) : (
        <StageMovesTable moves={pipeline.moves} stageWord={stageWord} link={link} />
      )}
      {pipeline.data_status === 'illustrative' ? (
        <p className={textStyles.note}>
          <StatusChip status="illustrative" /> {t('example')}
        </p>
      ) : null}
    </>
  );
});

const noTargets: Overview['targets'] = [];

/** The pipeline: projects by stage, days in stage, moves and stalled projects. */
export function PipelinePage() {
  const t = useLabels(pipelineLabels);
  const { view, change, hrefTo } = useViewState();
  const session = useSession().data;
  const empty = session !== undefined && session.origin === null;
  const makeFilterQuery = useMakeFilterQuery();
  const listQueries = (of: ViewState) => listPipelineQueries(of, makeFilterQuery(of));
  const [ofFilter, ofOwners] = listQueries(view);
  const pipeline = usePipeline(ofFilter, !empty);
  const ofAllOwners = usePipeline(ofOwners, !empty);
  useEarlyReads((next) => (empty ? [] : listQueries(next).map(pipelineRead)));
  const overview = useOverviewOfView();
  const shownOverview = overview.data;
  const units = useMemo(
    () => (shownOverview === undefined ? undefined : pageUnits(shownOverview)),
    [shownOverview],
  );
  if (empty)
    return (
      <EmptyState title={t('none')}>
        <Link className={controlsStyles.button} to={hrefTo('/import')}>
          {t('import')}
        </Link>
      </EmptyState>
    );
  return (
    <div className={pipelineStyles.pipeline}>
      <h2 className={textStyles.visuallyHidden}>{t('by_stage')}</h2>
      <RegisterFilterBar overview={overview.data} />
      <NewerData overview={overview.data} path="/pipeline" />
      <SegmentChoice
        label={t('layout')}
        value={view.layout ?? 'figures'}
        onChange={(layout) => change({ layout: layout === 'board' ? 'board' : undefined })}
        segments={[
          { value: 'figures', label: t('layout_figures') },
          { value: 'board', label: t('layout_board') },
        ]}
      />
      {view.layout === 'board' ? (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Board units={units} />
        </Suspense>
      ) : (
        <>
          {shownOverview === undefined ||
          !areProjectsKnown(shownOverview.as_of, shownOverview.first_known_day) ? null : (
            <Strip overview={shownOverview} />
          )}
          <QueryView query={pipeline} lines={10}>
            {(data) => (
              <LaterPart>
                <Tables
                  pipeline={data}
                  actions={ofAllOwners.data?.actions}
                  targets={shownOverview?.targets ?? noTargets}
                  units={units}
                />
              </LaterPart>
            )}
          </QueryView>
        </>
      )}
    </div>
  );
}
