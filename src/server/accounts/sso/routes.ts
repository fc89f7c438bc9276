import { compact } from '#domain/values/compact.ts';
import { isLanguage } from '#domain/values/language.ts';
import { type SingleSignOnFault, singleSignOnPaths } from '#contract/accounts/constants.ts';
import { SignOnFailure, type IdentityProvider } from '#server/core/identity-provider.ts';
import { beginSignOn, finishSignOn, type Redirect } from './service.ts';
import { isStoreUnavailable } from '#server/db/dialects/port.ts';
import { respond } from '#server/http/response-cache.ts';
import { addressBlock, AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import { readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import type { Host } from '#server/http/host.ts';
import { signInPage } from '#server/accounts/sign-in/sign-in-page.ts';

/**
 * A path of this Headway to go back to; what leads anywhere else, or to the sign-in pages, is the
 * overview.
 */
export function ownPath(asked: string | null): string {
  if (
    asked === null ||
    asked.length > 2000 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) ||
    asked.includes('\\')
  )
    return '/';
  return /^\/(sign-in|join|key|api)(?![\w-])/.test(asked) ? '/' : asked;
}
const onward = ({ address, cookies }: Redirect): Response => {
  const headers = new Headers({
    location: address,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
};

/**
 * The way to the organisation and back, by plain navigation: a browser asks for an address and is
 * sent on.
 */
export function addSingleSignOn(host: Host): void {
  const { hono, deps, callers } = host;
  hono.get(singleSignOnPaths.page, async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const url = new URL(request.url);
    const language = readLanguage(url, request.headers.get('accept-language'));
    return respond(
      request,
      await signInPage(deps, language, readTheme(url, request.headers.get('cookie')), 200),
      deps.compress,
    );
  });
  const provider = deps.identityProvider;
  if (provider === undefined) return;
  const limitOf = () => new AddressThrottle(() => deps.clock().getTime());
  const limits = { start: limitOf(), back: limitOf() };
  const own = (request: Request, https: boolean): string => {
    const { host: asked } = new URL(request.url);
    return `${https ? 'https' : 'http'}://${request.headers.get('host') ?? asked}`;
  };
  const back = (request: Request, https: boolean): string =>
    (deps.config.address ?? own(request, https)) + singleSignOnPaths.back;
  /** Says on the sign-in page what came of it; what was sent is shown to nobody. */
  const said = (why: SingleSignOnFault, to: string, message: string): Response => {
    host.rejections.note(`single-sign-on ${why}`, () => ({
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
    return onward({ address: `${singleSignOnPaths.page}?${query}`, cookies: [] });
  };
  const attempt = async (
    limit: AddressThrottle,
    ip: string | undefined,
    to: string,
    work: (its: IdentityProvider) => Promise<Redirect>,
  ): Promise<Response> => {
    if (limit.wait(addressBlock(ip)) > 0)
      return said('too_often', to, 'Too many attempts came from one network.');
    try {
      return onward(await work(provider));
    } catch (error) {
      if (error instanceof SignOnFailure) return said(error.why, error.to ?? to, error.message);
      if (isStoreUnavailable(error)) return said('unavailable', to, 'The store does not answer.');
      throw error;
    }
  };
  hono.get(singleSignOnPaths.start, async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const { https, ip } = c.env;
    const { searchParams } = new URL(request.url);
    const return_to = ownPath(searchParams.get('to'));
    const { address } = deps.config;
    // the answer comes to that address, and the cookie that it needs must be there
    if (address !== undefined && own(request, https) !== address && !searchParams.has('moved'))
      return onward({
        address: `${address}${singleSignOnPaths.start}?${new URLSearchParams({ to: return_to, moved: '1' })}`,
        cookies: [],
      });
    return attempt(limits.start, ip, return_to, (its) =>
      beginSignOn(deps, its, { back: back(request, https), return_to, https }),
    );
  });
  hono.get(singleSignOnPaths.back, async (c, next) => {
    if (!(await callers.hasAccounts())) return next();
    const request = c.req.raw;
    const { https, ip, session } = c.env;
    const answer = new URL(back(request, https) + new URL(request.url).search);
    const response = await attempt(limits.back, ip, '/', (its) =>
      finishSignOn(deps, its, answer, { request, https, session }),
    );
    callers.forget();
    return response;
  });
}
