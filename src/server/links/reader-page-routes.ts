import { sharedPage } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { respond, type Answer } from '#server/http/response-cache.ts';
import { problem } from '#server/core/problem.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { cacheKey } from '#server/http/host.ts';
import type { LinksHost } from './link-context.ts';

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const builtPage = '/shared-link.html';

/** Sets the language, theme and title of the page. Messengers show the title in their previews. */
const fillPage = (html: string, language: Language, theme: string, title: string): string =>
  html
    .replace(
      /<html[^>]*>/,
      `<html lang="${language}"${theme === '' ? '' : ` data-theme="${theme}"`}>`,
    )
    .replace(
      /<title>[^<]*<\/title>/,
      () =>
        `<title>${escapeHtml(title)}</title><meta property="og:title" content="${escapeHtml(title)}">`,
    );

/**
 * Serves the page of shared links. Browsers do not send the secret behind the #, so all links get
 * the same page. It holds the names of the product and the zone, or the title that the owner of the
 * link in its query published. A request changes and counts nothing.
 */
export function addSharedPage(host: LinksHost): void {
  const { hono, deps, responses, links } = host;
  const { db, assets } = deps;
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
          fillPage(new TextDecoder().decode(built.bytes), language, theme, title),
        ),
        type: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
      };
    };
    const name = `${sharedPage} ${language} ${theme} ${published ?? ''}`;
    return respond(
      request,
      await responses.getOrMake(
        cacheKey(await host.revisions.now(), await host.zoneClock.today(), name, 'shared page'),
        make,
      ),
      deps.compress,
    );
  });
}
