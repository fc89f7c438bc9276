import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { embedScript, productPicture } from '#contract/links/constants.ts';
import { findPage } from '#contract/core/pages.ts';
import { findSettingsEntry, lacksSection } from '#contract/core/settings-entry.ts';
import type { Asset } from '#server/core/deps.ts';
import { respond, tagAnswer, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import { pagesNotBuilt } from '#server/core/built-page.ts';
import { makeClosedPage, makeNotFoundPage } from '#server/accounts/sign-in/bootstrap-page.ts';
import { makeContentPolicy } from '#server/http/security-headers.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { pathWithQuery, cacheKey, type Host } from '#server/http/host.ts';
import { readSavedChartsState } from '#server/saved-charts/service.ts';
import { mayKeep, unversionedPages } from './managed-page-reads.ts';
import { type PageCaller, readStartingData } from './starting-data.ts';
import { makeSignInPage } from '#server/accounts/sign-in/sign-in-page.ts';

/** Files without data that pages of other sites may load. */
const filesForSites: ReadonlySet<string> = new Set([embedScript, productPicture]);

/** Responds with a file of the built client. */
async function sendFile(host: Host, request: Request, path: string, file: Asset) {
  const cache = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  const answer = await host.responses.getOrMake(cacheKey(0, '', path, 'file'), async () => ({
    bytes: file.bytes,
    type: file.type,
    headers: {
      'cache-control': cache,
      ...compact({
        'cross-origin-resource-policy': filesForSites.has(path) ? 'cross-origin' : undefined,
      }),
    },
  }));
  return respond(request, answer, host.deps.compress);
}

interface PageRequest {
  readonly url: URL;
  readonly language: Language;
  readonly theme: string;
}
const readPageRequest = (request: Request): PageRequest => {
  const url = new URL(request.url);
  return {
    url,
    language: readLanguage(url, request.headers.get('accept-language')),
    theme: readTheme(url, request.headers.get('cookie')),
  };
};

/**
 * Renders the page of an address with its starting data, once for each revision and person, or each
 * time if its data change without a revision.
 */
async function renderFor(
  host: Host,
  { url, language, theme }: PageRequest,
  caller: PageCaller,
): Promise<TaggedAnswer> {
  const { deps, responses, revisions } = host;
  const { renderPage } = deps;
  if (renderPage === undefined) throw pagesNotBuilt();
  const page = findPage(url.pathname);
  const revision = await revisions.now();
  const today = await host.zoneClock.today();
  const make = async (): Promise<Answer> => {
    const { html, styleHash } = await renderPage({
      url: pathWithQuery(url),
      language,
      theme,
      revision,
      today,
      time_zone: await host.zoneClock.timeZone(),
      queries: await readStartingData(host, url, caller, language),
      ...compact({ draw: deps.drawing?.picture }),
    });
    return {
      bytes: new TextEncoder().encode(html),
      type: 'text/html; charset=utf-8',
      headers: {
        vary: 'accept-encoding, accept-language, cookie',
        'content-security-policy': makeContentPolicy({ styleHash }),
        ...compact({ 'cache-control': mayKeep(page) ? undefined : 'no-store' }),
      },
    };
  };
  if (unversionedPages.has(page)) return tagAnswer(await make());
  // the page holds the name and rights of its user
  const { mode, role, id, name } = caller.principal;
  const showsSaved = page === 'overview' || page === 'charts';
  const savedState = showsSaved ? await readSavedChartsState(deps.db) : '';
  const variant = `page ${language} ${theme} ${mode} ${role} ${id} ${name} ${savedState}`;
  return responses.getOrMake(cacheKey(revision, today, pathWithQuery(url), variant), make);
}

/** Leads from an address of the settings without a section to the first one. */
function leadToSection({ search, searchParams }: URL): Response {
  const location = `${findSettingsEntry(searchParams.has('month'))}${search}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

/**
 * Serves the files of the built client, and the pages with their starting data, so that a page is
 * readable before its script runs.
 */
export function addPages(host: Host): void {
  const { deps } = host;
  const send = async (request: Request, answer: TaggedAnswer | Promise<TaggedAnswer>) =>
    respond(request, await answer, deps.compress);
  host.hono.get('/join', async (c) => {
    const { language, theme } = readPageRequest(c.req.raw);
    return send(c.req.raw, makeSignInPage(deps, language, theme, 200));
  });
  host.hono.get('*', async (c, next) => {
    const request = c.req.raw;
    const page = readPageRequest(request);
    const { pathname } = page.url;
    if (pathname.startsWith('/api/')) return next();
    const file = await deps.assets?.(pathname);
    if (file !== undefined) return sendFile(host, request, pathname, file);
    if (findPage(pathname) === undefined)
      return request.headers.get('accept')?.includes('text/html')
        ? send(request, tagAnswer(makeNotFoundPage(page.language)))
        : next();
    const { principal, session } = c.env;
    if (principal !== undefined && lacksSection(pathname)) return leadToSection(page.url);
    if (principal !== undefined)
      return send(request, renderFor(host, page, { principal, session }));
    return send(
      request,
      (await host.callers.hasAccounts())
        ? makeSignInPage(deps, page.language, page.theme, 401)
        : tagAnswer(makeClosedPage()),
    );
  });
}
