/** Over https a cookie is bound to this host; on plain http, as on loopback, browsers take no such name. */
const nameOf = (name: string, https: boolean): string =>
  https ? `__Host-${name}` : name === 'headway' ? 'headway_session' : name;
/** The session of who signed in, or opened the one-time key. */
export const sessionCookie = 'headway';
/** A sign-in that waits for its second step. */
export const pendingSignInCookie = 'headway_step';
/** An attempt to sign in with the organisation that is under way. */
export const singleSignOnCookie = 'headway_organisation';
/** Tells a browser again that somebody signed in with before. */
export const deviceCookie = 'headway_device';

/** A Set-Cookie value that no script reads and no other site sends along, except by a link that is followed; 0 seconds take it away. */
export const setCookie = (name: string, value: string, seconds: number, https: boolean): string =>
  `${nameOf(name, https)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${https ? '; Secure' : ''}`;

/** As many cookies of one name as are tried, so that a header full of them costs no more looks in the store. */
const mostTried = 5;

/**
 * The values of a cookie in a Cookie header, in their order. On plain http another site of the domain can put one before the true
 * one, so each is to be tried.
 */
export function readCookies(
  header: string | null,
  name: string,
  https: boolean,
): readonly string[] {
  const start = `${nameOf(name, https)}=`;
  const values = (header ?? '')
    .split(/;\s*/)
    .flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
  return values.filter((value) => value !== '').slice(0, mostTried);
}
