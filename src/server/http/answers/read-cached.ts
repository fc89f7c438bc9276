import { ageHeader } from '#contract/core/endpoint.ts';
import { compact } from '#domain/values/compact.ts';
import type { Incoming, Json, RouteOptions } from '#server/http/call.ts';
import { answerKey, pathWithQuery, type Host } from '#server/http/host.ts';
import { respond, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import { findAllowedAge } from './allowed-age.ts';
import type { MadeAnswer } from './answer-cache.ts';

export type Result = Json<unknown> | Answer | Response;

/** An admitted and checked request to read. */
export interface ReadStep extends Incoming {
  readonly host: Host;
  readonly query: unknown;
  readonly options: RouteOptions;
  /** Whether the response is exported data, so that the audit names the caller. */
  readonly exported: boolean;
  readonly work: (revision: number, signal: AbortSignal) => Promise<Result>;
  readonly toAnswer: (result: Result) => Answer;
}

/** Marks an answer that holds exported data, which the audit log records. */
export const markExported = (answer: Answer, isExport: boolean): Answer => ({
  ...answer,
  ...compact({ exported: isExport ? (true as const) : undefined }),
});

/** Responds to a GET from the cached answers, or makes and caches the answer. */
export async function readCached(step: ReadStep): Promise<Response> {
  const { host, request, options, exported } = step;
  const revision = await host.revisions.now();
  const path = pathWithQuery(new URL(request.url));
  const key = answerKey(await host.zoneClock.today(), path, step.principal?.role);
  const make = (signal?: AbortSignal): Promise<TaggedAnswer> =>
    host.answers.make(key, revision, (signal) => makeAnswer(step, revision, signal), signal);
  host.metrics.countLookup(false);
  const answer = await host.answers.find(key, revision);
  if (answer?.changes?.length === 0) return send(answer.answer);
  const age = options.mayBeOld === true ? await findAllowedAge(host, step, answer) : undefined;
  if (answer === undefined || age === undefined) return send(await make(request.signal));
  // later requests share this work
  make().catch(() => undefined);
  return send({
    ...answer.answer,
    headers: { ...answer.answer.headers, [ageHeader]: String(age) },
  });

  async function send(answer: TaggedAnswer): Promise<Response> {
    if (exported) await host.onExport(request, step.principal);
    return respond(request, answer, host.deps.compress);
  }
}

/** Makes an answer for the cache, with its dependencies. */
async function makeAnswer(
  step: ReadStep,
  revision: number,
  signal: AbortSignal,
): Promise<MadeAnswer> {
  const { options, exported, params, work, toAnswer } = step;
  const result = await work(revision, signal);
  const answer = markExported(toAnswer(result), exported);
  if (result instanceof Response || !('json' in result) || exported || options.ofRevision === true)
    return { answer, isOfRevision: true };
  const { json } = result;
  const isCurrent =
    typeof json === 'object' &&
    json !== null &&
    'revision' in json &&
    Number(json.revision) >= revision;
  return {
    answer,
    atRevision:
      options.namesRevision === true && isCurrent
        ? (later) => toAnswer({ ...result, json: { ...json, revision: later } })
        : undefined,
    project: options.ofProject === undefined ? undefined : params[options.ofProject],
  };
}
