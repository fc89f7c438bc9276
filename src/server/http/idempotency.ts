import type { Db } from '#server/db/db.ts';
import type { TransactionScope } from '#server/db/transaction-scope.ts';
import { findStoredAnswer, storeAnswer, type StoredAnswer } from './idempotency-store.ts';
import { hashTag } from './etag.ts';
import type { TaggedAnswer } from './response-cache.ts';
import { problem } from '#server/core/problem.ts';
import { openAnswer, sealAnswer } from './sealed-response.ts';

const dayMs = 24 * 60 * 60 * 1000;
const inFlight = () =>
  problem(
    'idempotency_conflict',
    'The first request with this Idempotency-Key is still being answered: ask again in a moment.',
    {
      status: 409,
      headers: { 'retry-after': '1' },
    },
  );
const otherBody = () =>
  problem(
    'idempotency_conflict',
    'Use a new Idempotency-Key: this one was sent with another body.',
  );

export interface RepeatableRequest {
  readonly request: Request;
  /** Who sent it: another person's equal key is another key. */
  readonly who: string;
  readonly body: Uint8Array<ArrayBuffer>;
}
/** Ways to do work and keep its answer, both or none. */
export interface AnswerCommit {
  /** As one transaction of this process. */
  commitHere(work: () => Promise<TaggedAnswer>): Promise<TaggedAnswer>;
  /** As one transaction of another process, which stores what `rowOf` makes of the answer; without a key that is nothing. */
  commitInWorker(
    work: (
      rowOf: (kept: TaggedAnswer) => Promise<StoredAnswer | undefined>,
    ) => Promise<TaggedAnswer>,
  ): Promise<TaggedAnswer>;
}
/** Of a request without a key. */
export const commitWithoutKey: AnswerCommit = {
  commitHere: (work) => work(),
  commitInWorker: (work) => work(async () => undefined),
};

/**
 * Answers of changes that bore an Idempotency-Key: sent again within 24 hours with the same body, the first answer comes
 * back and nothing is done twice. The answer is committed together with what the work did, so that a server that is killed
 * in between has either both or nothing. What was refused is not kept.
 */
export class Idempotency {
  readonly #underWay = new Map<string, string>();
  readonly #db: Db;
  readonly #clock: () => Date;
  readonly #scope: TransactionScope | undefined;
  /** `db` as the work sees it. Without a scope, as in the demo, the answer is kept right after the work. */
  constructor(db: Db, clock: () => Date, scope: TransactionScope | undefined) {
    this.#db = db;
    this.#clock = clock;
    this.#scope = scope;
  }

  /** `work` is given the way to do its last part as one transaction; what it does outside of that may happen again. */
  async once(
    { request, who, body }: RepeatableRequest,
    work: (atomic: AnswerCommit) => Promise<TaggedAnswer>,
  ): Promise<TaggedAnswer> {
    const key = request.headers.get('idempotency-key');
    if (key === null) return work(commitWithoutKey);
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw problem('bad_request', 'Send an Idempotency-Key of 1 to 200 visible ASCII characters.');
    const path = new URL(request.url).pathname;
    const name = {
      owner: who,
      key_hash: await hashTag(
        new TextEncoder().encode(JSON.stringify([request.method, path, key])),
      ),
    };
    // with the key, which is not kept: else a password in the body could be guessed from its hash
    const bodyHash = await hashTag(
      new Uint8Array([...new TextEncoder().encode(`${key}\n`), ...body]),
    );
    const id = `${name.owner} ${name.key_hash}`;
    const first = this.#underWay.get(id);
    if (first !== undefined) throw first === bodyHash ? inFlight() : otherBody();
    this.#underWay.set(id, bodyHash);
    const before = async (): Promise<TaggedAnswer | undefined> => {
      const known = await findStoredAnswer(this.#db, name, this.#clock());
      if (known !== undefined && known.body_hash !== bodyHash) throw otherBody();
      return known && openAnswer(key, known.answer);
    };
    let isKept = false;
    const rowOf = async (kept: TaggedAnswer): Promise<StoredAnswer> => ({
      ...name,
      body_hash: bodyHash,
      status: kept.status ?? 200,
      answer: await sealAnswer(key, kept),
      expires_at: new Date(this.#clock().getTime() + dayMs).toISOString(),
    });
    const keepIt = async (kept: TaggedAnswer): Promise<TaggedAnswer> => {
      const row = await rowOf(kept);
      await this.#db.write((trx) => storeAnswer(trx, row, this.#clock()));
      isKept = true;
      return kept;
    };
    const atomic: AnswerCommit = {
      commitHere: (last) => this.#atOnce(async () => (await before()) ?? keepIt(await last())),
      commitInWorker: async (last) => {
        try {
          const kept = await last(rowOf);
          isKept = true;
          return kept;
        } catch (error) {
          // another process may have been sent the same request, and have done it first
          const known = await before();
          if (known === undefined) throw error;
          return known;
        }
      },
    };
    try {
      const known = await before();
      if (known !== undefined) return known;
      const kept = await work(atomic);
      return isKept ? kept : await keepIt(kept);
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** One transaction: another process that was sent the same request waits, and then finds the answer. */
  #atOnce(work: () => Promise<TaggedAnswer>): Promise<TaggedAnswer> {
    const scope = this.#scope;
    return scope === undefined ? work() : this.#db.write((trx) => scope.run(trx, work));
  }
}
