import { compact } from '#domain/values/compact.ts';
import { limitTokenRole, tokenLife } from '#contract/accounts/constants.ts';
import type { MadeToken, NewToken, Token } from '#contract/accounts/schemas.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import type { Db, Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret, newId } from '#server/core/secrets.ts';
import { typedSecret } from '#server/core/checksummed-secret.ts';
import type { Caller, Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import { exportPrefix } from './export-token.ts';
import { AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import type { Actor } from '#server/http/host.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  addToken,
  findLiveToken,
  listTokens,
  listLiveTokens,
  takeToken,
  touchToken,
  type StoredToken,
} from '#server/accounts/token-store.ts';
import type { User } from '#server/accounts/user-store.ts';

const prefix = 'hwt_';
const tokenSecret = typedSecret(prefix);
const exportSecret = typedSecret(exportPrefix);
const secretOf = (isExport: boolean) => (isExport ? exportSecret : tokenSecret);
/** The most files of data that one export token reads in a minute. */
const exportsPerMinute = 60;
const dayMs = 24 * 60 * 60 * 1000;
/** Milliseconds for which a token that was read is trusted; see session-lookup.ts. */
const trustedMs = 250;
const cacheSize = 5000;
/** The most tokens of one account. */
const mostTokens = 20;

/**
 * Reads the API token of a request, valid or not. Other bearer values are those of proxies and of
 * link readers.
 * @returns undefined on the addresses of links and requests, and for other bearer values
 */
export function readToken(request: Request, path: string): string | undefined {
  if (/^\/api\/v1\/(shared|open-requests)\//.test(path)) return undefined;
  const token = /^bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return token?.startsWith(prefix) === true || token?.startsWith(exportPrefix) === true
    ? token
    : undefined;
}

/** Converts a stored token to the form that its owner and admins see. */
function toToken(
  { id, name, role, created_at, expires_at, used_on, exports_only, ...its }: StoredToken,
  now: Date,
): Token {
  return {
    id,
    name,
    owner: { id: its.owner, name: its.owner_name },
    role,
    acts_as: limitTokenRole(role, its.owner_role),
    state: expires_at <= now.toISOString() ? 'expired' : 'live',
    created_at,
    expires_at,
    ...compact({
      used_on: used_on === null ? undefined : used_on,
      exports_only: exports_only ? (true as const) : undefined,
    }),
  };
}
/** Makes the name of a script for revisions and the audit: its owner and its token. */
export const makeScriptName = (owner: string, token: string): string => `${owner} (${token})`;

/**
 * Creates a token of an account. Only this response holds its secret.
 * @throws HttpProblem if the role exceeds the owner's, exports no data, the name is taken, or the
 * owner has too many
 */
export async function makeToken(
  trx: Trx,
  owner: User,
  { name, role, days = tokenLife.usual, exports_only: forExports }: NewToken,
  actor: { readonly id?: string; readonly name: string },
  now: Date,
): Promise<MadeToken> {
  if (limitTokenRole(role, owner.role) !== role)
    throw problem(
      'forbidden',
      `Ask for the ${owner.role} role at most: a token has no more rights than its owner.`,
      {
        errors: [{ path: 'role', value: role, message: 'exceeds the role of its owner' }],
      },
    );
  const exports_only = forExports === true;
  if (exports_only && !may(role, 'export_data'))
    throw problem('bad_request', 'Give the analyst role: a viewer exports no data.', {
      errors: [{ path: 'role', value: role, message: 'has no right to data' }],
    });
  const existing = await listTokens(trx, owner.id);
  if (existing.some((one) => one.name === name))
    throw problem('conflict', 'Choose another name: another token has this one.', {
      errors: [{ path: 'name', message: 'is taken' }],
    });
  if (existing.length >= mostTokens)
    throw problem('conflict', `End a token first: a person has at most ${mostTokens}.`);
  const secret = await secretOf(exports_only).make();
  const token = {
    id: newId('t'),
    name,
    role,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + days * dayMs).toISOString(),
    exports_only,
  };
  await addToken(trx, { ...token, account: owner.id, secret_hash: await hashSecret(secret) });
  await recordEvent(trx, {
    at: token.created_at,
    actor,
    kind: 'token_made',
    object: makeScriptName(owner.name, name),
    detail: { role, days, ...compact({ reads: exports_only ? 'exports' : undefined }) },
  });
  const its = {
    owner: owner.id,
    owner_name: owner.name,
    owner_role: owner.role,
    owner_state: owner.state,
  };
  return { token: toToken({ ...token, ...its, used_on: null }, now), secret };
}

/**
 * Creates a token of a caller's own account.
 * @throws HttpProblem if the caller has no account, or as `makeToken`
 */
export const makeOwnToken = (
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  principal: Caller['principal'],
  input: NewToken,
): Promise<MadeToken> =>
  db.write(async (trx) => {
    const owner = await requireAccount(trx, principal);
    return makeToken(trx, owner, input, owner, clock());
  });

/** Lists the tokens of an account, or of all accounts without an owner. */
export async function listOwnTokens(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  owner: string | undefined,
): Promise<readonly Token[]> {
  const now = clock();
  return (await listTokens(db, owner)).map((token) => toToken(token, now));
}

/**
 * Ends a token.
 * @param owner - the only account whose token may end; undefined for any
 * @throws HttpProblem if there is no such token
 */
export const endToken = (
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  id: string,
  owner: string | undefined,
  actor: Actor,
): Promise<void> =>
  db.write(async (trx) => {
    const token = await takeToken(trx, id, owner);
    if (token === undefined)
      throw problem('not_found', 'There is no such token, or it has already ended.');
    const object = makeScriptName(token.owner_name, token.name);
    await recordEvent(trx, { at: clock().toISOString(), actor, kind: 'token_ended', object });
  });

const wrong = () =>
  problem(
    'sign_in_required',
    'This token is unknown, ended or expired. Make a new one on your account page.',
    { headers: { 'www-authenticate': 'Bearer' }, guessed: true },
  );
const tooOften = (seconds: number) =>
  problem('rate_limited', `Wait ${seconds} s: too many unknown tokens came from this network.`, {
    headers: { 'retry-after': String(seconds) },
  });

/** Finds callers by token. Their role is the lower one of the token and its owner. */
export class TokenLookup {
  readonly #db: Db;
  readonly #clock: () => Date;
  readonly #limit: AddressThrottle;
  readonly #exports: AddressThrottle;
  readonly #callers = new Map<string, { readonly caller: Caller; readonly at: number }>();
  /**
   * Hashes of tokens that were valid when last sent. Wrong tokens from the same network do not
   * block them.
   */
  readonly #good = new Set<string>();
  readonly #touching = new Set<string>();
  #live: ReadonlySet<string> = new Set();
  #wasUsed = false;
  constructor(db: Db, clock: () => Date) {
    this.#db = db;
    this.#clock = clock;
    this.#limit = new AddressThrottle(() => clock().getTime());
    this.#exports = new AddressThrottle(() => clock().getTime(), exportsPerMinute);
  }

  /**
   * Finds the caller of a token. A mistyped token costs no query.
   * @param block - the sender's block of addresses
   * @throws HttpProblem if the token is wrong or the sender must wait
   */
  async find(secret: string, block: string): Promise<Caller> {
    const hash = await hashSecret(secret);
    const cachedToken = this.#callers.get(hash);
    if (cachedToken !== undefined && performance.now() - cachedToken.at < trustedMs) {
      if (cachedToken.caller.principal?.mode === 'export')
        this.#countExport(cachedToken.caller.token ?? '');
      return cachedToken.caller;
    }
    const wait = this.#good.has(hash) ? 0 : this.#limit.wait(block);
    if (wait > 0) throw tooOften(wait);
    const at = performance.now();
    const isExport = secret.startsWith(exportPrefix);
    const token = (await secretOf(isExport).fits(secret))
      ? await findLiveToken(this.#db.short, hash, this.#clock())
      : undefined;
    if (token === undefined || token.exports_only !== isExport) {
      this.#good.delete(hash);
      throw wrong();
    }
    if (isExport) this.#countExport(token.id);
    await this.#touch(token);
    const caller = { principal: makePrincipal(token), token: token.id };
    if (this.#callers.size >= cacheSize) this.#callers.clear();
    if (this.#good.size >= cacheSize) this.#good.clear();
    this.#callers.set(hash, { caller, at });
    this.#good.add(hash);
    this.#wasUsed = true;
    return caller;
  }
  /** @throws HttpProblem `rate_limited` */
  #countExport(id: string): void {
    const wait = this.#exports.wait(id);
    if (wait > 0)
      throw problem(
        'rate_limited',
        `Wait ${wait} s: this token read ${exportsPerMinute} files in a minute.`,
        { headers: { 'retry-after': String(wait) } },
      );
  }
  /** Drops all cached tokens. Call it after this process changed tokens, accounts or roles. */
  forget(): void {
    this.#callers.clear();
  }

  /** Reads the valid tokens for `isLive`. */
  async refresh(): Promise<void> {
    // no token has been used yet, so no stream depends on one
    if (!this.#wasUsed) return;
    this.#live = new Set(
      (await listLiveTokens(this.#db.short, this.#clock())).map(
        (token) => `${token.id} ${makePrincipal(token).role}`,
      ),
    );
  }
  /** Whether the token of a caller was valid, with the same role, at the last refresh. */
  isLive({ principal, token }: Caller): boolean {
    return this.#live.has(`${token} ${principal?.role}`);
  }

  async #touch({ id, used_on }: StoredToken): Promise<void> {
    const day = await readToday({ db: this.#db.short, clock: this.#clock });
    if (used_on === day || this.#touching.has(id)) return;
    this.#touching.add(id);
    // not awaited, since a long import may be writing; the next request tries again
    void this.#db
      .write((trx) => touchToken(trx, id, day))
      .catch(() => undefined)
      .finally(() => this.#touching.delete(id));
  }
}

const makePrincipal = (token: StoredToken): Principal => ({
  id: token.owner,
  name: makeScriptName(token.owner_name, token.name),
  mode: token.exports_only ? 'export' : 'token',
  role: limitTokenRole(token.role, token.owner_role),
});
