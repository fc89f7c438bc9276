import { declaredMeasures } from '#domain/measures/declarations.ts';
import { measureIds, type MeasureId } from '#domain/measures/measure-id.ts';
import { measureSourceTerms, measureUnitTerms } from '#domain/measures/measure.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { readExplanation } from './service.ts';

/** Adds the endpoints that explain the meaning and the rows of each figure. */
export function addMeasures(host: Host): void {
  route(host, 'listMeasures', async () => ({
    json: {
      items: measureIds.map((id) => {
        const { unit, source, ...words } = declaredMeasures[id];
        return { id, ...words, unit: measureUnitTerms[unit], source: measureSourceTerms[source] };
      }),
    },
  }));
  route(
    host,
    'explanation',
    async ({ params, query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      const measure = params['measure'] as MeasureId;
      return { json: await readExplanation(host.deps, measure, query, mayViewNotes) };
    },
    { cached: true, namesRevision: true },
  );
}
