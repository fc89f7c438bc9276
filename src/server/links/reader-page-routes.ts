import { sharedPage } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { respond, type Answer } from '#server/http/response-cache.ts';
import { problem } from '#server/core/problem.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { cacheKey } from '#server/http/host.ts';
import type { LinksHost } from './link-context.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The page as it was built. */
const builtPage = '/shared-link.html';

/** The page in a language and a theme, with a title that messengers show in their previews too. */
const titled = (html: string, language: Language, theme: string, title: string): string =>
  html
    .replace(
      /<html[^>]*>/,
      `<html lang="${language}"${theme === '' ? '' : ` data-theme="${theme}"`}>`,
    )
    .replace(
      /<title>[^<]*<\/title>/,
      () =>
        `<title>${escaped(title)}</title><meta property="og:title" content="${escaped(title)}">`,
    );

/**
 * The page that shared links lead to. The secret behind the # is not sent here, so it is one page
 * for all links, and it holds
 * nothing of any: the names of product and zone, or the title that a link's maker chose to publish,
 * which its address names.
 * Asking for it changes and counts nothing.
 */
export function addSharedPage(host: LinksHost): void {
  const { hono, deps, responses, links } = host;
  const { db, clock, assets } = deps;
  hono.get(sharedPage, async (c) => {
    const built = await assets?.(builtPage);
    if (built === undefined)
      throw problem(
        'not_found',
        'The pages are not built: run npm run build. The API is at /api/v1.',
      );
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    const theme = readTheme(url, request.headers.get('cookie'));
    const published = await links.publishedTitle(url.searchParams.get('t') ?? '');
    const make = async (): Promise<Answer> => {
      const origin = await readChosenOrigin(db);
      const zone = origin === null ? undefined : (await readZone(db, origin))?.short_name[language];
      const title = [published, zone, 'Headway'].filter((part) => part !== undefined).join(' · ');
      return {
        bytes: new TextEncoder().encode(
          titled(new TextDecoder().decode(built.bytes), language, theme, title),
        ),
        type: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
      };
    };
    const name = `${sharedPage} ${language} ${theme} ${published ?? ''}`;
    return respond(
      request,
      await responses.getOrMake(
        cacheKey(await host.revisions.now(), clock, name, 'shared page'),
        make,
      ),
      deps.compress,
    );
  });
}
