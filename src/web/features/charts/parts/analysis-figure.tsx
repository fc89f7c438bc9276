import { useMemo, memo } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import type { AnalysisChartId } from '#charts/labels/analysis-names.ts';
import { usualAxesWidth } from '#charts/kit/annotation-axis.ts';
import type { CellFilters } from '#charts/kit/table.ts';
import { writeWords } from '#charts/kit/write-words.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { SavedBar } from '#web/features/charts/saved/saved-bar.tsx';
import { PageFigure } from '#web/figures/page-figure.tsx';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { ExplainScope } from '#web/ui/display/explained.tsx';
import { toSavedWords } from '#web/url/saved-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { CompareChoice } from './compare-choice.tsx';
import { MissingChoices } from './missing-choices.tsx';
import { PaperBlocks } from './paper-blocks.tsx';
import { useAnalysisChart } from './use-analysis-chart.ts';
import { useLoadedChart } from './use-loaded-chart.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';
import { useZone } from '#web/data/queries.ts';
import { FilterSelects } from '#web/features/projects/list/filter-selects.tsx';
import { useSeenValues } from './use-seen-values.ts';
import type { ChartChoice, ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { makeChange } from './chart-options.ts';

/** A select field for each choice of a chart. The address holds the choice. */
function ChartChoices({
  choices,
  options,
}: {
  readonly choices: readonly ChartChoice[];
  readonly options: ChartOptions;
}) {
  const { change } = useViewState();
  return choices.map((choice) => (
    <SelectField
      key={choice.option}
      label={choice.label}
      value={options[choice.option] ?? choice.values[0]?.value}
      onChange={(event) => change(makeChange(choice, event.target.value))}
    >
      {choice.values.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  ));
}

/** Filters the projects of a chart, by the filters of the list of projects. */
const ChartFilters = memo(function ChartFilters() {
  const access = useViewState();
  const profile = useZone().data;
  return <FilterSelects access={access} profile={profile} listedValues={useSeenValues()} />;
});

/** The filters of a chart and its comparison. A phone folds them, so that the chart comes first. */
function ProjectChoices({
  chart,
  day,
  view,
}: {
  readonly chart: ChartDefinition<unknown>;
  readonly day: IsoDate;
  readonly view: ViewState;
}) {
  const t = useLabels(chartsLabels);
  const takesFilters = chart.takesFilters === true;
  const takesComparison = chart.takesComparison === true;
  if (!takesFilters && !takesComparison) return null;
  const isUsed =
    view.versus !== undefined || projectFilterFields.some((name) => view[name].length > 0);
  return (
    <details className={chartsStyles.fold} open={isUsed}>
      <summary>{t(takesComparison ? 'filters_and_comparison' : 'filters')}</summary>
      <div className={chartsStyles.foldBody}>
        {takesFilters ? <ChartFilters /> : null}
        {takesComparison ? <CompareChoice day={day} /> : null}
      </div>
    </details>
  );
}

interface AnalysisFigureProps {
  readonly id: AnalysisChartId;
  readonly overview: Overview;
  /** The saved chart that is shown; its title replaces the claim. */
  readonly saved?: SavedChart | undefined;
}

/**
 * Makes the address of the list of projects behind a cell: of the cell's own day, where it has one.
 */
const toList = ({ as_of: days, ...filters }: CellFilters) => ({
  ...filters,
  ...compact({ as_of: days?.[0] }),
});

/** An analysis chart with its choices; it reads its own part of the overview. */
export function AnalysisFigure({ id, overview, saved }: AnalysisFigureProps) {
  const language = useLanguage();
  const { view, hrefTo, open } = useViewState();
  const chart = useLoadedChart(id);
  const { choices, options, displayedChoice, missingOptions, query } = useAnalysisChart(
    chart,
    overview,
    view,
  );
  const figureOptions = compact({
    ...displayedChoice.options,
    title: saved?.title,
    ...toSavedWords(saved),
  });
  const subject = useMemo(() => ({ ...overview, ...query.data }), [overview, query.data]);
  return (
    <>
      <div className={chartsStyles.choices}>
        <ChartChoices choices={choices} options={options} />
        <ProjectChoices chart={chart} day={overview.as_of} view={view} />
      </div>
      <MissingChoices view={view} options={missingOptions} />
      <QueryView query={query} lines={10}>
        {() => {
          const context = { language, options: displayedChoice.options };
          const makeOffer = () => ({
            claim: writeWords(chart, subject, context).title,
            axes: chart.annotationAxes?.(chart.toSeries(subject, context), usualAxesWidth) ?? [],
          });
          return (
            <ExplainScope value={{ ...displayedChoice.filters, as_of: overview.as_of }}>
              <PageFigure
                chart={chart}
                overview={subject}
                options={figureOptions}
                onOpen={(code) => open('/projects', { sel: code })}
                toCell={(text, lead) =>
                  lead && <Link to={hrefTo('/projects', toList(lead))}>{text}</Link>
                }
                onPaper={
                  <PaperBlocks
                    chart={chart}
                    overview={subject}
                    context={{ language, options: figureOptions }}
                  />
                }
                more={{
                  ...displayedChoice.filters,
                  saved: saved?.id,
                  versus: displayedChoice.versus,
                  compare: undefined,
                  cur: undefined,
                }}
              />
              <SavedBar chart={chart} makeOffer={makeOffer} day={overview.as_of} saved={saved} />
            </ExplainScope>
          );
        }}
      </QueryView>
    </>
  );
}
