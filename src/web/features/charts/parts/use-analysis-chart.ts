import { useRef } from 'react';
import { readVersus } from '#domain/overview/read-versus.ts';
import type { ChartChoice, ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import { addColumns, offerOptions } from '#charts/kit/offered-options.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useInvestorNames } from '#web/features/projects/list/use-investor-names.ts';
import { filterQuery } from '#web/features/projects/list/list-query.ts';
import { writeFilters } from '#domain/labels/projects/filter-words.ts';
import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { QueryState } from '#web/loading/query-view.tsx';
import { compact } from '#domain/values/compact.ts';
import { useEarlyReads } from '#web/url/next-view.ts';
import { useOwnColumns } from '#web/data/use-own-columns.ts';
import { listMissingColumns } from '#domain/overview/named-columns.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { useLanguage } from '#web/i18n/text.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { readOptions } from './chart-options.ts';
import { type PartQuery, partsRead } from './part-queries.ts';
import { useComparedPart } from './use-compared-part.ts';

export interface AnalysisChart {
  readonly choices: readonly ChartChoice[];
  readonly options: ChartOptions;
  readonly filters: Readonly<Record<string, string | undefined>>;
  /** The options and filters of the displayed data, while those of a new choice load. */
  readonly displayedChoice: Pick<AnalysisChart, 'options' | 'filters' | 'versus'>;
  /** Chosen values that the chart no longer offers. */
  readonly missingOptions: readonly string[];
  readonly query: QueryState<ComparableParts>;
  /** The other side of a comparison, as the address holds it. */
  readonly versus: string | undefined;
}

/** The choices of a view for a chart, and the function that reads its data. */
interface Choice extends Pick<AnalysisChart, 'choices' | 'filters'> {
  readonly all: ChartOptions;
  readonly request: PartQuery;
}

/** Reads what a view chooses about a chart, and the parts that the chart draws. */
export function useAnalysisChart(
  chart: ChartDefinition<unknown>,
  overview: Overview,
  view: ViewState,
): AnalysisChart {
  const language = useLanguage();
  const mayViewNotes = useSession().data?.may.includes('view_notes') === true;
  const readChoice = (of: ViewState): Choice => {
    const context = { language, options: readOptions(of) };
    const offer = offerOptions(chart, overview, context, mayViewNotes);
    const projectFilters = chart.takesFilters === true ? filterQuery(of) : {};
    const filters: PartQuery = {
      ...projectFilters,
      ...compact({ scenario: chart.takesScenario === true ? of.scenario : undefined }),
    };
    const { as_of, known_at, plan } = of;
    return { ...offer, filters, request: { as_of, known_at, plan, ...filters, ...offer.data } };
  };
  const { all, filters, request } = readChoice(view);
  useEarlyReads((next) =>
    next.chart === view.chart ? [partsRead(chart, readChoice(next).request)] : [],
  );
  const profile = useZone().data;
  const columns = useOwnColumns();
  const other = readVersus(view.versus ?? '');
  const isCompared = chart.takesComparison === true && other !== undefined;
  const others = other?.kind === 'group' && other.field === 'investor' ? other.values : [];
  const investors = useInvestorNames([...new Set([...view.investor, ...others])]);
  const comparison = isCompared ? view.versus : undefined;
  const query = useComparedPart(chart, request, comparison, investors);
  const { versus } = query;
  // the currencies of a chart are those of its data
  const context = { language, options: all };
  const offers = offerOptions(chart, { ...overview, ...query.data }, context, mayViewNotes).choices;
  const missingOptions = [
    ...Object.entries(readOptions(view)).flatMap(([name, value]) => (name in all ? [] : [value])),
    ...(columns === undefined
      ? []
      : listMissingColumns(columns, { ...request, versus: view.versus })),
  ];
  // the sides of a comparison name their groups themselves
  const namedFilters =
    versus?.kind === 'group' ? { ...filters, [versus.field]: undefined } : filters;
  const words = writeFilters(namedFilters, { ...(profile ?? overview.zone), investors }, language);
  const options = compact({ ...all, filters: words === '' ? undefined : words });
  const choice = { options, filters, versus: comparison };
  const displayedChoice = useRef(choice);
  if (!query.isPlaceholderData) displayedChoice.current = choice;
  return {
    choices: addColumns(
      offers.filter(({ takes, values }) => takes !== 'currencies' || values.length > 2),
      columns?.columns.map(({ heading }) => heading) ?? [],
      all.by,
    ),
    ...choice,
    displayedChoice: displayedChoice.current,
    missingOptions,
    query,
  };
}
