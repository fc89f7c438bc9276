import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { useSummary } from '#web/data/queries.ts';
import { useFactGroups } from '#web/data/use-fact-groups.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/** Values of the register that are not in a list of the zone. */
export function useSeenValues(): { readonly [F in ProjectFilterField]?: readonly string[] } {
  const { as_of, known_at } = useViewState().view;
  const prefectures = useSummary({ by: 'prefecture', as_of, known_at }).data?.groups ?? [];
  const groups = useFactGroups();
  return { ...groups, prefecture: prefectures.map(({ key }) => key).filter((key) => key !== '') };
}
