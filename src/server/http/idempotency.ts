import { tagOf } from './entity-tag.ts';
import type { Kept } from './kept-answers.ts';
import { problem } from './problem.ts';

interface Entry {
  readonly body: string;
  readonly at: number;
  kept?: Kept;
}
const dayMs = 24 * 60 * 60 * 1000;
const mostEntries = 20_000;
const inFlight = () =>
  problem('idempotency_conflict', 'The first request with this Idempotency-Key is still being answered: ask again in a moment.', {
    status: 409,
    headers: { 'retry-after': '1' },
  });

/** Answers of changes that bore an Idempotency-Key: sent again within 24 hours with the same body, the first answer comes back and nothing is done twice. */
export class Idempotency {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }

  /** `who` and `what` bound the key: another person's or another address's equal key is another key. */
  async once(request: Request, who: string, body: Uint8Array<ArrayBuffer>, work: () => Promise<Kept>): Promise<Kept> {
    const given = request.headers.get('idempotency-key');
    if (given === null) return work();
    if (!/^[\x21-\x7e]{1,200}$/.test(given)) throw problem('bad_request', 'Send an Idempotency-Key of 1 to 200 visible ASCII characters.');
    const key = JSON.stringify([who, request.method, new URL(request.url).pathname, given]);
    const hash = await tagOf(body);
    this.#dropOld();
    const known = this.#entries.get(key);
    if (known !== undefined) {
      if (known.body !== hash) throw problem('idempotency_conflict', 'Use a new Idempotency-Key: this one was sent with another body.');
      if (known.kept === undefined) throw inFlight();
      return known.kept;
    }
    const entry: Entry = { body: hash, at: this.#now() };
    this.#entries.set(key, entry);
    try {
      entry.kept = await work();
      return entry.kept;
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }

  #dropOld(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= mostEntries && this.#now() - entry.at < dayMs) return;
      this.#entries.delete(key);
    }
  }
}
