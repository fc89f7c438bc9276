import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { findChart } from '#charts/registry.ts';
import { isKnown } from '#domain/projects/pipeline.ts';
import { writeNotComparable, writeNotKnown } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { formatCount } from '#domain/values/format.ts';
import { ChangeSentence } from '#web/features/changes/parts/change-summary.tsx';
import { IndicatorTable } from '#web/features/changes/parts/indicator-table.tsx';
import { MoveTable } from '#web/features/changes/parts/move-table.tsx';
import { TargetTable } from '#web/features/changes/parts/target-table.tsx';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import {
  FilterNote,
  NamedProjects,
  ProjectTotals,
} from '#web/features/links/view/projects-body.tsx';
import { PrintedPipeline } from '#web/features/overview/print/printed-charts.tsx';
import { PrintedOverview } from '#web/features/overview/print/printed-overview.tsx';
import { StageMovesTable } from '#web/features/pipeline/tables/stage-moves-table.tsx';
import { StageTable } from '#web/features/pipeline/tables/stage-table.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PrintedAnalysis, PrintedOutlook } from './printed-analysis.tsx';
import { PrintedFigure } from './printed-figure.tsx';
import { PrintedHead } from './printed-head.tsx';
import { PrintedPages } from './printed-pages.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as printedLinkStyles from './printed-link.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface LinkProps {
  readonly payload: SharedPayload;
}

function OverviewOfLink({ payload }: LinkProps) {
  const t = useLabels(readerLabels);
  const { overview: sharedOverview, view } = payload;
  const overview = toDrawableOverview(sharedOverview);
  const { changes } = overview;
  const isListed = changes !== undefined && changes.items.length === changes.total;
  return (
    <PrintedOverview
      overview={overview}
      measure={view.measure ?? overview.main_measure}
      link={{
        head: <PrintedHead payload={payload} />,
        hasHeadline: sharedOverview.headline !== undefined,
        hasPhases: sharedOverview.phases !== undefined,
        changes:
          changes === undefined || isListed ? undefined : t('changes_total', { n: changes.total }),
      }}
    />
  );
}

function PipelineOfLink({ payload }: LinkProps) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const overview = toDrawableOverview(payload.overview);
  const { pipeline } = payload;
  const word = (stage: string): string => stageWord(overview.zone.stage_words, stage, language);
  const { names, smallest_group } = payload.overview.shared;
  const knownPipeline = pipeline !== undefined && isKnown(pipeline) ? pipeline : undefined;
  const moves = knownPipeline?.moves;
  const link = (project: NamedProject) => <ProjectName project={project} />;
  return (
    <PrintedPages
      overview={overview}
      head={<PrintedHead payload={payload} />}
      first={() =>
        pipeline === undefined ? null : knownPipeline === undefined ? (
          <UnknownNotice overview={overview} />
        ) : (
          <>
            <PrintedPipeline overview={overview} />
            <StageTable pipeline={knownPipeline} stageWord={word} />
            {smallest_group > 1 ? (
              <p className={textStyles.note}>{t('days_groups', { n: smallest_group })}</p>
            ) : null}
          </>
        )
      }
      rest={(most) =>
        moves === undefined ? null : (
          <>
            <StageMovesTable
              moves={{ ...moves, items: moves.items.slice(0, most) }}
              stageWord={word}
              {...compact({ link: names === 'hidden' ? undefined : link })}
            />
            <More of={moves.items.length} most={most} />
          </>
        )
      }
    />
  );
}

function UnknownNotice({ overview }: { readonly overview: Overview }) {
  const language = useLanguage();
  return <p className={textStyles.note}>{writeNotKnown(overview, language)}</p>;
}

/** The number of rows that a sheet leaves out. */
function More({ of, most }: { readonly of: number; readonly most: number }) {
  const t = useLabels(readerLabels);
  return of > most ? (
    <p className={textStyles.note}>{t('and_more', { count: of - most })}</p>
  ) : null;
}

function ProjectsOfLink({ payload }: LinkProps) {
  const { projects } = payload;
  return (
    <PrintedPages
      overview={toDrawableOverview(payload.overview)}
      head={<PrintedHead payload={payload} />}
      first={() =>
        projects === undefined ? (
          <UnknownNotice overview={toDrawableOverview(payload.overview)} />
        ) : (
          <>
            <FilterNote payload={payload} projects={projects} />
            <ProjectTotals payload={payload} projects={projects} />
          </>
        )
      }
      rest={(most) =>
        projects === undefined ? null : (
          <NamedProjects payload={payload} projects={projects} most={most} />
        )
      }
    />
  );
}

function ChangesOfLink({ payload }: LinkProps) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { changes = undefined } = payload;
  if (changes === undefined) return null;
  const { bridge, counts, moves, total, indicators, targets } = changes;
  const overview = toDrawableOverview(payload.overview, changes);
  const word = (stage: string): string => stageWord(overview.zone.stage_words, stage, language);
  const note = (listedCount: number, most: number): string =>
    listedCount > most
      ? t('and_more', { count: listedCount - most })
      : t('moves_named', {
          shown: formatCount(listedCount, language),
          all: formatCount(total ?? listedCount, language),
        });
  return (
    <PrintedPages
      overview={overview}
      head={<PrintedHead payload={payload} />}
      first={() =>
        bridge === undefined || counts === undefined ? (
          <p className={textStyles.note}>{writeNotComparable(overview, bridge?.from, language)}</p>
        ) : (
          <>
            <div className={printedLinkStyles.statement}>
              <ChangeSentence bridge={bridge} counts={counts} />
            </div>
            <PrintedFigure chart={findChart('changes')} overview={overview} />
          </>
        )
      }
      rest={(most) => (
        <>
          {moves === undefined || total === undefined ? null : (
            <MoveTable
              moves={moves.slice(0, most)}
              total={total}
              stageWord={word}
              link={(move) => <ProjectName project={move} />}
              note={() => note(moves.length, most)}
            />
          )}
          {targets === undefined ? null : <TargetTable targets={targets.slice(0, most)} />}
          {indicators === undefined ? null : (
            <IndicatorTable indicators={indicators.slice(0, most)} from={bridge?.from ?? ''} />
          )}
        </>
      )}
    />
  );
}

/** A page of a link on at most two sheets of A4. */
export function PrintedLink({ payload }: LinkProps) {
  const { page } = payload.view;
  if (page === 'overview') return <OverviewOfLink payload={payload} />;
  if (page === 'pipeline') return <PipelineOfLink payload={payload} />;
  if (page === 'projects') return <ProjectsOfLink payload={payload} />;
  if (page === 'changes') return <ChangesOfLink payload={payload} />;
  return page === 'outlook' ? (
    <PrintedOutlook payload={payload} />
  ) : (
    <PrintedAnalysis payload={payload} />
  );
}
