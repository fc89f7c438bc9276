import { compact } from '#domain/values/compact.ts';
import { chartIds, comparesDays } from '#charts/registry.ts';
import type { AuditKind } from '#contract/accounts/constants.ts';
import type {
  LinkDraft,
  LinkPatch,
  LinkView,
  LinkWarning,
  NewLink,
  SharedLink,
  SharedPayload,
} from '#contract/links/schemas.ts';
import { embedPage, sharedPage } from '#contract/links/constants.ts';
import type { Source } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readVersions, requireMatch, hashTag, versionTag } from '#server/http/etag.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import type { Principal } from '#server/core/policy.ts';
import { computeExpiry, toSharedLink } from './link-state.ts';
import { LinkWarnings } from './link-warnings.ts';
import { checkExcludedProjects } from './excluded-projects.ts';
import { freezeDraft, makePayload } from '#server/links/payload/payload.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { linkSecret, newLinkId } from './link-secret.ts';
import { ownerMayShare } from './owner-right.ts';
import { recordEvent } from '#server/audit/store.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { addLinkFigures } from './figure-store.ts';
import {
  addLink,
  changeLink,
  endLinks,
  findLink,
  listLinks,
  type LinkChange,
  type StoredLink,
} from './store.ts';
import { endReaderSessions } from './reader-session-store.ts';
import type { Json } from '#server/http/call.ts';
import { route } from '#server/http/route.ts';
import type { LinksHost } from './link-context.ts';

const notFound = (): HttpProblem =>
  problem('not_found', 'There is no such link. /api/v1/links lists those there are.');
const endedForGood = (): HttpProblem =>
  problem('conflict', 'This link has ended for good. Make a new one.');

/** A moment that a link may end at, or a problem. */
function checkedExpiry(asked: string | undefined, now: Date): string {
  const at = computeExpiry(asked, now);
  if (at !== undefined) return at;
  const message = 'must be to come, and within a year';
  throw problem('bad_request', `Correct expires_at: it ${message}.`, {
    errors: [{ path: 'expires_at', message }],
  });
}
/** Changes with anything that an answer says; its first part, the version, is what If-Match is held against. */
async function tagged(source: Source, link: StoredLink, now: Date): Promise<Json<SharedLink>> {
  const json = toSharedLink(link, now);
  const hash = await hashTag(new TextEncoder().encode(JSON.stringify(json)));
  return {
    json,
    tag: `${versionTag('v', link.version, await readEpoch(source))}.${hash.slice(0, 16)}`,
  };
}
async function checkSeen(
  source: Source,
  request: Request,
  link: StoredLink,
  now: Date,
): Promise<void> {
  const epoch = await readEpoch(source);
  if (readVersions(request.headers.get('if-match'), 'v', epoch).includes(link.version)) return;
  requireMatch(request, versionTag('v', link.version, epoch), toSharedLink(link, now));
}

const draftOf = ({ view, profile, language, exports, title, note }: LinkDraft): PayloadSource => ({
  view,
  profile,
  language,
  exports,
  ...compact({ title, note: note === undefined || note.trim() === '' ? undefined : note }),
});
/** A figure in another site is read by everybody there: it asks for no password, gives no files and publishes no title. */
function checkEmbed({ view, exports, password, publish_title }: NewLink): void {
  if (view.embed === undefined) return;
  const wrong = [
    ...(exports === 'none' ? [] : ['exports']),
    ...(password === undefined ? [] : ['password']),
    ...(publish_title === true ? ['publish_title'] : []),
    ...(view.embed.origins.length > 0 ? [] : ['view.embed.origins']),
  ];
  if (wrong.length > 0)
    throw problem(
      'bad_request',
      'A figure in another site has no password and no files, and names the sites that may show it.',
      {
        errors: wrong.map((path) => ({ path, message: 'does not fit view.embed' })),
      },
    );
}
/** Refuses a figure that an overview can't draw: an unknown one, or one that compares two days. */
function checkFigure({ embed }: LinkView): void {
  if (embed === undefined) return;
  const figures = chartIds.filter((id) => !comparesDays(id));
  if (figures.some((id) => id === embed.figure)) return;
  throw problem('bad_request', `Correct view.embed.figure: there are ${figures.join(', ')}.`, {
    errors: [{ path: 'view.embed.figure', value: embed.figure, message: 'is not one of them' }],
  });
}
/** Refuses a link that would show nothing of its page. */
function checkParts({ view: { page }, pipeline, changes }: SharedPayload): void {
  const shows =
    page === 'pipeline'
      ? pipeline !== undefined
      : (changes?.bridge ?? changes?.indicators) !== undefined;
  if (page === 'overview' || page === 'projects' || shows) return;
  const sections = page === 'pipeline' ? 'strip' : 'changes or targets';
  throw problem(
    'bad_request',
    `Put ${sections} among profile.sections: without, this page shows nothing.`,
    {
      errors: [{ path: 'profile.sections', message: `must have ${sections}` }],
    },
  );
}
/** What a draft shows, with the pair that it is frozen at. */
async function shownBy(deps: AppDeps, draft: LinkDraft): Promise<PayloadSource> {
  checkFigure(draft.view);
  await checkExcludedProjects(deps, draft);
  const shown = draftOf(draft);
  return draft.frozen ? freezeDraft(deps, shown) : shown;
}
async function passwordOf(
  { passwords }: AppDeps,
  { password }: NewLink,
): Promise<{ readonly password?: string }> {
  if (password === undefined) return {};
  if (passwords === undefined)
    throw problem('bad_request', 'Leave out password: it can not be kept here.');
  return { password: await passwords.hash(password) };
}

