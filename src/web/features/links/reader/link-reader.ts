import type { SharedPayload } from '#contract/links/schemas.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { isAway, Reach } from '#web/data/reachability.ts';
import type { FirstReply } from '#web/data/links/send-secret.ts';
import { readAddressLink, setAddressLink } from '#web/url/link-address.ts';
import { openShared, readShared } from './queries.ts';

/** The state of a shared link in this tab. */
export type Reading =
  | { readonly at: 'opening' | 'paste' | 'paused' | 'unknown' | 'busy' | 'over' }
  | { readonly at: 'password'; readonly wrong: boolean }
  | { readonly at: 'ended'; readonly on: string }
  | { readonly at: 'failed'; readonly failure: ProblemError }
  /** `failedAt` is the time since which reading has failed, in ms. The last payload stays. */
  | {
      readonly at: 'open';
      readonly payload: SharedPayload;
      readonly etag: string | undefined;
      readonly readAt: number;
      readonly failedAt?: number;
    };

async function startReading(link: string): Promise<Reading> {
  const read = await readShared(link);
  if (read === undefined) return { at: 'over' };
  setAddressLink(link);
  return { at: 'open', payload: read.data, etag: read.etag, readAt: Date.now() };
}
const readingWith = async (secret: string, password?: string): Promise<Reading> =>
  readingOf(await openShared(secret, password));
async function readingOf(reply: FirstReply): Promise<Reading> {
  if (reply.state === 'unknown' || reply.state === 'busy') return { at: reply.state };
  if (reply.state === 'open') return startReading(reply.link);
  if (reply.state === 'password_needed') return { at: 'password', wrong: reply.wrong };
  return reply.state === 'ended' ? { at: 'ended', on: reply.on } : { at: 'paused' };
}
/**
 * Reads the link again. When the session has ended, opens a new one, whose result shows the state
 * of the link.
 */
async function readingAgain(link: string | undefined, secret: string): Promise<Reading> {
  if (link === undefined) return secret === '' ? { at: 'paste' } : readingWith(secret);
  const reading = await startReading(link);
  return reading.at === 'over' && secret !== '' ? readingWith(secret) : reading;
}
function toFailure(error: unknown): Reading {
  const failure = toProblem(error);
  if (failure.code === 'not_found' || failure.code === 'bad_request') return { at: 'unknown' };
  return failure.code === 'rate_limited' ? { at: 'busy' } : { at: 'failed', failure };
}

/**
 * One link in this tab: its secret, its session, and whether the server answers. Passes each
 * reading to `show`.
 */
export class LinkReader {
  /** The probe reads the link itself. */
  readonly reach = new Reach(async () => {
    const reading = await this.#showing(readingAgain(this.#link, this.#secret));
    if (reading.at === 'failed') throw reading.failure;
  });
  readonly #show: (reading: Reading) => void;
  #secret = '';
  #link: string | undefined;
  /**
   * The last link that was open here. Its session continues when the link was paused and is
   * resumed.
   */
  #last: string | undefined;
  #readAt = 0;
  #etag: string | undefined;
  constructor(show: (reading: Reading) => void, first: Reading) {
    this.#show = show;
    this.#keep(first);
  }

  /** Whether the last reading can be repeated without a message to the reader. */
  get isOpen(): boolean {
    return this.#link !== undefined || (this.#last !== undefined && this.#secret !== '');
  }

  /**
   * Opens a link by its secret. Without one, continues the session of the link in the address.
   *
   * @param reply - the reply to this secret, if it was sent before
   */
  begin(secret: string, reply?: FirstReply): void {
    this.#secret = secret;
    this.#last = undefined;
    this.#link = secret === '' ? readAddressLink() : undefined;
    if (reply === undefined) this.read();
    else void this.#reading(readingOf(reply));
  }
  /** Keeps the secret of the link that the page shows already. */
  resume(secret: string): void {
    this.#secret = secret;
  }
  /** Opens the link with a password. A wrong one leaves the question open. */
  enter(password: string): void {
    void this.#reading(readingWith(this.#secret, password));
  }
  /** Reads the link with the session of this browser, else with its secret. */
  read(): void {
    void this.#reading(readingAgain(this.#link, this.#secret));
  }
  /** Opens a new session after the last one ended. Its result shows the state of the link. */
  readAnew(): void {
    if (this.#secret !== '') this.#link = undefined;
    this.read();
  }
  /**
   * Tries a paused link again without a message: with its session, which counts as no opening, or
   * with its secret, which also shows that the link has ended.
   */
  async revive(isLongAgo: boolean): Promise<void> {
    const link = isLongAgo ? undefined : this.#last;
    if (link === undefined && (this.#secret === '' || !isLongAgo)) return;
    const next = await (link === undefined ? readingWith(this.#secret) : startReading(link)).catch(
      toFailure,
    );
    if (next.at === 'open' || next.at === 'ended' || next.at === 'password')
      await this.#showing(Promise.resolve(next));
  }
  /**
   * Reads the link when the last reading is older. While the server is away, the probe reads it.
   */
  freshen(olderThanMs: number): void {
    if (this.reach.state === 'well' && Date.now() - this.#readAt > olderThanMs) this.read();
  }

  /** Whether the last reading has this tag. True when the server gives none. */
  shows(tag: string): boolean {
    return this.#etag?.includes(tag) ?? true;
  }

  async #reading(next: Promise<Reading>): Promise<void> {
    const reading = await this.#showing(next);
    if (reading.at !== 'failed') this.reach.reportAnswer();
    else if (isAway(reading.failure)) this.reach.reportFailure();
  }
  async #showing(next: Promise<Reading>): Promise<Reading> {
    const reading = await next.catch(toFailure);
    this.#keep(reading);
    this.#show(reading);
    return reading;
  }
  #keep(reading: Reading): void {
    this.#readAt = Date.now();
    if (reading.at !== 'failed')
      this.#link = reading.at === 'open' ? reading.payload.link.id : undefined;
    if (reading.at === 'open') {
      this.#last = reading.payload.link.id;
      this.#etag = reading.etag;
    }
  }
}
