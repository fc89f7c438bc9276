import type { Language } from '#domain/values/language.ts';
import type { AppDeps } from './deps.ts';
import { problem, type HttpProblem } from './problem.ts';

/** Makes the problem of a server without built pages. */
export const pagesNotBuilt = (): HttpProblem =>
  problem('not_found', 'The pages are not built: run npm run build. The API is at /api/v1.');

/** Reads a page of the built client as text. @throws HttpProblem if it is not built */
export async function readBuiltPage(
  { assets }: Pick<AppDeps, 'assets'>,
  path: string,
): Promise<string> {
  const page = await assets?.(path);
  if (page === undefined) throw pagesNotBuilt();
  return new TextDecoder().decode(page.bytes);
}

/** Sets the language and the theme of a built page. The theme '' follows the system. */
export const setPreferences = (
  html: string,
  { language, theme }: { readonly language: Language; readonly theme: string },
  moreAttributes = '',
): string =>
  html.replace(
    /<html[^>]*>/,
    () =>
      `<html lang="${language}"${theme === '' ? '' : ` data-theme="${theme}"`}${moreAttributes}>`,
  );
