import type { Hono } from 'hono';
import type { IsoDate } from '#domain/values/date.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller, Principal } from '#server/core/policy.ts';
import type { Role } from '#contract/core/rights.ts';
import type { RevisionStreams } from '#server/http/events/revision-streams.ts';
import type { RevisionWatch } from '#server/http/events/revision-watch.ts';
import type { LoadLimit } from '#server/http/throttle/load-limit.ts';
import type { ServerMetrics } from '#server/http/metrics/server-metrics.ts';
import type { ZoneClock } from '#server/http/events/zone-clock.ts';
import type { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import type { Idempotency } from './idempotency.ts';
import type { AnswerCache } from './answers/answer-cache.ts';
import type { RejectionLog } from './rejection-log.ts';
import type { ResponseCache } from './response-cache.ts';
import type { StorageHealth } from './storage-health.ts';

/** The context of a request in Hono. */
export interface RequestContext {
  readonly Bindings: Caller & { readonly https: boolean; readonly ip?: string | undefined };
}

/** Finds the callers of requests. The accounts implement it. */
export interface CallerLookup {
  /**
   * Whether anyone has an account. Once true it stays true: accounts are disabled, never deleted.
   */
  hasAccounts(): Promise<boolean>;
  /** Whether the session or token of a caller is still live, with the same role. */
  isLive(caller: Caller): boolean;
  /** Drops cached sessions and tokens. Call it after accounts, sessions or roles have changed. */
  forget(): void;
}

/** An account whose role or state changed. */
export interface ChangedAccount {
  readonly id: string;
  readonly role: Role;
  readonly state: 'active' | 'disabled';
}
/** The actor of an audit event. Omit `id` for anyone without an account. */
export interface Actor {
  readonly id?: string;
  readonly name: string;
}

/** The app under construction, to which routes are added. */
export interface Host<Deps extends AppDeps = AppDeps> {
  readonly hono: Hono<RequestContext>;
  readonly deps: Deps;
  readonly responses: ResponseCache;
  /** The cache of API responses by the tables that they read. */
  readonly answers: AnswerCache;
  readonly revisions: RevisionWatch;
  readonly zoneClock: ZoneClock;
  /**
   * Returns the last day of the last closed month of the displayed zone. Undefined if no month is
   * closed.
   */
  readonly closedUntil: () => Promise<IsoDate | undefined>;
  readonly streams: RevisionStreams;
  readonly idempotency: Idempotency;
  readonly callers: CallerLookup;
  readonly signInThrottle: SignInThrottle;
  readonly rejections: RejectionLog;
  readonly storage: StorageHealth;
  readonly metrics: ServerMetrics;
  readonly load: LoadLimit;
  /** Returns the number of open streams of shared links. */
  readonly linkStreams: () => number;
  /** Records an export and its caller. It runs before the data is sent. */
  readonly onExport: (request: Request, principal: Principal | undefined) => Promise<void>;
  /** Runs in the transaction that changed a role or the state of an account. */
  readonly onRightsChange: (
    trx: Trx,
    account: ChangedAccount,
    actor: Actor,
    at: string,
  ) => Promise<void>;
  /** Runs after each change that this process committed. */
  readonly onWrite: () => void;
}

/**
 * Makes the key of a cached response for one revision, one day of the zone and one address.
 * @param variant - distinguishes callers whose responses differ, for example by role
 */
export const cacheKey = (revision: number, day: IsoDate, path: string, variant = ''): string =>
  `${revision} ${day} ${variant} ${path}`;
/** Makes the key of a cached API response for one day of the zone, one role and one address. */
export const answerKey = (day: IsoDate, path: string, role: Role | undefined): string =>
  `${day} ${role ?? ''} ${path}`;
/** Returns the path and the query of an address, without its host and fragment. */
export const pathWithQuery = (url: URL): string => url.pathname + url.search;
