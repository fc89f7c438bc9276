import { writeColumnValue } from '#domain/projects/fields/own-column.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { useSummary } from '#web/data/queries.ts';
import { useFactGroups } from '#web/data/use-fact-groups.ts';
import { useOwnColumns } from '#web/data/use-own-columns.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/** Values of the register that are not in a list of the zone. */
export function useSeenValues(): { readonly [F in ProjectFilterField]?: readonly string[] } {
  const { as_of, known_at } = useViewState().view;
  const prefectures = useSummary({ by: 'prefecture', as_of, known_at }).data?.groups ?? [];
  const groups = useFactGroups();
  const columns = useOwnColumns()?.columns ?? [];
  const column = columns.flatMap(({ heading, values }) =>
    values.map((value) => writeColumnValue({ heading, value })),
  );
  return {
    ...groups,
    column,
    prefecture: prefectures.map(({ key }) => key).filter((key) => key !== ''),
  };
}
