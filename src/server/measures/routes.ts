import type { MeasureId } from '#domain/measures/measure-id.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';

/** Loads the code of explanations with the first one. */
const loadService = () => import('./service.ts');

/** Adds the endpoints that explain the meaning and the rows of each figure. */
export function addMeasures(host: Host): void {
  route(host, 'listMeasures', async () => {
    const { listMeasures } = await loadService();
    return { json: { items: listMeasures() } };
  });
  route(
    host,
    'explanation',
    async ({ params, query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      const measure = params['measure'] as MeasureId;
      const { readExplanation } = await loadService();
      return { json: await readExplanation(host.deps, measure, query, mayViewNotes) };
    },
    { cached: true, namesRevision: true },
  );
}
