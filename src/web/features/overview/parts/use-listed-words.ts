import type { EstablishedProject } from '#domain/overview/overview.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';

/**
 * Returns a function that says how many of all established projects a page lists, and that these
 * are the largest: a link that hides amounts lists the first by code instead.
 * @returns undefined where the page lists all of them
 */
export function useListedWords(): (
  rows: readonly EstablishedProject[],
  count: number | undefined,
) => string | undefined {
  const t = useLabels(detailLabels);
  return (rows, count) =>
    count === undefined || count <= rows.length
      ? undefined
      : t(rows.some(({ money }) => money !== undefined) ? 'largest' : 'not_all', {
          shown: rows.length,
          count,
        });
}
