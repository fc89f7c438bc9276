import type { ProjectFilters } from '#server/projects/register/filter-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The projects of an analysis: those of a register on a day that match filters. */
export interface AnalysisScope extends ProjectScope {
  readonly filters: ProjectFilters;
}