async function create(deps: AppDeps, body: NewLink, owner: Principal) {
  const now = deps.clock();
  const expires_at = checkedExpiry(body.expires_at, now);
  checkEmbed(body);
  const { figures, ...shown } = await shownBy(deps, body);
  const payload = await makePayload(deps, figures === undefined ? shown : { ...shown, figures });
  checkParts(payload);
  const { overview } = payload;
  const { measure } = body.view;
  if (measure !== undefined && overview.targets?.some((row) => row.indicator === measure) !== true)
    throw problem('bad_request', 'Correct view.measure: the link shows no such target.', {
      errors: [{ path: 'view.measure', value: measure, message: 'is not shown' }],
    });
  const secret = await linkSecret.make();
  const link = {
    ...shown,
    id: newLinkId(),
    name: body.name.trim(),
    publish_title: body.publish_title === true && body.title !== undefined,
    owner: { id: owner.id, name: owner.name },
    created_at: now.toISOString(),
    expires_at,
    ...(await passwordOf(deps, body)),
  };
  const secret_hash = await hashSecret(secret);
  await deps.db.write(async (trx) => {
    // the right may have been taken away since it was asked for
    if (!(await ownerMayShare(trx, owner.id)))
      throw problem('forbidden', 'You may not share any more: ask an admin of this Headway.');
    await addLink(trx, { ...link, secret_hash });
    if (figures !== undefined) await addLinkFigures(trx, link.id, figures);
    await recordEvent(trx, {
      at: link.created_at,
      actor: owner,
      kind: 'link_made',
      object: link.name,
      detail: { until: expires_at },
    });
  });
  const made: StoredLink = {
    ...link,
    version: 1,
    state: 'live',
    opened: { count: 0, bots: 0 },
    downloaded: { count: 0 },
  };
  const title = made.publish_title ? `?t=${made.id}` : '';
  const page =
    made.view.embed === undefined ? `${sharedPage}${title}` : `${embedPage}?i=${made.id}`;
  return {
    json: { link: toSharedLink(made, now), secret, address: `${page}#${secret}` },
    headers: { location: `/api/v1/links/${made.id}` },
  };
}

/** What a patch means for a link as it is. */
function changeOf(link: StoredLink, patch: LinkPatch, who: Principal, now: Date): LinkChange {
  const { state, expires_at, name, note } = patch;
  const by = { state_at: now.toISOString(), state_by: who.name };
  return {
    ...compact({
      name: name === undefined ? undefined : name.trim(),
      note: note === undefined ? undefined : note.trim() === '' ? null : note,
      expires_at: expires_at === undefined ? undefined : checkedExpiry(expires_at, now),
    }),
    ...(state === undefined || state === link.state
      ? {}
      : { state, ...by, paused_for: state === 'paused' ? 'chosen' : null }),
  };
}

const kinds = { live: 'link_resumed', paused: 'link_paused', ended: 'link_ended' } as const;
/** What a change is called in the audit. */
const kindOf = ({ state }: LinkChange): AuditKind =>
  state === undefined ? 'link_changed' : kinds[state];

