import { useMemo } from 'react';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { AnalysisParts, ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { Versus } from '#domain/analysis/versus.ts';
import { queryOfOther, readOtherSide, readVersus } from '#domain/overview/read-versus.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import type { Names } from '#domain/values/language.ts';
import { listNamedInvestors } from '#domain/projects/investor-names.ts';
import { compact } from '#domain/values/compact.ts';
import { useZone } from '#web/data/queries.ts';
import type { QueryState } from '#web/loading/query-view.tsx';
import { type PartQuery, useAnalysisParts } from './part-queries.ts';

/** The values of a query by the field of a comparison, as an address holds them. */
const findBase = (query: PartQuery, versus: Versus | undefined): string | undefined =>
  versus?.kind === 'group' ? query[versus.field] : undefined;

interface ComparedInput {
  readonly own: ComparableParts | undefined;
  readonly other: AnalysisParts | undefined;
  /** The other side, as an address holds it. */
  readonly words: string | undefined;
  readonly base: string | undefined;
  readonly investors: ReadonlyMap<string, Names>;
}
/** Joins both sides of a comparison. The result stays the same while its input does. */
function useJoinedSides({ own, other, words, base, investors }: ComparedInput) {
  const function_zones = useZone().data?.function_zones;
  return useMemo((): ComparableParts | undefined => {
    const versus = words === undefined ? undefined : readVersus(words);
    if (versus === undefined) return own;
    if (own === undefined || other === undefined) return undefined;
    const lookup = { investors: listNamedInvestors(investors), ...compact({ function_zones }) };
    const sides = { versus, base: base === undefined ? [] : splitItems(base), parts: other };
    return { ...own, compared: { ...sides, ...lookup } };
  }, [own, other, words, base, investors, function_zones]);
}

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
  const versus = readOtherSide(query, words ?? '');
  const first = useAnalysisParts(chart, query);
  const second = useAnalysisParts(
    chart,
    versus === undefined ? query : queryOfOther(query, versus),
    versus !== undefined,
  );
  const data = useJoinedSides({
    own: first.data,
    other: second.data,
    investors,
    words: versus === undefined ? undefined : words,
    base: findBase(query, versus),
  });
  if (versus === undefined) return first;
  const { failureReason, dataUpdatedAt } = first;
  return {
    data,
    failureReason: failureReason ?? second.failureReason,
    dataUpdatedAt: Math.min(dataUpdatedAt, second.dataUpdatedAt),
    refetch: () => Promise.all([first.refetch(), second.refetch()]),
    versus,
    isPlaceholderData: first.isPlaceholderData || second.isPlaceholderData,
  };
}
