import { compact } from '#domain/values/compact.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { type HttpProblem, problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { addLinkFigures, readLinkFigures } from './figure-store.ts';
import { linkTerms, ownerRole, readLinkPolicy, requireRules } from './link-policy.ts';
import { linkSecret, newLinkId } from './link-secret.ts';
import { computeExpiry } from './link-expiry.ts';
import { ownerMayShare } from './owner-right.ts';
import { endReaderSessions } from './reader-session-store.ts';
import { describeNewLink } from './service.ts';
import { addLink, changeLink, findLink, type LinkToAdd, type StoredLink } from './store.ts';

/** Copies the settings of a link to a new id. The copy of an expired link has the default life. */
async function copySettings(
  { db }: AppDeps,
  link: StoredLink,
  now: Date,
  secret_hash: string,
): Promise<LinkToAdd> {
  const { name, publish_title, publish_picture, view, profile, language, exports, owner } = link;
  const policy = await readLinkPolicy(db);
  const expires_at =
    computeExpiry(link.expires_at, now, policy) ??
    computeExpiry(undefined, now, policy) ??
    link.expires_at;
  return {
    id: newLinkId(),
    secret_hash,
    name,
    publish_title,
    publish_picture,
    view,
    profile,
    language,
    exports,
    owner,
    fixed_language: link.fixed_language,
    ...compact({
      title: link.title,
      note: link.note,
      frozen: link.frozen,
      password: link.password,
    }),
    created_at: now.toISOString(),
    expires_at,
  };
}

/** Makes the problem of a link that was not replaced: it has ended, or it changed meanwhile. */
async function explainConflict(trx: Trx, id: string): Promise<HttpProblem> {
  const now = await findLink(trx, id);
  return problem(
    'conflict',
    now?.state === 'ended'
      ? 'This link has ended meanwhile and cannot be replaced. Create a new one.'
      : 'This link was changed meanwhile and was not replaced: its address is the same as before. Read it again, then replace it.',
  );
}

/**
 * Makes a link with the settings, the password and the frozen figures of another link, and ends
 * that link in the same transaction. Only this response contains the new secret.
 *
 * @throws HttpProblem if the link has ended or changed meanwhile, or if a rule of the zone forbids
 * it
 */
export async function replaceLink(
  deps: AppDeps,
  link: StoredLink,
  actor: Principal,
): Promise<MadeLink> {
  if (link.state === 'ended')
    throw problem('conflict', 'This link has ended and cannot be replaced. Create a new one.');
  const now = deps.clock();
  const at = now.toISOString();
  const secret = await linkSecret.make();
  const next = await copySettings(deps, link, now, await hashSecret(secret));
  await deps.db.write(async (trx) => {
    if (!(await ownerMayShare(trx, link.owner.id)))
      throw problem(
        'conflict',
        'The owner of this link no longer has the right to share. Create a link of your own.',
      );
    const role = await ownerRole(trx, link.owner.id);
    requireRules(await readLinkPolicy(trx), { ...linkTerms(next), role }, ['downloads_forbidden']);
    await addLink(trx, next);
    const figures = await readLinkFigures(trx, link.id);
    if (figures !== undefined) await addLinkFigures(trx, next.id, figures);
    const end = { state: 'ended', state_at: at, state_by: actor.name, paused_for: null } as const;
    if (!(await changeLink(trx, link, end))) throw await explainConflict(trx, link.id);
    await endReaderSessions(trx, [link.id]);
    const event = { at, actor, object: link.name };
    await recordEvent(trx, { ...event, kind: 'link_ended' });
    await recordEvent(trx, { ...event, kind: 'link_made', detail: { until: next.expires_at } });
  });
  return describeNewLink(next, secret, now);
}
