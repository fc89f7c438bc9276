import { writeColumnValue } from '#domain/projects/fields/own-column.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { useSummary } from '#web/data/queries.ts';
import { useFactGroups, useGroups } from '#web/data/use-fact-groups.ts';
import { useOwnColumns } from '#web/data/use-own-columns.ts';
import { useViewState } from '#web/url/use-view-state.ts';

type SeenValues = { readonly [F in ProjectFilterField]?: readonly string[] };

/** The values of a field that projects of the day have. */
function useSummaryValues(by: 'zone' | 'prefecture'): readonly string[] {
  const { as_of, known_at } = useViewState().view;
  const groups = useSummary({ by, as_of, known_at }).data?.groups ?? [];
  return groups.map(({ key }) => key).filter((key) => key !== '');
}

/** Values of the register that are not in a list of the zone. */
export function useSeenValues(): SeenValues {
  const groups = useFactGroups();
  const zone = useSummaryValues('zone');
  const prefecture = useSummaryValues('prefecture');
  const columns = useOwnColumns()?.columns ?? [];
  const column = columns.flatMap(({ heading, values }) =>
    values.map((value) => writeColumnValue({ heading, value })),
  );
  return { ...groups, column, zone, prefecture };
}

/** The seen values, and the countries and investors that only a comparison offers. */
export function useComparedValues(field: string | undefined): SeenValues {
  return {
    ...useSeenValues(),
    country: useGroups('country', field === 'country'),
    investor: useGroups('investor', field === 'investor'),
  };
}
