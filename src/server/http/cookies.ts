/** Over https a cookie is bound to this host; on plain http, as on loopback, browsers take no such name. */
const nameOf = (name: string, https: boolean): string => (https ? `__Host-${name}` : name === 'headway' ? 'headway_session' : name);
/** The session of who signed in, or opened the one-time key. */
export const sessionCookie = 'headway';
/** A sign-in that waits for its second step. */
export const stepCookie = 'headway_step';
/** An attempt to sign in with the organisation that is under way. */
export const singleSignOnCookie = 'headway_organisation';
/** Tells a browser again that somebody signed in with before. */
export const deviceCookie = 'headway_device';

/** A Set-Cookie value that no script reads and no other site sends along, except by a link that is followed; 0 seconds take it away. */
export const setCookie = (name: string, value: string, seconds: number, https: boolean): string =>
  `${nameOf(name, https)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${https ? '; Secure' : ''}`;

/** The value of a cookie in a Cookie header; undefined where there is none, or an empty one. */
export function readCookie(header: string | null, name: string, https: boolean): string | undefined {
  const start = `${nameOf(name, https)}=`;
  const found = header
    ?.split(/;\s*/)
    .find((one) => one.startsWith(start))
    ?.slice(start.length);
  return found === '' ? undefined : found;
}
