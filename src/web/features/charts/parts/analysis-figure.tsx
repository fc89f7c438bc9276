import { useNavigate } from 'react-router-dom';
import { type AnalysisChartId, analysisCharts } from '#charts/analysis-charts.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { filterFields, listQuery } from '#web/features/projects/list/list-query.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { FigureExport } from '#web/figures/figure-export.tsx';
import { useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { ChartChoices } from './chart-choices.tsx';
import { keepOffered, readOptions } from './chart-options.ts';
import { useAnalysisPart } from './part-queries.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

/** The filters of the address, as the API takes them. */
function filterQuery(view: ViewState): Readonly<Record<string, string | undefined>> {
  const list: Readonly<Record<string, string | undefined>> = listQuery(view);
  return Object.fromEntries(filterFields.map((field) => [field, list[field]]));
}

/** An analysis chart with its choices; it reads its own part of the overview. */
export function AnalysisFigure({
  id,
  overview,
}: {
  readonly id: AnalysisChartId;
  readonly overview: Overview;
}) {
  const language = useLanguage();
  const { view, change, hrefTo } = useViewState();
  const navigate = useNavigate();
  const chart: ChartDefinition<unknown> = analysisCharts[id];
  const chosen = readOptions(view);
  const choices = chart.choices?.(overview, { language, options: chosen }) ?? [];
  const { all: options, data } = keepOffered(chosen, choices);
  const filters = chart.takesFilters === true ? filterQuery(view) : {};
  const { as_of, known_at, plan } = view;
  const query = useAnalysisPart(id, { as_of, known_at, plan, ...filters, ...data });
  const { [id]: _isTable, ...others } = view.tab;
  return (
    <>
      <div className={chartsStyles.choices}>
        <ChartChoices choices={choices} options={options} />
      </div>
      <QueryView query={query} lines={10}>
        {(part) => {
          const subject = { ...overview, ...part };
          const words = chart.words(subject, { language, options });
          return (
            <FigureCard
              chart={chart}
              overview={subject}
              options={options}
              table={view.tab[id] === 'table'}
              onTable={(on) => change({ tab: on ? { ...others, [id]: 'table' } : others })}
              onOpen={(code) => void navigate(hrefTo('/projects', { sel: code }))}
              tools={
                <FigureExport
                  chart={chart}
                  title={words.title}
                  options={options}
                  more={{ ...filters, compare: undefined, cur: undefined }}
                  example={words.data_status === 'illustrative'}
                />
              }
            />
          );
        }}
      </QueryView>
    </>
  );
}
