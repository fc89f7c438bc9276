/**
 * Makes the name of a cookie. Over https a prefix binds it to this host. On plain http browsers
 * reject the prefix.
 */
const prefixName = (name: string, https: boolean): string =>
  https ? `__Host-${name}` : name === 'headway' ? 'headway_session' : name;
/** The session of a signed-in user, or of the one-time key. */
export const sessionCookie = 'headway';
/** The pending sign-in. */
export const pendingSignInCookie = 'headway_step';
/** A sign-on with the organisation in progress. */
export const singleSignOnCookie = 'headway_organisation';
/** Identifies a browser in which someone signed in before. */
export const deviceCookie = 'headway_device';

/** Makes a Set-Cookie value: HttpOnly and SameSite=Lax. 0 seconds delete the cookie. */
export const setCookie = (name: string, value: string, seconds: number, https: boolean): string =>
  `${prefixName(name, https)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${https ? '; Secure' : ''}`;

/** The most cookies of one name that are read, so that a long header costs few queries. */
const mostTried = 5;

/**
 * Reads the values of a cookie from a Cookie header. On plain http another site of the domain can
 * add a cookie before the real one, so callers try each.
 */
export function readCookies(
  header: string | null,
  name: string,
  https: boolean,
): readonly string[] {
  const start = `${prefixName(name, https)}=`;
  const values = (header ?? '')
    .split(/;\s*/)
    .flatMap((one) => (one.startsWith(start) ? [one.slice(start.length)] : []));
  return values.filter((value) => value !== '').slice(0, mostTried);
}
