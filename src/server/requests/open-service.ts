import type { OpenRequestResult } from '#contract/requests/schemas.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { unknownSecret, noSession } from '#server/links/secret-problems.ts';
import { hashSecret, newSecret } from '#server/core/secrets.ts';
import { isBot } from '#server/links/open-link.ts';
import { readReaderCookies, readerCookie } from '#server/links/readers/link-cookie.ts';
import { addRequestSession, hasRequestSession } from './session-store.ts';
import { requestSecret } from './service.ts';
import { findRequest, findRequestBySecret, noteOpening, type StoredRequest } from './store.ts';

/** The longest life of a session in ms. It also ends with its request. */
const sessionMs = 12 * 60 * 60 * 1000;
/**
 * Milliseconds after which every wrong secret is rejected, so that timing does not distinguish
 * mistyped from unknown secrets.
 */
const rejectionMs = 40;

type Deps = Pick<AppDeps, 'db' | 'clock'>;
interface Sender {
  readonly request: Request;
  readonly https: boolean;
}

const isLive = ({ state, expires_at }: StoredRequest, now: Date): boolean =>
  state === 'live' && expires_at > now.toISOString();

const hasSession = async (
  { db }: Deps,
  id: string,
  { request, https }: Sender,
  now: Date,
): Promise<boolean> => {
  const cookies = readReaderCookies(request.headers.get('cookie'), id, https);
  const hashes = await Promise.all(cookies.map(hashSecret));
  return hasRequestSession(db.short, id, hashes, now.toISOString());
};

/** The access of a company with a session: the request that it may answer. */
export interface CompanyAccess {
  readonly answerable: StoredRequest;
}

/**
 * Finds the request of a session, while the request is live.
 *
 * @throws HttpProblem for any other caller, always the same one
 */
export async function admitCompany(deps: Deps, id: string, sender: Sender): Promise<StoredRequest> {
  const now = deps.clock();
  if (!(await hasSession(deps, id, sender, now))) throw noSession();
  const request = await findRequest(deps.db.short, id);
  if (request === undefined || !isLive(request, now)) throw noSession();
  return request;
}

/**
 * Exchanges a secret for a session of its request. The response and its time are the same for all
 * wrong secrets. A caller who already has a session keeps it.
 * @throws HttpProblem for an unknown secret
 */
export async function openRequest(
  deps: Deps,
  secret: string,
  sender: Sender,
): Promise<{ readonly reply: OpenRequestResult; readonly cookie?: string }> {
  const floor = new Promise<void>((resolve) => setTimeout(resolve, rejectionMs));
  const request = (await requestSecret.fits(secret))
    ? await findRequestBySecret(deps.db, await hashSecret(secret))
    : undefined;
  if (request === undefined) {
    await floor;
    throw unknownSecret();
  }
  const now = deps.clock();
  if (!isLive(request, now)) {
    const on =
      request.state === 'cancelled' ? (request.state_at ?? request.expires_at) : request.expires_at;
    return { reply: { state: 'ended', on, ask: request.owner.name } };
  }
  const reply = { state: 'open', request: request.id } as const;
  if (await hasSession(deps, request.id, sender, now)) return { reply };
  const value = await startSession(deps, request, sender, now);
  return { reply, cookie: value };
}

/** Starts a session and records the first opening by a person. @returns the cookie */
async function startSession(
  { db }: Deps,
  storedRequest: StoredRequest,
  { request, https }: Sender,
  now: Date,
): Promise<string> {
  const ends = Math.min(now.getTime() + sessionMs, Date.parse(storedRequest.expires_at));
  const value = newSecret();
  const session = {
    hash: await hashSecret(value),
    request: storedRequest.id,
    created_at: now.toISOString(),
    expires_at: new Date(ends).toISOString(),
  };
  await db.write(async (trx) => {
    await addRequestSession(trx, session);
    if (isBot(request.headers.get('user-agent'))) return;
    if (!(await noteOpening(trx, storedRequest.id, session.created_at))) return;
    await recordEvent(trx, {
      at: session.created_at,
      actor: { name: '?' },
      kind: 'request_opened',
      object: storedRequest.unit,
    });
  });
  return readerCookie(storedRequest.id, value, (ends - now.getTime()) / 1000, https);
}
