import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { Versus } from '#domain/analysis/versus.ts';
import { queryOfOther, readOtherSide } from '#domain/overview/read-versus.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import type { Names } from '#domain/values/language.ts';
import { listNamedInvestors } from '#domain/projects/investor-names.ts';
import { compact } from '#domain/values/compact.ts';
import { useZone } from '#web/data/queries.ts';
import type { QueryState } from '#web/loading/query-view.tsx';
import { type PartQuery, useAnalysisParts } from './part-queries.ts';

/** The values of a query by the field of a comparison. */
const baseOf = (query: PartQuery, versus: Versus): readonly string[] => {
  const list = versus.kind === 'group' ? query[versus.field] : undefined;
  return list === undefined ? [] : splitItems(list);
};

/**
 * Reads what a chart draws, with the other side of a comparison where `words` name one that the
 * chart supports.
 *
 * @param investors - the names of the compared investors
 */
export function useComparedPart(
  chart: Pick<ChartDefinition<unknown>, 'id' | 'needs'>,
  query: PartQuery,
  words: string | undefined,
  investors: ReadonlyMap<string, Names>,
): QueryState<ComparableParts> & {
  readonly versus?: Versus;
  /** The data belong to the previous query. */
  readonly isPlaceholderData: boolean;
} {
  const function_zones = useZone().data?.function_zones;
  const versus = readOtherSide(query, words ?? '');
  const first = useAnalysisParts(chart, query);
  const second = useAnalysisParts(
    chart,
    versus === undefined ? query : queryOfOther(query, versus),
    versus !== undefined,
  );
  if (versus === undefined) return first;
  const { data, failureReason, dataUpdatedAt } = first;
  return {
    data:
      data === undefined || second.data === undefined
        ? undefined
        : {
            ...data,
            compared: {
              ...{ versus, base: baseOf(query, versus), parts: second.data },
              investors: listNamedInvestors(investors),
              ...compact({ function_zones }),
            },
          },
    failureReason: failureReason ?? second.failureReason,
    dataUpdatedAt: Math.min(dataUpdatedAt, second.dataUpdatedAt),
    refetch: () => Promise.all([first.refetch(), second.refetch()]),
    versus,
    isPlaceholderData: first.isPlaceholderData || second.isPlaceholderData,
  };
}
