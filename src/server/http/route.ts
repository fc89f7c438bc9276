import type { Endpoint } from '#contract/core/endpoint.ts';
import type { z } from '#contract/core/zod.ts';
import { endpoints, type BodyOf, type Endpoints, type QueryOf } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import { authorise, policy, type Grant } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import { readJson, readUpload, uploadLimits, type UploadedFile } from './body.ts';
import type { CallCommit, Handler, Incoming, Input, RouteOptions } from './call.ts';
import type { Actor, Host } from './host.ts';
import { commitWithoutKey, type AnswerCommit } from './idempotency.ts';
import { type ReadStep, readCached, type Result } from './answers/read-cached.ts';
import { checkMediaType } from './request-checks.ts';
import { respond, tagAnswer, type Answer, type TaggedAnswer } from './response-cache.ts';
import { parseInput, parseQuery } from './validation.ts';

/**
 * Decides whether a caller may use an endpoint, and passes the result to the handler.
 * @throws HttpProblem for a rejected caller
 */
export type Admit<Access> = (incoming: Incoming) => Access | Promise<Access>;

/** The access that the policy grants a caller with a session or token. */
export interface AccountAccess extends Grant {
  /** Whether the caller may see notes, contacts and undisclosed fields. */
  readonly mayViewNotes: boolean;
  /** The author that a revision names. */
  readonly author: string;
}
/** Returns the actor that an audit event of a call names. */
export const getActor = ({
  principal,
  author,
}: Pick<AccountAccess, 'author'> & Pick<Incoming, 'principal'>): Actor =>
  principal ?? { name: author };
/** The handler of an endpoint that `route` adds. */
export type AccountHandler<K extends keyof Endpoints> = Handler<Endpoints[K], AccountAccess>;

const admitAccount =
  (id: keyof Endpoints): Admit<AccountAccess> =>
  ({ principal, params }) => ({
    ...authorise(principal, id, params),
    mayViewNotes: principal !== undefined && may(principal.role, 'view_notes'),
    author: principal?.name ?? 'local',
  });

/**
 * Adds an endpoint whose access the policy decides by the role of the caller.
 * @throws Error at the start if a response of one person's own objects is to be cached
 */
export function route<K extends keyof Endpoints>(
  host: Host,
  id: K,
  handler: AccountHandler<K>,
  options: RouteOptions = {},
): void {
  if (options.cached === true && 'own' in policy[id])
    throw new Error(`${id} answers each person differently and cannot be cached.`);
  addEndpoint(host, id, admitAccount(id), handler, options);
}

/** Calls a handler with a revision, a signal and the commit of the pipeline. */
type Work = (revision: number, signal: AbortSignal, commit?: AnswerCommit) => Promise<Result>;
interface Step extends ReadStep {
  readonly work: Work;
}

/**
 * Adds an endpoint to the request pipeline: admit the caller, check the input, do the work once,
 * respond.
 */
export function addEndpoint<K extends keyof Endpoints, Access extends object>(
  host: Host,
  id: K,
  admit: Admit<Access>,
  handler: Handler<Endpoints[K], Access>,
  options: RouteOptions = {},
): void {
  const { method, path, creates }: Endpoint = endpoints[id];
  const toAnswer = (result: Result): Answer => makeAnswer(result, creates === true ? 201 : 200);
  host.hono.on(method, path, async (c) => {
    const request = c.req.raw;
    const { ip, ...env } = c.env;
    const incoming: Incoming = { ...env, ip, request, params: c.req.param() };
    const access = await admit(incoming);
    const { bytes, ...input } = await readInput(id, incoming);
    const work: Work = (revision, signal, commit = commitWithoutKey) =>
      handler({
        ...incoming,
        ...access,
        ...input,
        revision,
        signal,
        ...callCommit(commit, toAnswer),
      });
    const isExport = 'exported' in access;
    const step: Step = {
      host,
      ...incoming,
      query: input.query,
      options,
      exported: isExport,
      work,
      toAnswer,
    };
    return method === 'GET' ? read(step) : change(step, bytes);
  });
}

/** Responds to a GET, from the cache if the endpoint is cached. */
async function read(step: Step): Promise<Response> {
  const { host, request, principal, options, exported, work, toAnswer } = step;
  if (options.cached === true) return readCached(step);
  const result = await work(0, request.signal);
  if (exported) await host.onExport(request, principal);
  return result instanceof Response
    ? result
    : respond(request, await tagAnswer(toAnswer(result)), host.deps.compress);
}

/** Makes a change once per Idempotency-Key, then notifies open pages and readers. */
async function change(step: Step, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { host, request, principal, options, work, toAnswer } = step;
  const make = async (commit?: AnswerCommit): Promise<TaggedAnswer> =>
    tagAnswer(toAnswer(await work(0, request.signal, commit)));
  try {
    const outcome =
      options.secret === true
        ? await make()
        : await host.idempotency.once({ request, who: principal?.id ?? '', body }, (commit) =>
            options.commitsItself === true ? make(commit) : commit.commitHere(() => make()),
          );
    host.storage.clear();
    return respond(request, outcome, host.deps.compress);
  } finally {
    // only now is the change committed
    if (options.silent !== true) announce(host);
  }
}

function announce(host: Host): void {
  host.revisions.forget();
  host.callers.forget();
  void host.streams.look();
  host.onWrite();
}

function callCommit<K extends keyof Endpoints>(
  commit: AnswerCommit,
  toAnswer: (result: Result) => Answer,
): CallCommit<Endpoints[K]> {
  const tag = (result: Result): Promise<TaggedAnswer> => tagAnswer(toAnswer(result));
  return {
    commitHere: (last) => commit.commitHere(async () => tag(await last())),
    commitInWorker: (last) =>
      commit.commitInWorker(async (rowOf) =>
        tag(await last(async (json) => rowOf(await tag({ json })))),
      ),
  };
}

const noFile: UploadedFile = { name: '', bytes: new Uint8Array() };
const encoder = new TextEncoder();

/**
 * Reads and checks the input of a request. `bytes` is the body as it was sent, for its
 * Idempotency-Key.
 */
async function readInput<K extends keyof Endpoints>(
  id: K,
  { request, params: rawParams }: Incoming,
): Promise<Input<Endpoints[K]> & { readonly bytes: Uint8Array<ArrayBuffer> }> {
  const shape = schemas[id];
  const params = parseInput(shape.params as z.ZodType<Input<Endpoints[K]>['params']>, rawParams);
  const query = parseInput(
    shape.query as unknown as z.ZodType<QueryOf<Endpoints[K]>>,
    parseQuery(new URL(request.url).search),
  );
  const routeInput = { params, query, file: noFile, body: undefined as BodyOf<Endpoints[K]> };
  if (shape.body === undefined) return { ...routeInput, bytes: noFile.bytes };
  const limit = uploadLimits[id];
  checkMediaType(request, limit !== undefined);
  if (limit !== undefined) {
    const file = await readUpload(request, limit);
    return { ...routeInput, file, bytes: file.bytes };
  }
  const input = await readJson(request);
  const body = parseInput(shape.body as z.ZodType, input) as BodyOf<Endpoints[K]>;
  return { ...routeInput, body, bytes: encoder.encode(JSON.stringify(input)) };
}

function makeAnswer(result: Result, status: number): Answer {
  if (result instanceof Response) throw new Error('A Response cannot be cached.');
  if ('bytes' in result) return result;
  const { json, ...more } = result;
  return {
    bytes: encoder.encode(JSON.stringify(json)),
    type: 'application/json; charset=utf-8',
    status,
    ...more,
  };
}
