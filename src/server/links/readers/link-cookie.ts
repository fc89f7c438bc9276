/** One cookie for each link, so that two links can be open in one browser. */
const nameOf = (link: string, https: boolean): string =>
  `${https ? '__Host-' : ''}headway_share_${link}`;

/** Makes the Set-Cookie value of a reader's session: HttpOnly and SameSite=Strict. */
export const readerCookie = (
  link: string,
  value: string,
  seconds: number,
  https: boolean,
): string =>
  `${nameOf(link, https)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}${https ? '; Secure' : ''}`;

/** The most cookies of one name that are tried, so that a header full of them costs few queries. */
const mostTried = 5;

/**
 * Reads the cookies of a link. On plain http another site of the domain can put one before the true
 * one, so try each.
 */
export function readReaderCookies(
  cookies: string | null,
  link: string,
  https: boolean,
): readonly string[] {
  const start = `${nameOf(link, https)}=`;
  const values = (cookies ?? '')
    .split(/;\s*/)
    .flatMap((cookie) => (cookie.startsWith(start) ? [cookie.slice(start.length)] : []));
  return values.filter((value) => /^[A-Za-z0-9_-]{43}$/.test(value)).slice(0, mostTried);
}