/** Shared links as their makers see them: each answer with a secret is given once, and an ended link never comes back. */
export function addLinks(host: LinksHost): void {
  const { deps, links } = host;
  const { db, clock } = deps;
  const found = async (
    id: string | undefined,
    ownedBy: string | undefined,
  ): Promise<StoredLink> => {
    const link = await findLink(db, id ?? '');
    if (link === undefined || (ownedBy !== undefined && link.owner.id !== ownedBy))
      throw notFound();
    return link;
  };
  const somebody = (principal: Principal | undefined): Principal => {
    if (principal === undefined) throw new Error('a link is made and changed by somebody');
    return principal;
  };
  const warnings = new LinkWarnings(deps, links);
  /** Of other links none is named that the caller does not see. */
  const seenBy = (list: readonly LinkWarning[], seen: ReadonlySet<string>): LinkWarning[] =>
    list.map(({ links, ...warning }) => ({
      ...warning,
      ...compact({ links: links === undefined ? undefined : links.filter((id) => seen.has(id)) }),
    }));
  const mine = (all: readonly StoredLink[], ownedBy: string | undefined) =>
    all.filter(({ owner }) => ownedBy === undefined || owner.id === ownedBy);
  route(host, 'listLinks', async ({ ownedBy }) => {
    const all = await listLinks(db);
    const links = mine(all, ownedBy);
    const seen = new Set(links.map(({ id }) => id));
    const found = await warnings.ofLinks(all);
    return {
      json: {
        items: links.map((link) => ({
          ...toSharedLink(link, clock()),
          warnings: seenBy(found.get(link.id) ?? [], seen),
        })),
      },
    };
  });
  route(host, 'checkLink', async ({ body, ownedBy }) => {
    const all = await listLinks(db);
    const seen = new Set(mine(all, ownedBy).map(({ id }) => id));
    const found = await warnings.ofDraft({ ...(await shownBy(deps, body)), name: body.name }, all);
    return { json: { warnings: seenBy(found, seen) } };
  });
  route(host, 'link', async ({ params, ownedBy }) =>
    tagged(db, await found(params['id'], ownedBy), clock()),
  );
  route(host, 'previewLink', async ({ body }) => ({
    json: await makePayload(deps, await shownBy(deps, body)),
  }));
  route(host, 'createLink', async ({ body, principal }) => create(deps, body, somebody(principal)));
  route(host, 'changeLink', async ({ params, body, request, principal, ownedBy }) => {
    const link = await found(params['id'], ownedBy);
    const now = clock();
    await checkSeen(db, request, link, now);
    if (link.state === 'ended') throw endedForGood();
    const who = somebody(principal);
    const change = changeOf(link, body, who, now);
    const done = await db.write(async (trx) => {
      if (change.state === 'live' && !(await ownerMayShare(trx, link.owner.id)))
        throw problem(
          'conflict',
          'Its owner may not share any more. Make a link of your own instead.',
        );
      if (!(await changeLink(trx, link, change))) return false;
      if (change.state === 'ended') await endReaderSessions(trx, [link.id]);
      const until = change.expires_at === undefined ? {} : { detail: { until: change.expires_at } };
      await recordEvent(trx, {
        at: now.toISOString(),
        actor: who,
        kind: kindOf(change),
        object: change.name ?? link.name,
        ...until,
      });
      return true;
    });
    const after = await found(params['id'], ownedBy);
    if (!done)
      requireMatch(
        request,
        versionTag('v', after.version, await readEpoch(db)),
        toSharedLink(after, now),
      );
    return tagged(db, after, now);
  });
  route(host, 'endLinks', async ({ body, principal, ownedBy }) => {
    const owner = 'owner' in body ? body.owner : undefined;
    if (ownedBy !== undefined && owner !== ownedBy)
      throw problem('forbidden', 'You may end your own links only.');
    const at = clock().toISOString();
    const actor = somebody(principal);
    const ended = await db.write(async (trx) => {
      const all = await endLinks(trx, owner, at, actor.name);
      await endReaderSessions(
        trx,
        all.map(({ id }) => id),
      );
      for (const { name } of all)
        await recordEvent(trx, { at, actor, kind: 'link_ended', object: name });
      return all.length;
    });
    return { json: { ended } };
  });
}
