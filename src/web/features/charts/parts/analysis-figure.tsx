import { Link, useNavigate } from 'react-router-dom';
import type { AnalysisChartId } from '#charts/analysis-charts.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { SavedBar } from '#web/features/charts/saved/saved-bar.tsx';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { FigureExport } from '#web/figures/figure-export.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { ChartChoices } from './chart-choices.tsx';
import { ChartFilters } from './chart-filters.tsx';
import { useAnalysisChart } from './use-analysis-chart.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

interface AnalysisFigureProps {
  readonly id: AnalysisChartId;
  readonly overview: Overview;
  /** The saved chart that is shown; its title replaces the claim. */
  readonly saved?: SavedChart | undefined;
}

/** An analysis chart with its choices; it reads its own part of the overview. */
export function AnalysisFigure({ id, overview, saved }: AnalysisFigureProps) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const { view, change, hrefTo } = useViewState();
  const navigate = useNavigate();
  const { chart, choices, options, filters, gone, query } = useAnalysisChart(id, overview, view);
  const titled = compact({ ...options, title: saved?.title });
  const { filters: _words, ...fileOptions } = titled;
  const { [id]: _isTable, ...others } = view.tab;
  return (
    <>
      <div className={chartsStyles.choices}>
        <ChartChoices choices={choices} options={options} />
        {chart.takesFilters === true ? <ChartFilters /> : null}
      </div>
      {gone.length === 0 ? null : (
        <Notice>{t('gone_options', { names: gone.join(frameWords[language].list) })}</Notice>
      )}
      <QueryView query={query} lines={10}>
        {(part) => {
          const subject = { ...overview, ...part };
          const words = writeWords(chart, subject, { language, options });
          return (
            <>
              <FigureCard
                chart={chart}
                overview={subject}
                options={titled}
                table={view.tab[id] === 'table'}
                onTable={(on) => change({ tab: on ? { ...others, [id]: 'table' } : others })}
                onOpen={(code) => void navigate(hrefTo('/projects', { sel: code }))}
                toCell={(text, lead) => lead && <Link to={hrefTo('/projects', lead)}>{text}</Link>}
                tools={
                  <FigureExport
                    chart={chart}
                    title={saved?.title ?? words.title}
                    options={fileOptions}
                    more={{ ...filters, compare: undefined, cur: undefined }}
                    example={words.data_status === 'illustrative'}
                  />
                }
              />
              <SavedBar chart={id} claim={words.title} day={overview.as_of} saved={saved} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}
