/** One cookie for each link, so that two links can be open in one browser. */
const nameOf = (link: string, https: boolean): string =>
  `${https ? '__Host-' : ''}headway_share_${link}`;

/** Set-Cookie for a reader's session of one link. It goes to this site's own requests only and no script reads it. */
export const readerCookie = (
  link: string,
  value: string,
  seconds: number,
  https: boolean,
): string =>
  `${nameOf(link, https)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}${https ? '; Secure' : ''}`;

/** As many cookies of one name as are tried, so that a header full of them costs no more looks in the store. */
const mostTried = 5;

/** The values of a link's cookies in a Cookie header, in their order: on plain http another site of the domain can put one before the true one. */
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
