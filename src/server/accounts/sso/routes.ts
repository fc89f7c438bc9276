import type { MiddlewareHandler } from 'hono';
import { compact } from '#domain/values/compact.ts';
import { isLanguage } from '#domain/values/language.ts';
import { type SingleSignOnFault, singleSignOnPaths } from '#contract/accounts/constants.ts';
import { SignOnFailure, type IdentityProvider } from '#server/core/identity-provider.ts';
import { beginSignOn, finishSignOn, type Redirect } from './service.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import { respond } from '#server/http/response-cache.ts';
import { addressBlock, AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import type { Host, RequestContext } from '#server/http/host.ts';
import { makeSignInPage } from '#server/accounts/sign-in/sign-in-page.ts';

/**
 * Checks the path to return to.
 * @returns the overview's path for foreign addresses and sign-in pages
 */
export function checkReturnPath(path: string | null): string {
  if (
    path === null ||
    path.length > 2000 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) ||
    path.includes('\\')
  )
    return '/';
  return /^\/(sign-in|join|key|api)(?![\w-])/.test(path) ? '/' : path;
}
function redirect({ address, cookies }: Redirect): Response {
  const headers = new Headers({
    location: address,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}

/** Returns the origin that a browser sent its request to. */
const getRequestOrigin = (request: Request, https: boolean): string => {
  const { host } = new URL(request.url);
  return `${https ? 'https' : 'http'}://${request.headers.get('host') ?? host}`;
};
/** Returns the address to which the organisation sends browsers back. */
const makeCallbackAddress = ({ deps }: Host, request: Request, https: boolean): string =>
  (deps.config.address ?? getRequestOrigin(request, https)) + singleSignOnPaths.back;

/**
 * Redirects to the sign-in page, which shows the kind of the failure. Only the log has the message.
 */
function redirectFailure(
  { rejections }: Host,
  why: SingleSignOnFault,
  to: string,
  message: string,
): Response {
  rejections.note(`single-sign-on ${why}`, () => ({
    reference: 'single-sign-on',
    method: 'GET',
    path: singleSignOnPaths.back,
    status: 302,
    error: message,
  }));
  const lang = new URL(to, 'http://localhost').searchParams.get('lang');
  const query = new URLSearchParams({
    why,
    to,
    ...compact({ lang: isLanguage(lang) ? lang : undefined }),
  });
  return redirect({ address: `${singleSignOnPaths.page}?${query}`, cookies: [] });
}

/** Runs one step of a sign-on, unless the sender's network has made too many attempts. */
async function attempt(
  host: Host,
  limit: AddressThrottle,
  ip: string | undefined,
  to: string,
  work: () => Promise<Redirect>,
): Promise<Response> {
  if (limit.wait(addressBlock(ip)) > 0)
    return redirectFailure(host, 'too_often', to, 'Too many attempts came from one network.');
  try {
    return redirect(await work());
  } catch (error) {
    if (error instanceof SignOnFailure)
      return redirectFailure(host, error.why, error.to ?? to, error.message);
    if (isStoreUnavailable(error))
      return redirectFailure(host, 'unavailable', to, 'The store does not answer.');
    throw error;
  }
}

type NavigationHandler = MiddlewareHandler<RequestContext>;

const showSignInPage =
  ({ deps, callers }: Host): NavigationHandler =>
  async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    const theme = readTheme(url, request.headers.get('cookie'));
    return respond(request, await makeSignInPage(deps, language, theme, 200), deps.compress);
  };

const startSignOn = (host: Host, provider: IdentityProvider): NavigationHandler => {
  const { deps, callers } = host;
  const limit = new AddressThrottle(() => deps.clock().getTime());
  return async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const { https, ip } = c.env;
    const { searchParams } = new URL(request.url);
    const return_to = checkReturnPath(searchParams.get('to'));
    const { address } = deps.config;
    // the organisation answers to the configured address, so that address must set the cookie
    const isOtherOrigin = address !== undefined && getRequestOrigin(request, https) !== address;
    if (isOtherOrigin && !searchParams.has('moved')) {
      const query = new URLSearchParams({ to: return_to, moved: '1' });
      return redirect({ address: `${address}${singleSignOnPaths.start}?${query}`, cookies: [] });
    }
    const back = makeCallbackAddress(host, request, https);
    return attempt(host, limit, ip, return_to, () =>
      beginSignOn(deps, provider, { back, return_to, https }),
    );
  };
};

const completeSignOn = (host: Host, provider: IdentityProvider): NavigationHandler => {
  const { deps, callers } = host;
  const limit = new AddressThrottle(() => deps.clock().getTime());
  return async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const { https, ip, session } = c.env;
    const answer = new URL(makeCallbackAddress(host, request, https) + new URL(request.url).search);
    const response = await attempt(host, limit, ip, '/', () =>
      finishSignOn(deps, provider, answer, { request, https, session }),
    );
    callers.forget();
    return response;
  };
};

/** Adds the sign-in page and the redirects to the organisation and back. */
export function addSingleSignOn(host: Host): void {
  const { hono, deps } = host;
  hono.get(singleSignOnPaths.page, showSignInPage(host));
  const provider = deps.identityProvider;
  if (provider === undefined) return;
  hono.get(singleSignOnPaths.start, startSignOn(host, provider));
  hono.get(singleSignOnPaths.back, completeSignOn(host, provider));
}
