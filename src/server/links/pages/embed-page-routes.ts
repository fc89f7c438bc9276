import { embedPage } from '#contract/links/constants.ts';
import { tagAnswer, respond } from '#server/http/response-cache.ts';
import { readBuiltPage } from '#server/core/built-page.ts';
import { makeContentPolicy } from '#server/http/security-headers.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { fillPage } from './page-head.ts';
import { describeLink } from './describe-link.ts';

const builtPage = '/embedded-figure.html';

/** Reads the origin in the Referer header, which the embed code makes the browser send. */
function readSite(request: Request): string | undefined {
  const referrer = request.headers.get('referer') ?? '';
  return URL.canParse(referrer) ? new URL(referrer).origin : undefined;
}

/**
 * Serves the page that another site frames to show one figure. The page holds the names of the
 * product and the zone and no figure. The public link id in its query decides whether the
 * requesting site may frame it. Without a live link no site may. The response never names other
 * sites of the link.
 */
export function addEmbedPage({ hono, deps, links }: LinksHost): void {
  hono.get(embedPage, async (c) => {
    const htmlPage = await readBuiltPage(deps, builtPage);
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    const theme = readTheme(url, null);
    const from = readSite(request);
    const link = await links.findLive(url.searchParams.get('i') ?? '');
    const sites = (link?.view.embed?.origins ?? []).filter((site) => site === from);
    const html = fillPage(htmlPage, {
      language,
      theme,
      ...(await describeLink(deps, { language, url, https: c.env.https })),
    });
    const page = await tagAnswer({
      bytes: new TextEncoder().encode(html),
      type: 'text/html; charset=utf-8',
      headers: {
        'cache-control': 'no-store',
        vary: 'accept-encoding, accept-language, referer',
        'content-security-policy': makeContentPolicy({ frames: sites }),
      },
    });
    return respond(request, page, deps.compress);
  });
}
