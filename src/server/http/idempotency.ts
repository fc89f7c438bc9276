import type { Db } from '#server/db/db.ts';
import type { TransactionScope } from '#server/db/transaction-scope.ts';
import { findStoredAnswer, storeAnswer, type StoredAnswer } from './idempotency-store.ts';
import { hashTag } from './etag.ts';
import type { TaggedAnswer } from './response-cache.ts';
import { problem } from '#server/core/problem.ts';
import { openAnswer, sealAnswer } from './sealed-response.ts';

const dayMs = 24 * 60 * 60 * 1000;
const otherBody = () =>
  problem(
    'idempotency_conflict',
    'Use a new Idempotency-Key: this one was sent with another body.',
  );

export interface RepeatableRequest {
  readonly request: Request;
  /** Identifies the sender. Equal keys of different senders are different keys. */
  readonly who: string;
  readonly body: Uint8Array<ArrayBuffer>;
}
/** Commits a change and its response together: both or neither. */
export interface AnswerCommit {
  /** Commits in one transaction of this process. */
  commitHere(work: () => Promise<TaggedAnswer>): Promise<TaggedAnswer>;
  /**
   * Commits in a transaction of another process, which stores the row that `rowOf` makes of the
   * response. Without a key there is no row.
   */
  commitInWorker(
    work: (
      rowOf: (answer: TaggedAnswer) => Promise<StoredAnswer | undefined>,
    ) => Promise<TaggedAnswer>,
  ): Promise<TaggedAnswer>;
}
/** A request with a key that has no response yet. */
interface RunningRequest {
  readonly body_hash: string;
  /** Ends with the request, also if it is rejected. */
  readonly end: Promise<void>;
}
/** The commit of a request without a key. */
export const commitWithoutKey: AnswerCommit = {
  commitHere: (work) => work(),
  commitInWorker: (work) => work(async () => undefined),
};

/** A request with an Idempotency-Key. The key itself is never stored. */
interface KeyedRequest extends Pick<StoredAnswer, 'owner' | 'key_hash' | 'body_hash'> {
  readonly key: string;
}
async function readKey(
  key: string,
  request: Request,
  owner: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<KeyedRequest> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw problem('bad_request', 'Send an Idempotency-Key of 1 to 200 visible ASCII characters.');
  const encoder = new TextEncoder();
  const path = new URL(request.url).pathname;
  return {
    key,
    owner,
    key_hash: await hashTag(encoder.encode(JSON.stringify([request.method, path, key]))),
    // hashed together with the key, which is not stored: otherwise an attacker could guess a
    // password in the body from the hash
    body_hash: await hashTag(new Uint8Array([...encoder.encode(`${key}\n`), ...body])),
  };
}

/**
 * Stores the responses to changes with an Idempotency-Key. A repeated request within 24 hours and
 * with the same body gets the first response, and nothing is done twice. A response is committed
 * together with its change, so a killed server has stored both or neither. Rejections are not
 * stored.
 */
export class Idempotency {
  readonly #underWay = new Map<string, RunningRequest>();
  readonly #db: Db;
  readonly #clock: () => Date;
  readonly #scope: TransactionScope | undefined;
  /** @param scope - omit it, as in the demo, to store the response right after the change */
  constructor(db: Db, clock: () => Date, scope: TransactionScope | undefined) {
    this.#db = db;
    this.#clock = clock;
    this.#scope = scope;
  }

  /**
   * Does a change once per key. A request that arrives while the first one runs waits for it: a
   * browser repeats a request by itself if its connection breaks.
   * @param work - commits its last step by its argument; everything before that step may run again
   * @throws HttpProblem if the key belongs to another body
   */
  async once(
    { request, who, body }: RepeatableRequest,
    work: (commit: AnswerCommit) => Promise<TaggedAnswer>,
  ): Promise<TaggedAnswer> {
    const key = request.headers.get('idempotency-key');
    if (key === null) return work(commitWithoutKey);
    const keyedRequest = await readKey(key, request, who, body);
    const id = `${keyedRequest.owner} ${keyedRequest.key_hash}`;
    await this.#waitForOthers(id, keyedRequest.body_hash);
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    this.#underWay.set(id, { body_hash: keyedRequest.body_hash, end });
    try {
      const storedAnswer = await this.#find(keyedRequest);
      if (storedAnswer !== undefined) return storedAnswer;
      const box: { answer?: TaggedAnswer } = {};
      const answer = await work(this.#commit(keyedRequest, box));
      return box.answer === undefined ? await this.#store(keyedRequest, answer) : answer;
    } finally {
      this.#underWay.delete(id);
      finish();
    }
  }

  async #waitForOthers(id: string, bodyHash: string): Promise<void> {
    for (let one = this.#underWay.get(id); one !== undefined; one = this.#underWay.get(id)) {
      if (one.body_hash !== bodyHash) throw otherBody();
      await one.end;
    }
  }

  /** Makes the commit of a change. It puts the stored response into `stored`. */
  #commit(keyedRequest: KeyedRequest, box: { answer?: TaggedAnswer }): AnswerCommit {
    return {
      commitHere: (last) =>
        this.#atOnce(async () => {
          const storedAnswer = await this.#find(keyedRequest);
          if (storedAnswer !== undefined) return storedAnswer;
          box.answer = await this.#store(keyedRequest, await last());
          return box.answer;
        }),
      commitInWorker: async (last) => {
        try {
          box.answer = await last((answer) => this.#toRow(keyedRequest, answer));
          return box.answer;
        } catch (error) {
          // another process may have committed the same request first
          const storedAnswer = await this.#find(keyedRequest);
          if (storedAnswer === undefined) throw error;
          return storedAnswer;
        }
      },
    };
  }

  async #find({ key, body_hash, ...name }: KeyedRequest): Promise<TaggedAnswer | undefined> {
    const storedAnswer = await findStoredAnswer(this.#db, name, this.#clock());
    if (storedAnswer !== undefined && storedAnswer.body_hash !== body_hash) throw otherBody();
    return storedAnswer && openAnswer(key, storedAnswer.answer);
  }
  async #toRow({ key, ...name }: KeyedRequest, answer: TaggedAnswer): Promise<StoredAnswer> {
    return {
      ...name,
      status: answer.status ?? 200,
      answer: await sealAnswer(key, answer),
      expires_at: new Date(this.#clock().getTime() + dayMs).toISOString(),
    };
  }
  async #store(keyedRequest: KeyedRequest, answer: TaggedAnswer): Promise<TaggedAnswer> {
    const row = await this.#toRow(keyedRequest, answer);
    await this.#db.write((trx) => storeAnswer(trx, row, this.#clock()));
    return answer;
  }

  /**
   * Runs work in one transaction. Another process with the same request waits and then finds the
   * response.
   */
  #atOnce(work: () => Promise<TaggedAnswer>): Promise<TaggedAnswer> {
    const scope = this.#scope;
    return scope === undefined ? work() : this.#db.write((trx) => scope.run(trx, work));
  }
}
