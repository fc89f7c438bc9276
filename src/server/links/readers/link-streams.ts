import { problem } from '#server/core/problem.ts';

const checkMs = 1000;
const debounceMs = 50;
const commentMs = 15_000;
/** The most messages that wait for one reader. */
const maxWaiting = 16;
const defaultMax = 6000;
const encoder = new TextEncoder();
const comment = encoder.encode(': still here\n\n');
/** The last message, which tells the browser not to reconnect. */
const endMessage = encoder.encode('event: over\ndata: over\n\n');
const changeMessage = (tag: string): Uint8Array =>
  encoder.encode(`id: ${tag}\nevent: changed\ndata: ${tag}\n\n`);

interface Listener {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** The end of the listener's session as an ISO moment. */
  readonly until: string;
  sentTag: string;
}
/** Computes the tag of a link's content. The tag is undefined once the link is no longer live. */
export type ReadLinkTag = (link: string) => Promise<string | undefined>;

/**
 * Notifies readers when the content of their link changes. A change of withheld data is no event.
 * Streams end within seconds after their link is paused or ends.
 */
export class LinkStreams {
  readonly #readTag: ReadLinkTag;
  readonly #clock: () => Date;
  readonly #max: number;
  readonly #links = new Map<string, Set<Listener>>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #pendingCheck: ReturnType<typeof setTimeout> | undefined;
  #ticks = 0;
  #ended = false;
  /** Links whose tag the store could not read at the last check. */
  readonly #failures = new Set<string>();
  constructor(readTag: ReadLinkTag, clock: () => Date, max = defaultMax) {
    this.#readTag = readTag;
    this.#clock = clock;
    this.#max = max;
  }

  /** The number of open streams. */
  get size(): number {
    return [...this.#links.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  /**
   * Opens a stream. It starts with the current tag, or with a comment if `seen`, the value of
   * Last-Event-ID, equals that tag.
   * @throws HttpProblem 503 beyond the limit of live pages
   */
  open(
    link: string,
    tag: string,
    seenTag: string | null,
    until: string,
  ): ReadableStream<Uint8Array> {
    if (this.#ended || this.size >= this.#max)
      throw problem(
        'rate_limited',
        'This server has reached its limit of live pages. Reload to see changes.',
        {
          status: 503,
          headers: { 'retry-after': '30' },
        },
      );
    const listeners = this.#links.get(link) ?? new Set<Listener>();
    this.#links.set(link, listeners);
    this.#timer ??= setInterval(() => void this.#tick(), checkMs);
    let listener: Listener | undefined;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          listener = { controller, until, sentTag: tag };
          listeners.add(listener);
          controller.enqueue(seenTag === tag ? comment : changeMessage(tag));
        },
        cancel: () => {
          if (listener !== undefined) listeners.delete(listener);
        },
      },
      new CountQueuingStrategy({ highWaterMark: maxWaiting }),
    );
  }

  /**
   * Checks before the next interval, once for all writes meanwhile. Call it after a write of this
   * process.
   */
  checkSoon(): void {
    if (this.#links.size === 0) return;
    this.#pendingCheck ??= setTimeout(() => {
      this.#pendingCheck = undefined;
      void this.check();
    }, debounceMs);
  }
  /**
   * Checks every link that has listeners. While the store fails, it sends no message and ends no
   * stream. Once the store is back, every listener gets the tag, even an unchanged one, so that
   * pages repeat failed requests.
   */
  async check(): Promise<void> {
    const now = this.#clock().toISOString();
    for (const [link, listeners] of this.#links) {
      for (const listener of listeners) if (listener.until <= now) this.#close(listeners, listener);
      if (listeners.size === 0) this.#forget(link);
      else await this.#notify(link, listeners);
    }
  }
  #forget(link: string): void {
    this.#links.delete(link);
    this.#failures.delete(link);
  }
  async #notify(link: string, listeners: Set<Listener>): Promise<void> {
    let tag: string | undefined;
    try {
      tag = await this.#readTag(link);
    } catch {
      this.#failures.add(link);
      return;
    }
    const isBack = this.#failures.delete(link);
    const message = tag === undefined ? endMessage : changeMessage(tag);
    for (const listener of listeners) {
      if (tag === undefined) this.#close(listeners, listener);
      else if (listener.sentTag !== tag || isBack) {
        listener.sentTag = tag;
        this.#send(listeners, listener, message);
      }
    }
  }

  /** Ends every stream for good. Browsers reconnect when the server is back. */
  end(): void {
    this.#ended = true;
    for (const listeners of this.#links.values())
      for (const { controller } of listeners) controller.close();
    this.#links.clear();
    this.#stopTimers();
  }

  async #tick(): Promise<void> {
    await this.check();
    if (this.#links.size === 0) this.#stopTimers();
    this.#ticks += 1;
    if ((this.#ticks * checkMs) % commentMs !== 0) return;
    for (const listeners of this.#links.values())
      for (const listener of listeners) this.#send(listeners, listener, comment);
  }
  #stopTimers(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#pendingCheck);
    this.#pendingCheck = undefined;
    this.#timer = undefined;
  }
  #close(listeners: Set<Listener>, listener: Listener): void {
    if (!listeners.delete(listener)) return;
    listener.controller.enqueue(endMessage);
    listener.controller.close();
  }
  #send(listeners: Set<Listener>, listener: Listener, bytes: Uint8Array): void {
    if ((listener.controller.desiredSize ?? 0) > 0) listener.controller.enqueue(bytes);
    else if (listeners.delete(listener))
      listener.controller.error(
        new Error('The stream ended because its reader did not read the messages.'),
      );
  }
}
