import { compact } from '#domain/values/compact.ts';
import type { Hono } from 'hono';
import { dayOf } from '#domain/values/date.ts';
import type { Endpoint } from '#contract/core/endpoint.ts';
import {
  endpoints,
  type BodyOf,
  type Endpoints,
  type QueryOf,
  type ReplyOf,
} from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import type { z } from '#contract/core/zod.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readJson, readUpload, uploadLimits, type UploadedFile } from './body.ts';
import { checkMediaType } from './request-checks.ts';
import { commitWithoutKey, type AnswerCommit, type Idempotency } from './idempotency.ts';
import {
  tagAnswer,
  respond,
  type Answer,
  type TaggedAnswer,
  type ResponseCache,
} from './response-cache.ts';
import type { RevisionStreams } from '#server/http/events/revision-streams.ts';
import type { StorageHealth } from './storage-health.ts';
import type { RejectionLog } from './rejection-log.ts';
import type { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { recordExport } from '#server/audit/record-export.ts';
import type { TokenLookup } from '#server/accounts/tokens/service.ts';
import type { Caller, SessionLookup } from '#server/accounts/sessions/session-lookup.ts';
import type { RevisionWatch } from '#server/http/events/revision-watch.ts';
import { parseInput, parseQuery } from './validation.ts';
import type { StoredAnswer } from './idempotency-store.ts';
import type { LinkContext } from '#server/links/link-context.ts';
import { admit, may, policy, type Admission, type Principal } from '#server/core/policy.ts';

/** What Hono carries beside the request. */
export interface Carried {
  readonly Bindings: Caller & {
    /** The principal was given by the surroundings, as in the demo. */
    readonly given?: boolean;
    readonly https: boolean;
    readonly ip?: string | undefined;
  };
}
/** The app under construction: what routes are added to, and what they answer from. */
export interface Host {
  readonly hono: Hono<Carried>;
  readonly deps: AppDeps;
  readonly responses: ResponseCache;
  readonly revisions: RevisionWatch;
  readonly streams: RevisionStreams;
  readonly idempotency: Idempotency;
  readonly callers: SessionLookup;
  readonly tokens: TokenLookup;
  readonly signInThrottle: SignInThrottle;
  readonly rejections: RejectionLog;
  readonly storage: StorageHealth;
  readonly links: LinkContext;
}
/** One checked request. */
export interface Call<E> extends Admission {
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly file: UploadedFile;
  readonly request: Request;
  readonly https: boolean;
  readonly principal: Principal | undefined;
  /** Whether notes, contacts and what was not disclosed may be seen. */
  readonly mayViewNotes: boolean;
  /** The session of an account that it came by. */
  readonly session: string | undefined;
  readonly ip: string | undefined;
  /** Who a revision names as its author. */
  readonly author: string;
  /** The revision that the answer is kept under. */
  readonly revision: number;
  /** Fires when nobody waits for the answer any more. */
  readonly left: AbortSignal;
  /** Of a route that is apart: does the last part of the work and keeps its answer, both or none, here or in another process. */
  readonly commitHere: (last: () => Promise<Json<ReplyOf<E>> | Answer>) => Promise<Answer>;
  readonly commitInWorker: (
    last: (
      rowOf: (reply: ReplyOf<E>) => Promise<StoredAnswer | undefined>,
    ) => Promise<Json<ReplyOf<E>>>,
  ) => Promise<Answer>;
}
type More = Pick<Answer, 'tag' | 'headers' | 'cookies'>;
/** A reply as JSON; the type says which endpoint's. */
export interface Json<Reply> extends More {
  readonly json: Reply;
}
export interface RouteOptions {
  /** The answer depends on nothing but revision, day and address, and is kept ready. */
  readonly cached?: boolean;
  /** Takes long before it changes anything: the work says itself which last part is one transaction with its kept answer. */
  readonly commitsItself?: boolean;
  /** Its body or its answer holds a password, a secret or a cookie: an Idempotency-Key is not heeded, since nothing of it may be kept. */
  readonly secret?: boolean;
}
const noFile: UploadedFile = { name: '', bytes: new Uint8Array() };
const encoder = new TextEncoder();

/** Under what name an answer is kept: it holds for one revision, one day of the wall clock, one address and, as `extra`, one role. */
export const cacheKey = (revision: number, clock: () => Date, path: string, extra = ''): string =>
  `${revision} ${dayOf(clock())} ${extra} ${path}`;
export const pathWithQuery = (url: URL): string => url.pathname + url.search;

/** Answers one endpoint: lets in whom the policy lets in, checks the request against its schemas, then does the work, once per idempotency key and once per kept answer. */
export function route<K extends keyof Endpoints>(
  host: Host,
  id: K,
  work: (call: Call<Endpoints[K]>) => Promise<Json<ReplyOf<Endpoints[K]>> | Answer | Response>,
  options: RouteOptions = {},
): void {
  const { method, path, makes }: Endpoint = endpoints[id];
  const answerOf = (result: Json<unknown> | Answer | Response): Answer =>
    answered(result, makes === true ? 201 : 200);
  const shape = schemas[id];
  const { deps } = host;
  if (options.cached === true && 'own' in policy[id])
    throw new Error(`${id} answers each person differently and can not be kept.`);
  host.hono.on(method, path, async (c) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    const { principal, session, https, ip } = c.env;
    const admission = admit(principal, id, c.req.param());
    const params = parseInput(
      shape.params as z.ZodType<Readonly<Record<string, string>>>,
      c.req.param(),
    );
    const query = parseInput(
      shape.query as unknown as z.ZodType<QueryOf<Endpoints[K]>>,
      parseQuery(url.search),
    );
    const author = principal?.name ?? 'local';
    const mayViewNotes = principal !== undefined && may(principal.role, 'view_notes');
    const uploadLimit = uploadLimits[id];
    const upload = uploadLimit !== undefined;
    if (shape.body !== undefined) checkMediaType(request, upload);
    const file = upload ? await readUpload(request, uploadLimit) : noFile;
    const given = shape.body === undefined || upload ? undefined : await readJson(request);
    const body = (
      shape.body === undefined || upload ? undefined : parseInput(shape.body as z.ZodType, given)
    ) as BodyOf<Endpoints[K]>;
    const ask = (revision: number, left: AbortSignal, atomic: AnswerCommit = commitWithoutKey) => {
      const kept = async (result: Json<unknown> | Answer) => tagAnswer(answerOf(result));
      const commitHere: Call<Endpoints[K]>['commitHere'] = (last) =>
        atomic.commitHere(async () => kept(await last()));
      const commitInWorker: Call<Endpoints[K]>['commitInWorker'] = (last) =>
        atomic.commitInWorker(async (rowOf) =>
          kept(await last(async (json) => rowOf(await kept({ json })))),
        );
      const who = { https, principal, mayViewNotes, session, ip, author };
      return work({
        ...admission,
        ...who,
        params,
        query,
        body,
        file,
        request,
        revision,
        left,
        commitHere,
        commitInWorker,
      });
    };
    const make = async (
      revision: number,
      left: AbortSignal,
      atomic?: AnswerCommit,
    ): Promise<Answer> => ({
      ...answerOf(await ask(revision, left, atomic)),
      ...compact({ exported: admission.exported ? true : undefined }),
    });
    if (method === 'GET') {
      if (options.cached !== true) {
        const result = await ask(0, request.signal);
        if (admission.exported) await recordExport(host, request, principal);
        // a document that leaves as it is written
        return result instanceof Response
          ? result
          : respond(request, await tagAnswer(answerOf(result)), deps.compress);
      }
      const revision = await host.revisions.now();
      const key = cacheKey(revision, deps.clock, pathWithQuery(url), principal?.role);
      const ready = await host.responses.getOrMake(
        key,
        (left) => make(revision, left),
        request.signal,
      );
      if (admission.exported) await recordExport(host, request, principal);
      return respond(request, ready, deps.compress);
    }
    const bytes = upload
      ? (file.bytes as Uint8Array<ArrayBuffer>)
      : encoder.encode(JSON.stringify(given));
    const change = async (atomic: AnswerCommit): Promise<TaggedAnswer> =>
      options.commitsItself === true
        ? tagAnswer(await make(0, request.signal, atomic))
        : atomic.commitHere(async () => tagAnswer(await make(0, request.signal)));
    try {
      const done =
        options.secret === true
          ? await tagAnswer(await make(0, request.signal))
          : await host.idempotency.once({ request, who: principal?.id ?? '', body: bytes }, change);
      host.storage.clear();
      return respond(request, done, deps.compress);
    } finally {
      // only now is it committed
      host.revisions.forget();
      host.callers.forget();
      host.tokens.forget();
      void host.streams.look();
      host.links.written();
    }
  });
}

function answered(result: Json<unknown> | Answer | Response, status: number): Answer {
  if (result instanceof Response)
    throw new Error('Only what is not kept can leave as it is written.');
  if ('bytes' in result) return result;
  const { json, ...more } = result;
  return {
    bytes: encoder.encode(JSON.stringify(json)),
    type: 'application/json; charset=utf-8',
    status,
    ...more,
  };
}
