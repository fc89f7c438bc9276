import { compact } from '#domain/values/compact.ts';
import { buildPath } from '#contract/core/path.ts';
import { exportEndpoints } from '#contract/exports/endpoints.ts';
import type { DocumentFile } from '#contract/exports/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { overviewQuery } from '#web/data/overview-of-view.ts';
import { joinItems, projectFilterFields } from '#domain/overview/register-filter.ts';
import type { ViewState } from '#web/url/view-state.ts';

/**
 * Returns whether a document has a secondary currency. Others keep each amount in its own currency.
 */
export const takesCurrency = (file: DocumentFile): boolean =>
  file.startsWith('report.') || file === 'pack.zip';

/**
 * Returns the query of a document for a view. A period replaces the two days; a report ignores
 * filters.
 */
export function documentQuery(
  view: ViewState,
  file: DocumentFile,
  language: Language,
): Readonly<Record<string, string>> {
  const { as_of, compare, plan } = overviewQuery(view);
  const days = view.period === undefined ? { as_of, compare } : { period: view.period };
  const filters = file.startsWith('report.')
    ? {}
    : {
        ...Object.fromEntries(projectFilterFields.map((field) => [field, joinItems(view[field])])),
        q: view.q,
      };
  const cur = takesCurrency(file) ? view.cur : undefined;
  const parameters = { ...days, known_at: view.known_at, ...filters, plan, cur, lang: language };
  return Object.fromEntries(
    Object.entries(parameters).filter(
      (e): e is [string, string] => e[1] !== undefined && e[1] !== '',
    ),
  );
}

/** Returns the address of a document. */
export const documentAddress = (
  file: DocumentFile,
  query: Readonly<Record<string, string>>,
  excel: boolean,
): string =>
  buildPath(
    exportEndpoints.document,
    { file },
    { ...query, ...compact({ csv: excel && file.endsWith('.csv') ? 'excel' : undefined }) },
  );
