import { tagAnswer, respond } from '#server/http/response-cache.ts';
import { readLanguage } from '#server/http/reader-preferences.ts';
import type { Host } from '#server/http/host.ts';
import { keyPage, keyPageScript, keyPageStyle, makeNotFoundPage } from './bootstrap-page.ts';

/**
 * Serves the page that exchanges the one-time key, with its script and style. They are public and
 * hold no data.
 */
export function addBootstrapPage({ hono, deps, callers }: Host): void {
  hono.get('/key', async (c) => {
    const request = c.req.raw;
    // the first account ends the one-time key
    const page = (await callers.hasAccounts())
      ? makeNotFoundPage(readLanguage(new URL(request.url), request.headers.get('accept-language')))
      : keyPage;
    return respond(request, await tagAnswer(page), deps.compress);
  });
  for (const [path, answer] of [
    ['/door.js', keyPageScript],
    ['/door.css', keyPageStyle],
  ] as const) {
    hono.get(path, async (c) => respond(c.req.raw, await tagAnswer(answer), deps.compress));
  }
}
