import { embedPage } from '#contract/links.ts';
import { keep, respond } from '#server/http/kept-answers.ts';
import { problem } from '#server/http/problem.ts';
import { contentPolicy } from '#server/http/security-headers.ts';
import { languageOf, themeOf } from './reader.ts';
import type { Host } from './route.ts';

/** The page as it was built. */
const builtPage = '/e.html';

/**
 * The page of one figure in a frame of another site. It holds no data; the link's public id in its query decides only which
 * sites may show it, and without a live link none may.
 */
export function addEmbedPage({ hono, deps, sharing }: Host): void {
  hono.get(embedPage, async (c) => {
    const built = await deps.assets?.(builtPage);
    if (built === undefined) throw problem('not_found', 'The pages are not built: run npm run build. The API is at /api/v1.');
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = languageOf(url, request.headers.get('accept-language'));
    const theme = themeOf(url, null);
    const sites = await sharing.sitesOf(url.searchParams.get('i') ?? '');
    const html = new TextDecoder()
      .decode(built.bytes)
      .replace(/<html[^>]*>/, `<html lang="${language}"${theme === '' ? '' : ` data-theme="${theme}"`}>`);
    const page = await keep({
      bytes: new TextEncoder().encode(html),
      type: 'text/html; charset=utf-8',
      headers: {
        'cache-control': 'no-store',
        vary: 'accept-encoding, accept-language',
        'content-security-policy': contentPolicy(deps.config.styleHash, sites),
      },
    });
    return respond(request, page, deps.compress);
  });
}
