import { useQueries } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { writeFilters } from '#domain/labels/projects/filter-words.ts';
import { readVersus } from '#domain/overview/read-versus.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { useZone } from '#web/data/queries.ts';
import { call } from '#web/data/transport.ts';
import { useLanguage } from '#web/i18n/text.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** The fields whose values come from the register. Columns are checked by their headings. */
const groupFields = [
  ...(['industry', 'zone', 'owner', 'unit', 'country'] as const),
  ...(['prefecture', 'investor', 'channel', 'agreement'] as const),
];
type GroupField = (typeof groupFields)[number];

/** Lists the groups that an address filters by or compares with, without those of the settings. */
function listGroups(
  view: ViewState,
  listed: { readonly [F in GroupField]?: readonly { readonly id: string }[] | undefined },
): readonly { readonly field: GroupField; readonly value: string }[] {
  const versus = readVersus(view.versus ?? '');
  return groupFields.flatMap((field) => {
    const other = versus?.kind === 'group' && versus.field === field ? versus.values : [];
    return [...new Set([...view[field], ...other])]
      .filter((value) => value !== '' && !listed[field]?.some(({ id }) => id === value))
      .map((value) => ({ field, value }));
  });
}

/**
 * Names the groups of an address that no project of the day has, ended projects included.
 *
 * @returns an empty text without such a group
 */
export function useMissingGroups(view: ViewState): string {
  const language = useLanguage();
  const profile = useZone().data;
  const { as_of, known_at } = view;
  const listed = { industry: profile?.industries, zone: profile?.function_zones };
  const groups = profile === undefined ? [] : listGroups(view, listed);
  const replies = useQueries({
    queries: groups.map(({ field, value }) => {
      const query = { as_of, known_at, [field]: joinItems([value]), limit: '1' };
      return {
        queryKey: queryKeys.analysis('group', query),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call(endpoints.listProjects, { query, signal }),
      };
    }),
  });
  const missing = groups.filter((_, at) => replies[at]?.data?.total === 0);
  const valuesOf = (field: GroupField): readonly string[] =>
    missing.filter((one) => one.field === field).map(({ value }) => value);
  const filters = Object.fromEntries(groupFields.map((field) => [field, valuesOf(field)]));
  return writeFilters(filters, { ...profile }, language);
}
