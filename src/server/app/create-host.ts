import { Hono } from 'hono';
import { AccountCallers } from '#server/accounts/account-callers.ts';
import { recordExport } from '#server/audit/record-export.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { collectReadsIn } from '#server/db/read-scope.ts';
import { scopeDb } from '#server/db/transaction-scope.ts';
import { RevisionStreams } from '#server/http/events/revision-streams.ts';
import { RevisionWatch } from '#server/http/events/revision-watch.ts';
import type { Host, RequestContext } from '#server/http/host.ts';
import { Idempotency } from '#server/http/idempotency.ts';
import { ChangeLog } from '#server/http/answers/change-log.ts';
import { isVersioned, readChanges } from '#server/http/answers/change-store.ts';
import { AnswerCache } from '#server/http/answers/answer-cache.ts';
import { RejectionLog } from '#server/http/rejection-log.ts';
import { ResponseCache } from '#server/http/response-cache.ts';
import { ServerMetrics } from '#server/http/metrics/server-metrics.ts';
import { StorageHealth } from '#server/http/storage-health.ts';
import { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { MemoryAttemptStore, type AttemptStore } from '#server/http/throttle/attempts.ts';
import { LoadLimit } from '#server/http/throttle/load-limit.ts';
import { DatabaseAttemptStore } from '#server/http/throttle/attempt-store.ts';
import { ZoneClock } from '#server/http/events/zone-clock.ts';
import { readClosedDay, readTimeZone } from '#server/zone/zone-day-service.ts';
import { LinkContext, type LinksHost } from '#server/links/link-context.ts';
import { pauseLinksWithoutRight } from '#server/links/owner-right.ts';
import { findDoubtsIn } from '#server/doubts/doubt-threads.ts';
import { addSumCache } from '#server/projects/sums/sum-cache.ts';
import type { ServerDeps } from './deps.ts';

/** The host with the state that links and other nouns add. */
export interface ServerHost extends Host<ServerDeps>, LinksHost {
  readonly deps: ServerDeps;
  readonly callers: AccountCallers;
}

/** Makes the store of attempts. Servers that share a PostgreSQL share its limits. */
const createAttemptStore = ({ db, clock, secondFactor }: ServerDeps): AttemptStore =>
  db.engine === 'postgres' && secondFactor !== undefined
    ? new DatabaseAttemptStore(db.read, (key) => secondFactor.fingerprint(key), clock)
    : new MemoryAttemptStore();

/** Makes the host that all requests share, without routes. */
export function createHost(givenDeps: ServerDeps): ServerHost {
  const { clock, scope, reads, streams, log } = givenDeps;
  if (reads !== undefined) collectReadsIn(reads);
  const metrics = new ServerMetrics();
  const cachingDb = addSumCache(metrics.countWrites(givenDeps.db));
  if (givenDeps.doubtThreads !== undefined) findDoubtsIn(cachingDb.read, givenDeps.doubtThreads);
  const db = scope === undefined ? cachingDb : scopeDb(cachingDb, scope);
  const deps = { ...givenDeps, db };
  const now = (): number => clock().getTime();
  const revisions = new RevisionWatch(() => currentRevision(givenDeps.db.short));
  const readLog = (after: number, to: number) => readChanges(givenDeps.db.short, after, to);
  const zoneClock = new ZoneClock(revisions, () => readTimeZone(givenDeps.db.short), clock);
  const callers = new AccountCallers({
    db: givenDeps.db,
    clock,
    oneTimeKey: deps.oneTimeKey,
    loopback: deps.config.loopback,
    accounts: deps.passwords !== undefined,
  });
  const attempts = createAttemptStore(givenDeps);
  const links = new LinkContext(deps, revisions, zoneClock, attempts);
  return {
    hono: new Hono<RequestContext>({ strict: true }),
    deps,
    responses: new ResponseCache(),
    answers: new AnswerCache(new ChangeLog(readLog), isVersioned),
    revisions,
    zoneClock,
    closedUntil: () => readClosedDay(givenDeps.db.short),
    streams: new RevisionStreams(
      () => revisions.now(),
      streams,
      () => callers.refresh(),
    ),
    idempotency: new Idempotency(db, clock, scope),
    callers,
    signInThrottle: new SignInThrottle(attempts, now),
    storage: new StorageHealth(),
    metrics,
    load: new LoadLimit(),
    linkStreams: () => links.streams.size,
    rejections: new RejectionLog(log, now),
    links,
    onExport: (request, principal) => recordExport(deps, request, principal),
    onRightsChange: pauseLinksWithoutRight,
    onWrite: () => links.refresh(),
  };
}
