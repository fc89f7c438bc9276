import { requestPage } from '#contract/requests/constants.ts';
import { readBuiltPage, setPreferences } from '#server/core/built-page.ts';
import type { Host } from '#server/http/host.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { respond, tagAnswer } from '#server/http/response-cache.ts';

const builtPage = '/request.html';

/**
 * Serves the page of requests. Browsers do not send the secret after the #, so all requests get the
 * same page. It holds no data of the zone.
 */
export function addRequestPage({ hono, deps }: Host): void {
  hono.get(requestPage, async (c) => {
    const page = await readBuiltPage(deps, builtPage);
    const request = c.req.raw;
    const language = readLanguage(new URL(request.url), request.headers.get('accept-language'));
    const theme = readTheme(new URL(request.url), request.headers.get('cookie'));
    const html = setPreferences(page, { language, theme });
    const answer = await tagAnswer({
      bytes: new TextEncoder().encode(html),
      type: 'text/html; charset=utf-8',
      headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
    });
    return respond(request, answer, deps.compress);
  });
}
