import { compact } from '#domain/values/compact.ts';
import type { AuditKind } from '#contract/audit/constants.ts';
import type { MadeLink, LinkPatch, LinkWarning, NewLink } from '#contract/links/schemas.ts';
import { embedPage, linkPagePath } from '#contract/links/constants.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret } from '#server/core/secrets.ts';
import type { ZoneLinkPolicy } from '#domain/zone/link-policy.ts';
import type { Trx } from '#server/db/db.ts';
import { addLinkFigures } from './figure-store.ts';
import { linkTerms, ownerRole, readLinkPolicy, requireRules, ruledRole } from './link-policy.ts';
import { linkSecret, newLinkId } from './link-secret.ts';
import { computeExpiry } from './link-expiry.ts';
import { toSharedLink } from './link-state.ts';
import { ownerMayShare } from './owner-right.ts';
import { endReaderSessions } from './reader-session-store.ts';
import {
  addLink,
  changeLink,
  endLinks,
  findLink,
  type LinkChange,
  type LinkToAdd,
  type StoredLink,
} from './store.ts';

/**
 * Finds a link.
 * @param ownedBy - the only owner whose links the caller may access; omit it for all owners
 * @throws HttpProblem if the caller has no such link
 */
export async function requireLink(
  { db }: AppDeps,
  id: string | undefined,
  ownedBy: string | undefined,
): Promise<StoredLink> {
  const link = await findLink(db, id ?? '');
  if (link === undefined || (ownedBy !== undefined && link.owner.id !== ownedBy))
    throw problem('not_found', 'There is no such link. GET /api/v1/links lists your links.');
  return link;
}

/** Filters links by their owner. Without `ownedBy` all stay. */
export const ownLinks = (
  links: readonly StoredLink[],
  ownedBy: string | undefined,
): readonly StoredLink[] =>
  links.filter(({ owner }) => ownedBy === undefined || owner.id === ownedBy);

/** Removes links from warnings that the caller may not see. */
export const hideOtherLinks = (
  warnings: readonly LinkWarning[],
  visible: readonly StoredLink[],
): LinkWarning[] => {
  const ids = new Set(visible.map(({ id }) => id));
  return warnings.map(({ links, ...warning }) => ({
    ...warning,
    ...compact({ links: links?.filter((id) => ids.has(id)) }),
  }));
};

/** @returns the moment at which the link expires, in ISO 8601 */
function requireExpiry(expiry: string | undefined, now: Date, policy: ZoneLinkPolicy): string {
  const at = computeExpiry(expiry, now, policy);
  if (at !== undefined) return at;
  const message = 'must be in the future and within a year';
  throw problem('bad_request', `Correct expires_at: it ${message}.`, {
    errors: [{ path: 'expires_at', message }],
  });
}
async function hashLinkPassword(
  { passwords }: AppDeps,
  { password }: NewLink,
): Promise<string | undefined> {
  if (password === undefined) return undefined;
  if (passwords === undefined)
    throw problem('bad_request', 'Leave out password: this instance cannot store passwords.');
  return passwords.hash(password);
}

/**
 * Creates a link. Only this response contains its secret.
 * @throws HttpProblem that names the field or the rule of the zone that refuses the link
 */
export async function createLink(
  deps: AppDeps,
  input: NewLink,
  owner: Principal,
): Promise<MadeLink> {
  const now = deps.clock();
  const policy = await readLinkPolicy(deps.db);
  const expires_at = requireExpiry(input.expires_at, now, policy);
  requireRules(policy, {
    created_at: now.toISOString(),
    expires_at,
    exports: input.exports,
    is_frozen: input.frozen,
    has_password: input.password !== undefined,
    role: ruledRole(owner),
  });
  const { makeSource } = await import('./link-draft.ts');
  const { figures, ...source } = await makeSource(deps, input);
  const secret = await linkSecret.make();
  const link: LinkToAdd = {
    ...source,
    id: newLinkId(),
    secret_hash: await hashSecret(secret),
    name: input.name.trim(),
    publish_title: input.publish_title === true && input.title !== undefined,
    publish_picture: input.publish_picture === true,
    fixed_language: input.fixed_language === true,
    owner: { id: owner.id, name: owner.name },
    created_at: now.toISOString(),
    expires_at,
    ...compact({ password: await hashLinkPassword(deps, input) }),
  };
  await storeLink(deps, link, figures, owner);
  return describeNewLink(link, secret, now);
}

/** Describes a link that was just added, with its secret. */
export function describeNewLink(
  { secret_hash: _, ...link }: LinkToAdd,
  secret: string,
  now: Date,
): MadeLink {
  const newLink: StoredLink = {
    ...link,
    version: 1,
    state: 'live',
    opened: { count: 0, bots: 0 },
    downloaded: { count: 0 },
  };
  return { link: toSharedLink(newLink, now), secret, address: `${pageAddress(newLink)}#${secret}` };
}

