import type { OpenLinkResult } from '#contract/links/schemas.ts';
import { QueueFullError } from '#server/core/password-hashing.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { unknownSecret } from './secret-problems.ts';
import { recordEvent } from '#server/audit/store.ts';
import { findLinkBySecret, type StoredLink } from './store.ts';
import { addReaderSession } from './reader-session-store.ts';
import { linkState } from './link-state.ts';
import { hashSecret, newSecret } from '#server/core/secrets.ts';
import { linkSecret } from './link-secret.ts';
import { readerCookie } from '#server/links/readers/link-cookie.ts';
import type { LinkContext } from './link-context.ts';

const bots =
  /bot\b|bot\/|crawl|spider|slurp|preview|scan|fetch|facebookexternalhit|whatsapp|telegram|slack|skype|discord|teams|wechat\/|mailchimp|barracuda|proofpoint|mimecast|safelinks|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|node|undici|libwww|httpclient/i;

/** Detects software by its user agent. A request without a user agent counts as software. */
export const isBot = (userAgent: string | null): boolean =>
  userAgent === null || userAgent.trim() === '' || bots.test(userAgent);

/** The longest life of a reader's session in ms. It also ends with its link. */
const sessionMs = 12 * 60 * 60 * 1000;
/**
 * Milliseconds after which every wrong secret is rejected, so that timing does not distinguish
 * mistyped from unknown secrets.
 */
const rejectionMs = 40;

export interface OpenLinkInput {
  readonly secret: string;
  readonly password?: string;
  readonly request: Request;
  readonly https: boolean;
  /** The block of addresses of the sender. */
  readonly block: string;
}
export interface OpenLinkAnswer {
  readonly reply: OpenLinkResult;
  readonly cookie?: string;
}
/** Makes the problem of too many requests, with the seconds to wait. */
export const tooManyRequests = (seconds: number): HttpProblem =>
  problem('rate_limited', `Wait ${seconds} s and try again.`, {
    headers: { 'retry-after': String(seconds) },
  });

/**
 * Counts an attempt of an address block on this server. Call this before any other check.
 * @throws HttpProblem `rate_limited` with the seconds to wait
 */
export function countOpening(sharing: LinkContext, block: string): void {
  const wait = sharing.openings.wait(block);
  if (wait > 0) throw tooManyRequests(wait);
}

/**
 * Counts an attempt of an address block on all servers, if its secret has the right form.
 * @throws HttpProblem `rate_limited` with the seconds to wait
 */
export async function countFittingOpening(sharing: LinkContext, block: string): Promise<void> {
  const wait = await sharing.throttle.waitForOpening(block);
  if (wait > 0) throw tooManyRequests(wait);
}

/**
 * Exchanges a secret for a session of its link. The response and its time are the same for all
 * wrong secrets. The holder of the right secret gets the state of its link. A reader who already
 * has a session keeps it and is not counted again.
 * @throws HttpProblem for an unknown secret
 */
export async function openLink(
  deps: AppDeps,
  sharing: LinkContext,
  opening: OpenLinkInput,
): Promise<OpenLinkAnswer> {
  const floor = new Promise<void>((resolve) => setTimeout(resolve, rejectionMs));
  const isFitting = await linkSecret.fits(opening.secret);
  if (isFitting) await countFittingOpening(sharing, opening.block);
  const link = isFitting
    ? await findLinkBySecret(deps.db, await hashSecret(opening.secret))
    : undefined;
  if (link === undefined) {
    await floor;
    throw unknownSecret();
  }
  const state = linkState(link, deps.clock());
  if (state === 'paused') return { reply: { state: 'paused' } };
  if (state !== 'live')
    return {
      reply: {
        state: 'ended',
        on: state === 'ended' ? (link.state_at ?? link.expires_at) : link.expires_at,
      },
    };
  const { request, https } = opening;
  const reader = await sharing.readers.find({
    cookies: request.headers.get('cookie'),
    link: link.id,
    https,
  });
  if (reader !== undefined) return { reply: { state: 'open', link: link.id } };
  const rejection = await checkPassword(deps, sharing, link, opening.password);
  return rejection ?? openSession(deps, link, opening);
}

async function checkPassword(
  deps: AppDeps,
  sharing: LinkContext,
  link: StoredLink,
  secret: string | undefined,
): Promise<OpenLinkAnswer | undefined> {
  if (link.password === undefined) return undefined;
  if (secret === undefined) return { reply: { state: 'password_needed', wrong: false } };
  const wait = await sharing.throttle.waitForPassword(link.id);
  if (wait > 0) throw tooManyRequests(wait);
  if (!(await verifyPassword(deps, link.password, secret)))
    return { reply: { state: 'password_needed', wrong: true } };
  await sharing.throttle.passwordFits(link.id);
  return undefined;
}

async function verifyPassword(
  { passwords }: AppDeps,
  hash: string,
  secret: string,
): Promise<boolean> {
  try {
    return (await passwords?.verify(hash, secret)) ?? false;
  } catch (error) {
    if (error instanceof QueueFullError) throw tooManyRequests(5);
    throw error;
  }
}

async function openSession(
  deps: AppDeps,
  link: StoredLink,
  { request, https }: OpenLinkInput,
): Promise<OpenLinkAnswer> {
  const now = deps.clock();
  const ends = Math.min(now.getTime() + sessionMs, Date.parse(link.expires_at));
  const value = newSecret();
  const session = {
    hash: await hashSecret(value),
    link: link.id,
    created_at: now.toISOString(),
    expires_at: new Date(ends).toISOString(),
  };
  await deps.db.write(async (trx) => {
    const first = await addReaderSession(trx, session, isBot(request.headers.get('user-agent')));
    if (first)
      await recordEvent(trx, {
        at: session.created_at,
        actor: { name: '?' },
        kind: 'link_opened',
        object: link.name,
      });
  });
  if (link.view.embed !== undefined)
    return { reply: { state: 'open', link: link.id, token: value } };
  const cookie = readerCookie(link.id, value, (ends - now.getTime()) / 1000, https);
  return { reply: { state: 'open', link: link.id }, cookie };
}
