import type { BodyOf, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import type { Caller } from '#server/core/policy.ts';
import type { UploadedFile } from './body.ts';
import type { StoredAnswer } from './idempotency-store.ts';
import type { Answer } from './response-cache.ts';

export type Params = Readonly<Record<string, string>>;

/** A request with a known caller and unchecked input. */
export interface Incoming extends Caller {
  readonly request: Request;
  /** The parameters of the path. */
  readonly params: Params;
  readonly https: boolean;
  readonly ip: string | undefined;
}

/** The input of a request, checked against the schemas of its endpoint. */
export interface Input<E> {
  readonly params: Params;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly file: UploadedFile;
}

/**
 * How a handler with `commitsItself` stores its last step together with its response: both or
 * neither.
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

/** An admitted and checked request. `Access`: the findings of the admission. */
export type Call<E, Access> = Incoming &
  Input<E> &
  CallCommit<E> &
  Access & {
    /** The revision for which a cached response is made; 0 elsewhere. */
    readonly revision: number;
    /** Aborts when no caller waits for the response any more. */
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

export interface RouteOptions {
  /**
   * The response depends only on the register, the day, the address and the role, so it is cached.
   */
  readonly cached?: boolean;
  /** The response names as `revision` the revision that it was read at. */
  readonly namesRevision?: boolean;
  /** Its tag or its cursor names the revision that it was read at: it is cached for that one. */
  readonly ofRevision?: boolean;
  /** The parameter of the path that names the only project whose rows are read. */
  readonly ofProject?: string;
  /**
   * A response from before a change may be sent for a moment, with its age, while the next one is
   * made.
   */
  readonly mayBeOld?: boolean;
  /** The handler works long before it changes anything, and commits its last step itself. */
  readonly commitsItself?: boolean;
  /**
   * The body or the response holds a secret, so nothing of it may be stored: an Idempotency-Key is
   * ignored.
   */
  readonly secret?: boolean;
  /** Other pages and readers are not notified of the change. */
  readonly silent?: boolean;
}
