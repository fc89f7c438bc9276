import { problem } from '#server/core/problem.ts';

/**
 * Milliseconds between reads of the store while streams are open, since other processes also write.
 */
const lookMs = 500;
const commentMs = 15_000;
/** The most messages that may wait for one reader. */
const waitingMost = 16;
const defaultMost = 6000;

const encoder = new TextEncoder();
const comment = encoder.encode(': still here\n\n');
const makeMessage = (revision: number): Uint8Array =>
  encoder.encode(`id: ${revision}\nevent: revision\ndata: ${revision}\n\n`);

interface Reader {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** Whether the session of the reader is still live. */
  readonly lives: () => boolean;
  sentRevision: number;
}

/** Sends each new revision number to every open page. It sends nothing else of the register. */
export class RevisionStreams {
  readonly #readRevision: () => Promise<number>;
  readonly #most: number;
  readonly #refresh: () => Promise<void>;
  readonly #readers = new Set<Reader>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #beats = 0;
  #ended = false;
  /** Whether the store failed at the last read. */
  #isUnavailable = false;
  /** @param refresh - updates the live sessions before each round */
  constructor(
    readRevision: () => Promise<number>,
    most = defaultMost,
    refresh: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#readRevision = readRevision;
    this.#most = most;
    this.#refresh = refresh;
  }

  /** The number of open streams. */
  get size(): number {
    return this.#readers.size;
  }

  /**
   * Opens a stream of server-sent events. The stream starts with the current revision, or with a
   * comment if `seen` (Last-Event-ID) is that revision. So a page misses nothing between two
   * streams.
   * @throws HttpProblem 503 if too many pages listen to this server
   */
  async open(
    seenRevision: string | null,
    lives: () => boolean,
  ): Promise<ReadableStream<Uint8Array>> {
    const sentRevision = await this.#readRevision();
    if (this.#ended || this.#readers.size >= this.#most)
      throw problem(
        'rate_limited',
        'Too many pages are listening for changes. Reload to see changes, or try again later.',
        {
          status: 503,
          headers: { 'retry-after': '30' },
        },
      );
    let reader: Reader | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          reader = { controller, lives, sentRevision };
          this.#readers.add(reader);
          controller.enqueue(
            seenRevision === String(sentRevision) ? comment : makeMessage(sentRevision),
          );
        },
        cancel: () => {
          if (reader !== undefined) this.#readers.delete(reader);
        },
      },
      new CountQueuingStrategy({ highWaterMark: waitingMost }),
    );
    this.#timer ??= setInterval(() => this.#beat(), lookMs);
    return stream;
  }

  /**
   * Reads the current revision and sends it to readers that do not have it. It sends nothing while
   * the store is unavailable. Once the store is back, every reader gets the revision, so that pages
   * repeat failed requests.
   */
  async look(): Promise<void> {
    if (this.#readers.size === 0) return;
    await this.#endDead();
    const revision = await this.#readRevision().catch(() => undefined);
    const back = this.#isUnavailable && revision !== undefined;
    this.#isUnavailable = revision === undefined;
    if (revision === undefined) return;
    const message = makeMessage(revision);
    for (const reader of this.#readers) {
      if (revision <= reader.sentRevision && !back) continue;
      reader.sentRevision = revision;
      this.#send(reader, message);
    }
  }

  /** Ends every stream for good. */
  end(): void {
    this.#ended = true;
    for (const reader of this.#readers) this.#close(reader);
    this.#rest();
  }

  #beat(): void {
    if (this.#readers.size === 0) {
      this.#rest();
      return;
    }
    this.#beats += 1;
    void this.look();
    if ((this.#beats * lookMs) % commentMs === 0)
      for (const reader of this.#readers) this.#send(reader, comment);
  }
  /**
   * Ends the streams of ended sessions. While the store is unavailable, no session counts as ended.
   */
  async #endDead(): Promise<void> {
    await this.#refresh().catch(() => undefined);
    for (const reader of this.#readers) if (!reader.lives()) this.#close(reader);
  }
  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
  #close(reader: Reader): void {
    this.#readers.delete(reader);
    reader.controller.close();
  }
  #send(reader: Reader, bytes: Uint8Array): void {
    if (!reader.lives()) {
      this.#close(reader);
    } else if ((reader.controller.desiredSize ?? 0) <= 0) {
      this.#readers.delete(reader);
      reader.controller.error(
        new Error('A page that listened for changes did not read them; its stream was ended.'),
      );
    } else {
      reader.controller.enqueue(bytes);
    }
  }
}
