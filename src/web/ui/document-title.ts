import { useEffect } from 'react';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { illustrativeLabel } from '#domain/labels/general/illustrative.ts';
import { useLanguage } from '#web/i18n/text.ts';

/**
 * Finds the overview whose zone a page names. The set-up of an own zone does not name an example.
 * @param page the id of the page
 * @returns undefined while the overview loads, and on the set-up of an own zone
 */
export const overviewOfPage = (
  page: string | undefined,
  overview: Overview | undefined,
): Overview | undefined => (page === 'setup' && overview?.origin !== 'own' ? undefined : overview);

/**
 * Makes the title of the window: page and zone. It starts with a warning while any value is
 * illustrative.
 */
export function documentTitle(
  page: string,
  overview: Overview | undefined,
  language: Language,
): string {
  if (overview === undefined) return `${page} – Headway`;
  const title = `${page} – ${overview.zone.short_name[language]} – Headway`;
  return overview.illustrative ? `${illustrativeLabel[language]}: ${title}` : title;
}

/**
 * Sets the title and the language of the document to those of the page. It writes only what
 * changes: browsers compute the styles of all elements again after each write of the language.
 */
export function useDocumentTitle(page: string, overview: Overview | undefined): void {
  const language = useLanguage();
  const title = documentTitle(page, overview, language);
  useEffect(() => {
    if (document.title !== title) document.title = title;
  }, [title]);
  useEffect(() => {
    const root = document.documentElement;
    if (root.lang !== language) root.lang = language;
  }, [language]);
}
