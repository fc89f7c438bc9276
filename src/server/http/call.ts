import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import type { Caller } from '#server/core/policy.ts';
import type { UploadedFile } from './body.ts';
import type { StoredAnswer } from './idempotency-store.ts';
import type { Answer } from './response-cache.ts';

export type Params = Readonly<Record<string, string>>;

/** A request whose sender is known and whose input is not checked yet. */
export interface Incoming extends Caller {
  readonly request: Request;
  /** The parts of the path that its route names. */
  readonly params: Params;
  readonly https: boolean;
  readonly ip: string | undefined;
}

/** What a request asks, checked against the schemas of its endpoint. */
export interface Input<E> {
  readonly params: Params;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly file: UploadedFile;
}

/**
 * The ways in which a handler with `commitsItself` stores its last step together with its answer:
 * both or none.
 */
export interface CallCommit<E> {
  readonly commitHere: (last: () => Promise<Json<ReplyOf<E>> | Answer>) => Promise<Answer>;
  /** For a step that another process commits. It stores the row that `rowOf` makes of the reply. */
  readonly commitInWorker: (
    last: (
      rowOf: (reply: ReplyOf<E>) => Promise<StoredAnswer | undefined>,
    ) => Promise<Json<ReplyOf<E>>>,
  ) => Promise<Answer>;
}

/**
 * One admitted and checked request, as a handler gets it. `Access`: what the admission found out.
 */
export type Call<E, Access> = Incoming &
  Input<E> &
  CallCommit<E> &
  Access & {
    /** The revision that a cached answer is made for; 0 elsewhere. */
    readonly revision: number;
    /** Aborts when nobody waits for the answer any more. */
    readonly signal: AbortSignal;
  };

/** A reply as JSON. */
export interface Json<Reply> extends Pick<Answer, 'tag' | 'headers' | 'cookies'> {
  readonly json: Reply;
}
/** Answers a call. A `Response` is sent as it is; it cannot be cached. */
export type Handler<E, Access> = (
  call: Call<E, Access>,
) => Promise<Json<ReplyOf<E>> | Answer | Response>;