/** Makes the path of the page of a link. */
export const pageAddress = ({ id, view }: StoredLink): string =>
  view.embed === undefined ? linkPagePath(id) : `${embedPage}?i=${id}`;

async function storeLink(
  { db }: AppDeps,
  link: LinkToAdd,
  figures: string | undefined,
  owner: Principal,
): Promise<void> {
  await db.write(async (trx) => {
    // the owner may have lost the right meanwhile
    if (!(await ownerMayShare(trx, owner.id)))
      throw problem(
        'forbidden',
        'You no longer have the right to share. Ask an admin of this instance.',
      );
    // the rules of the zone may have changed meanwhile
    requireRules(await readLinkPolicy(trx), { ...linkTerms(link), role: ruledRole(owner) });
    await addLink(trx, link);
    if (figures !== undefined) await addLinkFigures(trx, link.id, figures);
    await recordEvent(trx, {
      at: link.created_at,
      actor: owner,
      kind: 'link_made',
      object: link.name,
      detail: { until: link.expires_at },
    });
  });
}

interface LinkEdit {
  readonly patch: LinkPatch;
  readonly actor: Principal;
  readonly now: Date;
  readonly policy: ZoneLinkPolicy;
}
function toChange(link: StoredLink, { patch, actor, now, policy }: LinkEdit): LinkChange {
  const { state, expires_at, name, note } = patch;
  const stateChange =
    state === undefined || state === link.state
      ? {}
      : {
          state,
          state_at: now.toISOString(),
          state_by: actor.name,
          paused_for: state === 'paused' ? ('chosen' as const) : null,
        };
  return {
    ...compact({
      name: name?.trim(),
      note: note?.trim() === '' ? null : note,
      expires_at: expires_at === undefined ? undefined : requireExpiry(expires_at, now, policy),
    }),
    ...stateChange,
  };
}

/** Requires that a resumed or extended link follows the rules of the zone, like a new link. */
async function requireRulesOfChange(
  trx: Trx,
  link: StoredLink,
  { expires_at = link.expires_at }: LinkChange,
): Promise<void> {
  const terms = {
    ...linkTerms({ ...link, expires_at }),
    role: await ownerRole(trx, link.owner.id),
  };
  requireRules(await readLinkPolicy(trx), terms, ['downloads_forbidden']);
}

const stateKinds = { live: 'link_resumed', paused: 'link_paused', ended: 'link_ended' } as const;
const auditKind = ({ state }: LinkChange): AuditKind =>
  state === undefined ? 'link_changed' : stateKinds[state];

/**
 * Changes a link whose owner saw this version.
 *
 * @returns false if the link changed meanwhile; then nothing is written
 * @throws HttpProblem if the link has ended for good
 */
export async function patchLink(
  { db }: AppDeps,
  link: StoredLink,
  patch: LinkPatch,
  actor: Principal,
  now: Date,
): Promise<boolean> {
  if (link.state === 'ended')
    throw problem('conflict', 'This link has ended and cannot be resumed. Create a new one.');
  const policy = await readLinkPolicy(db);
  const change = toChange(link, { patch, actor, now, policy });
  return db.write(async (trx) => {
    if (change.state === 'live' && !(await ownerMayShare(trx, link.owner.id)))
      throw problem(
        'conflict',
        'The owner of this link no longer has the right to share. Create a link of your own.',
      );
    if (change.state === 'live' || change.expires_at !== undefined)
      await requireRulesOfChange(trx, link, change);
    if (!(await changeLink(trx, link, change))) return false;
    if (change.state === 'ended') await endReaderSessions(trx, [link.id]);
    await recordEvent(trx, {
      at: now.toISOString(),
      actor,
      kind: auditKind(change),
      object: change.name ?? link.name,
      detail: compact({ until: change.expires_at }),
    });
    return true;
  });
}

/**
 * Ends the links of one owner, or all, for good.
 *
 * @returns the number of ended links
 */
export async function endOwnerLinks(
  { db, clock }: AppDeps,
  owner: string | undefined,
  actor: Principal,
): Promise<number> {
  const at = clock().toISOString();
  return db.write(async (trx) => {
    const endedLinks = await endLinks(trx, owner, at, actor.name);
    await endReaderSessions(
      trx,
      endedLinks.map(({ id }) => id),
    );
    for (const { name } of endedLinks)
      await recordEvent(trx, { at, actor, kind: 'link_ended', object: name });
    return endedLinks.length;
  });
}
