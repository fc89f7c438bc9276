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
 * The functions by which a handler with `commitsItself` commits its last step and its response
 * together.
 */
export interface CallCommit<E> {
  readonly commitHere: (last: () => Promise<Json<ReplyOf<E>> | Answer>) => Promise<Answer>;
  /**
   * Commits a step in another process, which also stores the row that `rowOf` makes of the reply.
   */
  readonly commitInWorker: (
    last: (
      rowOf: (reply: ReplyOf<E>) => Promise<StoredAnswer | undefined>,
    ) => Promise<Json<ReplyOf<E>>>,
  ) => Promise<Answer>;
}

/** An admitted and checked request. `Access` is the result of its admission. */
export type Call<E, Access> = Incoming &
  Input<E> &
  CallCommit<E> &
  Access & {
    /** The revision for which a cached response is made; 0 elsewhere. */
    readonly revision: number;
    /** Aborts once no caller waits for the response any more. */
    readonly signal: AbortSignal;
  };

/** A reply as JSON. */
export interface Json<Reply> extends Pick<Answer, 'tag' | 'headers' | 'cookies'> {
  readonly json: Reply;
}
/** Responds to a call. A `Response` is sent unchanged and never cached. */
export type Handler<E, Access> = (
  call: Call<E, Access>,
) => Promise<Json<ReplyOf<E>> | Answer | Response>;

export interface RouteOptions {
  /**
   * Whether the response depends only on the register, the day, the address and the role, so that
   * it is cached.
   */
  readonly cached?: boolean;
  /** Whether the response names the revision at which it was read, as `revision`. */
  readonly namesRevision?: boolean;
  /** Whether its tag or cursor names that revision. It is then cached for this revision only. */
  readonly ofRevision?: boolean;
  /** The path parameter with the code of the only project whose rows are read. */
  readonly ofProject?: string;
  /**
   * Whether a response from before a change may be sent briefly, with its age, while the next one
   * is made.
   */
  readonly mayBeOld?: boolean;
  /** Whether the handler works long before its change, and commits its last step itself. */
  readonly commitsItself?: boolean;
  /**
   * Whether body or response hold a secret. Then neither may be stored, so an Idempotency-Key is
   * ignored.
   */
  readonly secret?: boolean;
  /** Whether other pages and readers are not notified of the change. */
  readonly silent?: boolean;
}
