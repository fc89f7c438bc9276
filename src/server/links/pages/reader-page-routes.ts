import { sharedPage } from '#contract/links/constants.ts';
import { respond, type Answer } from '#server/http/response-cache.ts';
import { readBuiltPage } from '#server/core/built-page.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { cacheKey } from '#server/http/host.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { describeLink } from './describe-link.ts';
import { fillPage } from './page-head.ts';

const builtPage = '/shared-link.html';

/**
 * Serves the page of shared links. Browsers do not send the secret after the #, so all links get
 * the same page. It holds the names of the product and the zone. If its query has the public id of
 * a link, it also holds the title and the picture's address that the owner published. A request
 * changes and counts nothing.
 */
export function addSharedPage(host: LinksHost): void {
  const { hono, deps, responses, links } = host;
  hono.get(sharedPage, async (c) => {
    const built = await readBuiltPage(deps, builtPage);
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    const theme = readTheme(url, request.headers.get('cookie'));
    const link = await links.findLive(url.searchParams.get('t') ?? '');
    const published = [link?.publish_title, link?.publish_picture, link?.title].join(' ');
    const make = async (): Promise<Answer> => {
      const page = { link, language, url, https: c.env.https };
      const html = fillPage(built, { language, theme, ...(await describeLink(deps, page)) });
      return {
        bytes: new TextEncoder().encode(html),
        type: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
      };
    };
    const name = [sharedPage, language, theme, c.env.https, url.host, link?.id, published].join(
      ' ',
    );
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
