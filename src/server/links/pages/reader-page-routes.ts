import { linkIdPattern, sharedPage } from '#contract/links/constants.ts';
import { respond } from '#server/http/response-cache.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { drawPage, makeOpeningPage } from './reader-page.ts';

/**
 * Serves the pages of shared links. Browsers do not send the secret after the #. A reader without a
 * session gets the page that opens the link, and a reader with one the page that the server draws.
 * A request changes and counts nothing.
 */
export function addSharedPage(host: LinksHost): void {
  const { hono, deps, links } = host;
  hono.get(sharedPage, async (c) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    const page = { request, url, https: c.env.https };
    // addresses of former versions have the id of a link in the query
    const answer = await makeOpeningPage(host, page, url.searchParams.get('t') ?? '');
    return respond(request, answer, deps.compress);
  });
  hono.get(`${sharedPage}/:link`, async (c, next) => {
    const id = c.req.param('link');
    if (!linkIdPattern.test(id)) return next();
    const request = c.req.raw;
    const page = { request, url: new URL(request.url), https: c.env.https };
    const cookies = request.headers.get('cookie');
    const reader = await links.readers.find({ cookies, link: id, https: page.https });
    const answer =
      reader === undefined || deps.renderLink === undefined
        ? await makeOpeningPage(host, page, id)
        : await drawPage(host, page, reader.link, deps.renderLink);
    return respond(request, answer, deps.compress);
  });
}
