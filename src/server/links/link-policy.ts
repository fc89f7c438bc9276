import { compact } from '#domain/values/compact.ts';
import {
  findBrokenRules,
  lastLinkDay,
  type LinkRule,
  type LinkTerms,
  type ZoneLinkPolicy,
} from '#domain/zone/link-policy.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import type { ExportRight } from '#contract/links/constants.ts';
import { findUser } from '#server/accounts/user-store.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import type { StoredLink } from './store.ts';

/** Reads the rules of the displayed zone for its shared links. */
export async function readLinkPolicy(source: Source): Promise<ZoneLinkPolicy> {
  const zone = await readDisplayedZone(source);
  return { ...zone?.link_policy, ...compact({ time_zone: zone?.time_zone }) };
}

/**
 * Removes from a link the files of data if the zone forbids them. This rule applies at once to all
 * links.
 */
export const restrictLink = <T extends { readonly exports: ExportRight }>(
  link: T,
  { downloads_forbidden }: LinkPolicy,
): T =>
  downloads_forbidden === true && link.exports === 'data' ? { ...link, exports: 'pictures' } : link;

type Terms = Omit<LinkTerms, 'role'>;
/** Picks the parts of a stored link that the sharing policy judges. */
export const linkTerms = ({
  created_at,
  expires_at,
  exports,
  frozen,
  password,
}: Pick<StoredLink, 'created_at' | 'expires_at' | 'exports' | 'frozen' | 'password'>): Terms => ({
  created_at,
  expires_at,
  exports,
  is_frozen: frozen !== undefined,
  has_password: password !== undefined,
});
/** Returns the role of a person for the rules. A person who needs no account may do everything. */
export const ruledRole = ({ mode, role }: Pick<Principal, 'mode' | 'role'>): string =>
  mode === 'local' || mode === 'key' ? 'admin' : role;
/** Reads the role of a link's owner. An owner without an account may do everything. */
export const ownerRole = async (source: Source, id: string): Promise<string> =>
  (await findUser(source, id))?.role ?? 'admin';

const paths: Readonly<Record<Exclude<LinkRule, 'sharer'>, string>> = {
  longest_days: 'expires_at',
  password_required: 'password',
  downloads_forbidden: 'exports',
  live_forbidden: 'frozen',
};

function explainRule(rule: LinkRule, policy: ZoneLinkPolicy, link: Terms): string {
  switch (rule) {
    case 'longest_days':
      return `a link of the zone is valid for at most ${policy.longest_days} days: choose a day until ${lastLinkDay(policy, link.created_at)}, or make a new link`;
    case 'password_required':
      return 'the zone requires a password for every link, and a figure in another site has none: make a link with a password';
    case 'downloads_forbidden':
      return 'the zone does not allow files of data in links: choose pictures or none';
    case 'live_forbidden':
      return 'the zone does not allow live links: make a frozen one';
    case 'sharer':
      return `only a person with the ${policy.sharer} role may share here: ask one of them`;
  }
}

/** Makes the problem that names the zone's rules that a link breaks. */
function rejectRules(rules: readonly LinkRule[], policy: ZoneLinkPolicy, link: Terms): HttpProblem {
  const [first = 'sharer'] = rules;
  return problem(
    first === 'sharer' ? 'forbidden' : 'bad_request',
    `Rule ${first} of the zone: ${explainRule(first, policy, link)}.`,
    {
      errors: rules.map((rule) => ({
        path: rule === 'sharer' ? 'role' : paths[rule],
        value: rule,
        message: explainRule(rule, policy, link),
      })),
    },
  );
}

/**
 * Checks a link that is made, resumed or extended against the rules of the zone.
 *
 * @param unless - rules that need no check, since they apply at once
 * @throws HttpProblem that names the rules
 */
export function requireRules(
  policy: ZoneLinkPolicy,
  link: LinkTerms,
  unless: readonly LinkRule[] = [],
): void {
  const brokenRules = findBrokenRules(policy, link).filter((rule) => !unless.includes(rule));
  const sharerFirst = brokenRules.toSorted(
    (a, b) => Number(b === 'sharer') - Number(a === 'sharer'),
  );
  if (brokenRules.length > 0) throw rejectRules(sharerFirst, policy, link);
}

/** Lists the rules of the zone that a live or paused link does not follow, by link id. */
export async function listBrokenRules(
  source: Source,
  links: readonly StoredLink[],
): Promise<ReadonlyMap<string, readonly LinkRule[]>> {
  const policy = await readLinkPolicy(source);
  const roles = new Map<string, string>();
  if (policy.sharer !== undefined)
    for (const id of new Set(links.map(({ owner }) => owner.id)))
      roles.set(id, await ownerRole(source, id));
  return new Map(
    links.map((link) => [
      link.id,
      findBrokenRules(policy, { ...linkTerms(link), role: roles.get(link.owner.id) ?? 'admin' }),
    ]),
  );
}
