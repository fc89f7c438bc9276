import { problem } from '#server/core/problem.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';

/**
 * Rejects groups and filters by fields that the caller may not see.
 *
 * @throws HttpProblem that names the parameter
 */
export function rejectHiddenGroups(
  query: Readonly<Partial<Record<'owner' | 'unit' | 'by', string>>>,
  mayViewNotes: boolean,
): void {
  rejectHiddenFilters(query, mayViewNotes);
  if (query.by !== 'owner' || mayViewNotes) return;
  throw problem('forbidden', 'Choose another group than owner: your role does not see it.', {
    errors: [{ path: 'by', message: 'the analyst role is needed' }],
  });
}
