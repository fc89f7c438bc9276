/**
 * Makes the name of a link's cookie. Each link has its own, so that one browser can open two links.
 */
const cookieName = (link: string, https: boolean): string =>
  `${https ? '__Host-' : ''}headway_share_${link}`;

/** Makes the Set-Cookie value of a reader's session: HttpOnly and SameSite=Strict. */
export const readerCookie = (
  link: string,
  value: string,
  seconds: number,
  https: boolean,
): string =>
  `${cookieName(link, https)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}${https ? '; Secure' : ''}`;

/** The most cookies of one name that are read, so that a long header costs few queries. */
const maxTried = 5;

/**
 * Reads the cookies of a link. On plain http another site of the domain can put a cookie of the
 * same name first, so callers try each.
 */
export function readReaderCookies(
  cookies: string | null,
  link: string,
  https: boolean,
): readonly string[] {
  const start = `${cookieName(link, https)}=`;
  const values = (cookies ?? '')
    .split(/;\s*/)
    .flatMap((cookie) => (cookie.startsWith(start) ? [cookie.slice(start.length)] : []));
  return values.filter((value) => /^[A-Za-z0-9_-]{43}$/.test(value)).slice(0, maxTried);
}
