import type { AnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { registerFilterFields } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { MissingChoices } from '#web/features/charts/parts/missing-choices.tsx';
import { useAnalysisChart } from '#web/features/charts/parts/use-analysis-chart.ts';
import { useLoadedChart } from '#web/features/charts/parts/use-loaded-chart.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { ExplainScope } from '#web/ui/display/explained.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { useOverview } from '#web/data/queries.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { toSavedWords, toViewState } from '#web/url/saved-view.ts';

/** A saved chart does not use the filter of the page. */
const noFilter = Object.fromEntries(registerFilterFields.map((field) => [field, '']));

interface PinnedFigureProps {
  readonly saved: SavedChart;
  readonly overview: Overview;
}

function Figure({ saved, overview }: PinnedFigureProps) {
  const { view, open } = useViewState();
  const id = saved.view.chart as AnalysisChartId;
  const day = compact({ as_of: overview.as_of, known_at: view.known_at });
  const state = { ...toViewState(saved), ...day };
  const chart = useLoadedChart(id);
  const { options, filters, missingOptions, query } = useAnalysisChart(chart, overview, state);
  return (
    <>
      <MissingChoices view={state} options={missingOptions} />
      <QueryView query={query} lines={8}>
        {(part) => (
          <ExplainScope value={{ ...noFilter, ...filters, as_of: overview.as_of }}>
            <FigureCard
              chart={chart}
              overview={{ ...overview, ...part }}
              options={{ ...options, title: saved.title, ...toSavedWords(saved) }}
              table={saved.view.table === true}
              onOpen={(code) => open('/projects', { sel: code })}
            />
          </ExplainScope>
        )}
      </QueryView>
    </>
  );
}

/** A saved chart as of its own day. The overview of that day loads first. */
function FigureOfDay({ saved, day }: { readonly saved: SavedChart; readonly day: string }) {
  const { view } = useViewState();
  const query = useOverview({ as_of: day, known_at: view.known_at, compare: 'none' }, true);
  return (
    <QueryView query={query} lines={8}>
      {(overview) => <Figure saved={saved} overview={overview} />}
    </QueryView>
  );
}

/** A saved chart on another page: as of the day of the page, or of its own fixed day. */
export function PinnedFigure({ saved, overview }: PinnedFigureProps) {
  const { as_of } = saved.view;
  return as_of === undefined || as_of === overview.as_of ? (
    <Figure saved={saved} overview={overview} />
  ) : (
    <FigureOfDay saved={saved} day={as_of} />
  );
}
