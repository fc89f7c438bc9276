import { keep, respond } from '#server/http/response-cache.ts';
import { languageOf } from '#server/http/reader-preferences.ts';
import type { Host } from '#server/http/route.ts';
import { keyPage, keyPageScript, keyPageStyle, notFoundPage } from './bootstrap-page.ts';

/** Serves the page, script and style that exchange the one-time key. They are open to everyone and hold no data. */
export function addBootstrapPage({ hono, deps, visitors }: Host): void {
  hono.get('/key', async (c) => {
    const request = c.req.raw;
    // with the first account the one-time key is gone
    const page = (await visitors.hasAccounts())
      ? notFoundPage(languageOf(new URL(request.url), request.headers.get('accept-language')))
      : keyPage;
    return respond(request, await keep(page), deps.compress);
  });
  for (const [path, answer] of [
    ['/door.js', keyPageScript],
    ['/door.css', keyPageStyle],
  ] as const) {
    hono.get(path, async (c) => respond(c.req.raw, await keep(answer), deps.compress));
  }
}
