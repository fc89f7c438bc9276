import { problem } from '#server/core/problem.ts';

const lookMs = 1000;
const soonMs = 50;
const commentMs = 15_000;
/** Messages that may wait for one reader. */
const waitingMost = 16;
const defaultMost = 6000;
const encoder = new TextEncoder();
const comment = encoder.encode(': still here\n\n');
/** Said last, so that a browser does not ask again. */
const over = encoder.encode('event: over\ndata: over\n\n');
const messageOf = (tag: string): Uint8Array =>
  encoder.encode(`id: ${tag}\nevent: changed\ndata: ${tag}\n\n`);

interface Listener {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** When the session ends that opened it, as an ISO moment. */
  readonly until: string;
  told: string;
}
/** What a link shows now, as the tag of its bytes; undefined once it is no longer live. */
export type TagOfLink = (link: string) => Promise<string | undefined>;

/**
 * Tells readers of a link when what it shows has changed, and nothing else: a change of what is
 * hidden is no event. Ends their
 * streams within seconds when the link is paused or ends.
 */
export class LinkStreams {
  readonly #tagOf: TagOfLink;
  readonly #clock: () => Date;
  readonly #most: number;
  readonly #links = new Map<string, Set<Listener>>();
  #beating: ReturnType<typeof setInterval> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #beats = 0;
  #ended = false;
  /** Links of which the store could not say what they show when it was last asked. */
  readonly #unknown = new Set<string>();
  constructor(tagOf: TagOfLink, clock: () => Date, most = defaultMost) {
    this.#tagOf = tagOf;
    this.#clock = clock;
    this.#most = most;
  }

  get size(): number {
    return [...this.#links.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  /**
   * A stream that starts with what the link shows now, or with a comment where `seen` (of
   * Last-Event-ID) is that.
   */
  open(link: string, tag: string, seen: string | null, until: string): ReadableStream<Uint8Array> {
    if (this.#ended || this.size >= this.#most)
      throw problem(
        'rate_limited',
        'As many pages listen for changes as this server bears. Reload to see changes.',
        {
          status: 503,
          headers: { 'retry-after': '30' },
        },
      );
    const listeners = this.#links.get(link) ?? new Set<Listener>();
    this.#links.set(link, listeners);
    this.#beating ??= setInterval(() => void this.#beat(), lookMs);
    let listener: Listener | undefined;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          listener = { controller, until, told: tag };
          listeners.add(listener);
          controller.enqueue(seen === tag ? comment : messageOf(tag));
        },
        cancel: () => {
          if (listener !== undefined) listeners.delete(listener);
        },
      },
      new CountQueuingStrategy({ highWaterMark: waitingMost }),
    );
  }

  /**
   * Something was written here: looks before the next beat, once for all that is written meanwhile.
   */
  lookSoon(): void {
    if (this.#links.size === 0) return;
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      void this.look();
    }, soonMs);
  }
  /**
   * Looks at every link that somebody listens to. While the store is away nobody is told anything,
   * and nobody's stream ends; once it is
   * back everybody is told what the link shows, new or not, so that readers whose calls failed read
   * again.
   */
  async look(): Promise<void> {
    const now = this.#clock().toISOString();
    for (const [link, listeners] of this.#links) {
      for (const listener of listeners) if (listener.until <= now) this.#close(listeners, listener);
      if (listeners.size === 0) this.#forget(link);
      else await this.#tell(link, listeners);
    }
  }
  #forget(link: string): void {
    this.#links.delete(link);
    this.#unknown.delete(link);
  }
  async #tell(link: string, listeners: Set<Listener>): Promise<void> {
    let tag: string | undefined;
    try {
      tag = await this.#tagOf(link);
    } catch {
      this.#unknown.add(link);
      return;
    }
    const back = this.#unknown.delete(link);
    const message = tag === undefined ? over : messageOf(tag);
    for (const listener of listeners) {
      if (tag === undefined) this.#close(listeners, listener);
      else if (listener.told !== tag || back) {
        listener.told = tag;
        this.#send(listeners, listener, message);
      }
    }
  }

  /** Ends every stream, for good; browsers ask again when the server is back. */
  end(): void {
    this.#ended = true;
    for (const listeners of this.#links.values())
      for (const { controller } of listeners) controller.close();
    this.#links.clear();
    this.#rest();
  }

  async #beat(): Promise<void> {
    await this.look();
    if (this.#links.size === 0) this.#rest();
    this.#beats += 1;
    if ((this.#beats * lookMs) % commentMs !== 0) return;
    for (const listeners of this.#links.values())
      for (const listener of listeners) this.#send(listeners, listener, comment);
  }
  #rest(): void {
    clearInterval(this.#beating);
    clearTimeout(this.#looking);
    this.#looking = undefined;
    this.#beating = undefined;
  }
  #close(listeners: Set<Listener>, listener: Listener): void {
    if (!listeners.delete(listener)) return;
    listener.controller.enqueue(over);
    listener.controller.close();
  }
  #send(listeners: Set<Listener>, listener: Listener, bytes: Uint8Array): void {
    if ((listener.controller.desiredSize ?? 0) > 0) listener.controller.enqueue(bytes);
    else if (listeners.delete(listener))
      listener.controller.error(
        new Error('A reader did not read what was sent; the stream was ended.'),
      );
  }
}
