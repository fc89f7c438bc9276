import { addDays, type IsoDate } from '#domain/values/date.ts';
import { dayIn, lastDayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from './zone-days.ts';
import { linkSharers, type LinkPolicy, type ZoneProfile } from './zone.ts';

/** The link rules of a zone, and the time zone in which its days end. */
export type ZoneLinkPolicy = LinkPolicy & Pick<ZoneProfile, 'time_zone'>;

/** The rules of a zone for its shared links. */
export const linkRules = [
  'longest_days',
  'password_required',
  'downloads_forbidden',
  'live_forbidden',
  'sharer',
] as const;
export type LinkRule = (typeof linkRules)[number];

/** The terms of a link that a policy checks. */
export interface LinkTerms {
  /** Moments in ISO 8601. */
  readonly created_at: string;
  readonly expires_at: string;
  readonly has_password: boolean;
  readonly exports: 'none' | 'pictures' | 'data';
  readonly is_frozen: boolean;
  /** The role of the person who shares. */
  readonly role: string;
}

/** Whether a role may make shared links. */
export function maySharePolicy({ sharer = 'analyst' }: LinkPolicy, role: string): boolean {
  const ranks: readonly string[] = linkSharers;
  return ranks.indexOf(role) >= ranks.indexOf(sharer);
}

/** The last day on which a link of that age may be open. @returns undefined without such a rule */
export const lastLinkDay = (
  { longest_days, time_zone }: ZoneLinkPolicy,
  created_at: string,
): IsoDate | undefined =>
  longest_days === undefined
    ? undefined
    : addDays(dayIn(new Date(created_at), timeZoneOf({ time_zone })), longest_days);

/** Lists the rules of a policy that a link does not follow. */
export function findBrokenRules(policy: ZoneLinkPolicy, link: LinkTerms): LinkRule[] {
  const last = lastLinkDay(policy, link.created_at);
  const isBroken: Readonly<Record<LinkRule, boolean>> = {
    longest_days:
      last !== undefined && lastDayIn(new Date(link.expires_at), timeZoneOf(policy)) > last,
    password_required: policy.password_required === true && !link.has_password,
    downloads_forbidden: policy.downloads_forbidden === true && link.exports === 'data',
    live_forbidden: policy.live_forbidden === true && !link.is_frozen,
    sharer: !maySharePolicy(policy, link.role),
  };
  return linkRules.filter((rule) => isBroken[rule]);
}
