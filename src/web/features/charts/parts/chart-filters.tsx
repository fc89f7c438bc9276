import { memo } from 'react';
import { useZone } from '#web/data/queries.ts';
import { FilterSelects } from '#web/features/projects/list/filter-bar.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useSeenValues } from './use-seen-values.ts';

/** Filters the projects of a chart, by the filters of the list of projects. */
export const ChartFilters = memo(function ChartFilters() {
  const access = useViewState();
  const profile = useZone().data;
  return <FilterSelects access={access} profile={profile} listedValues={useSeenValues()} />;
});
