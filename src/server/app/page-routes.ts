import { compact } from '#domain/values/compact.ts';
import { isCurrency } from '#domain/values/money.ts';
import { dayOf, isIsoDate } from '#domain/values/date.ts';
import { pageOf } from '#contract/core/pages.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { knownAt } from '#contract/core/primitives.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { respond, tagAnswer, type Answer } from '#server/http/response-cache.ts';
import { HttpProblem, problem } from '#server/core/problem.ts';
import { localManager } from '#server/accounts/sessions/one-time-key.ts';
import type { Principal } from '#server/core/policy.ts';
import { chosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import { closedPage, notFoundPage } from '#server/accounts/sign-in/bootstrap-page.ts';
import { readOverview } from '#server/overview/service.ts';
import { addSecondaryCurrencyIfKnown } from '#server/currencies/secondary-currency-service.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import { pathWithQuery, cacheKey, type Host } from '#server/http/host.ts';
import { describeSession } from '#server/accounts/sessions/service.ts';
import { signInPage } from '#server/accounts/sign-in/sign-in-page.ts';

type Query = readonly [readonly unknown[], unknown];

/** The overview that the page will ask for: what the address has wrong is left out here as it is there, and the page says so. */
async function startingOverview(deps: AppDeps, url: URL): Promise<readonly Query[]> {
  const given = (name: string, valid: (text: string) => boolean): string | undefined => {
    const text = url.searchParams.get(name);
    return text !== null && valid(text) ? text : undefined;
  };
  const isDay = (text: string): boolean => /^(19|20|21)/.test(text) && isIsoDate(text);
  const as_of = given('as_of', isDay);
  const compare = given('cmp', (text) => text === 'yoy' || text === 'none' || isDay(text));
  const query = {
    as_of,
    known_at: given('known_at', (text) => knownAt.safeParse(text).success),
    compare: compare !== undefined && compare === as_of ? 'none' : compare,
    plan: given('plan', (text) => text === 'straight' || text === 'checkpoints'),
    cur: given('cur', isCurrency),
  };
  try {
    return [
      [
        queryKeys.overview(query),
        await addSecondaryCurrencyIfKnown(deps, await readOverview(deps, query), query.cur),
      ],
    ];
  } catch (error) {
    if (error instanceof HttpProblem) return [];
    throw error;
  }
}
async function startingData(
  deps: AppDeps,
  url: URL,
  principal: Principal,
): Promise<readonly Query[]> {
  const origin = await chosenOrigin(deps.db);
  const zone =
    origin === null || !['/zone', '/targets'].includes(url.pathname)
      ? undefined
      : await readZone(deps.db, origin);
  return [
    [queryKeys.session(), await describeSession(deps, principal)],
    ...(origin === null ? [] : await startingOverview(deps, url)),
    ...(zone === undefined ? [] : [[queryKeys.zone(), zone] as const]),
  ];
}

/** The built client's files and the pages, drawn here with their starting data so that a reader waits for no script. */
export function addPages(host: Host): void {
  const { deps } = host;
  const { renderPage, assets } = deps;
  host.hono.get('/join', async (c) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    return respond(
      request,
      await signInPage(deps, language, readTheme(url, request.headers.get('cookie')), 200),
      deps.compress,
    );
  });
  host.hono.get('*', async (c, next) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    if (url.pathname.startsWith('/api/')) return next();
    const file = await assets?.(url.pathname);
    if (file !== undefined) {
      const cache = file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      const make = async (): Promise<Answer> => ({
        bytes: file.bytes,
        type: file.type,
        headers: { 'cache-control': cache },
      });
      return respond(
        request,
        await host.responses.getOrMake(
          cacheKey(0, () => new Date(0), url.pathname, 'file'),
          make,
        ),
        deps.compress,
      );
    }
    const html = request.headers.get('accept')?.includes('text/html') ?? false;
    if (pageOf(url.pathname) === undefined)
      return html
        ? respond(
            request,
            await tagAnswer(
              notFoundPage(readLanguage(url, request.headers.get('accept-language'))),
            ),
            deps.compress,
          )
        : next();
    const language = readLanguage(url, request.headers.get('accept-language'));
    const theme = readTheme(url, request.headers.get('cookie'));
    const { principal } = c.env;
    if (principal === undefined) {
      const door = (await host.callers.hasAccounts())
        ? signInPage(deps, language, theme, 401)
        : tagAnswer(closedPage());
      return respond(request, await door, deps.compress);
    }
    if (renderPage === undefined)
      throw problem(
        'not_found',
        'The pages are not built: run npm run build. The API is at /api/v1.',
      );
    const revision = await host.revisions.now();
    const make = async (): Promise<Answer> => {
      const queries = await startingData(deps, url, principal ?? localManager);
      const text = await renderPage({
        url: pathWithQuery(url),
        language,
        theme,
        revision,
        today: dayOf(deps.clock()),
        queries,
        ...compact({
          draw: deps.drawing?.picture === undefined ? undefined : deps.drawing.picture,
        }),
      });
      return {
        bytes: new TextEncoder().encode(text),
        type: 'text/html; charset=utf-8',
        headers: { vary: 'accept-encoding, accept-language, cookie' },
      };
    };
    // the page holds who it is for
    const extra = `page ${language} ${theme} ${principal.mode} ${principal.role} ${principal.id} ${principal.name}`;
    return respond(
      request,
      await host.responses.getOrMake(
        cacheKey(revision, deps.clock, pathWithQuery(url), extra),
        make,
      ),
      deps.compress,
    );
  });
}
