/** One cookie for each link, so that two links can be open in one browser. */
const nameOf = (link: string, https: boolean): string => `${https ? '__Host-' : ''}headway_share_${link}`;

/** Set-Cookie for a reader's session of one link. It goes to this site's own requests only and no script reads it. */
export const shareCookie = (link: string, value: string, seconds: number, https: boolean): string =>
  `${nameOf(link, https)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}${https ? '; Secure' : ''}`;

/** The value of a link's cookie in a Cookie header. */
export function readShareCookie(cookies: string | null, link: string, https: boolean): string | undefined {
  const start = `${nameOf(link, https)}=`;
  const value = cookies
    ?.split(/;\s*/)
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
  return value === undefined || !/^[A-Za-z0-9_-]{43}$/.test(value) ? undefined : value;
}
