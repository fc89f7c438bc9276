import type { EstablishedProject } from '#domain/overview/overview.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';

const writeKey = (rows: readonly EstablishedProject[], currencies: number) => {
  if (rows.every(({ money }) => money === undefined)) return 'not_all';
  return currencies > 1 ? 'largest_at_rates' : 'largest';
};

/**
 * Returns a function that says how many of all established projects a page lists, and that these
 * are the largest: a link that hides amounts lists the first by code instead. Of several
 * currencies, those without an exchange rate follow the others whatever their amounts.
 * @returns undefined where the page lists all of them
 */
export function useListedWords(): (
  rows: readonly EstablishedProject[],
  count: number | undefined,
  currencies: number,
) => string | undefined {
  const t = useLabels(detailLabels);
  return (rows, count, currencies) =>
    count === undefined || count <= rows.length
      ? undefined
      : t(writeKey(rows, currencies), { shown: rows.length, count });
}
