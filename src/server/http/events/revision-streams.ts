import { problem } from '#server/core/problem.ts';

/** How often the store is asked while somebody listens: other processes write too. */
const lookMs = 500;
const commentMs = 15_000;
/** Messages that may wait for one reader. */
const waitingMost = 16;
const defaultMost = 6000;

const encoder = new TextEncoder();
const comment = encoder.encode(': still here\n\n');
const messageOf = (revision: number): Uint8Array =>
  encoder.encode(`id: ${revision}\nevent: revision\ndata: ${revision}\n\n`);

interface Reader {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** False once the session that opened it has ended. */
  readonly lives: () => boolean;
  told: number;
}

/**
 * Tells every open page the number of the present revision when it changes, and nothing else of the
 * register.
 */
export class RevisionStreams {
  readonly #ask: () => Promise<number>;
  readonly #most: number;
  readonly #refresh: () => Promise<void>;
  readonly #readers = new Set<Reader>();
  #beating: ReturnType<typeof setInterval> | undefined;
  #beats = 0;
  #ended = false;
  /** The store did not answer when it was last asked. */
  #away = false;
  /** `refresh` finds out which sessions go on, before each round. */
  constructor(
    ask: () => Promise<number>,
    most = defaultMost,
    refresh: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#ask = ask;
    this.#most = most;
    this.#refresh = refresh;
  }

  get size(): number {
    return this.#readers.size;
  }

  /**
   * A stream of server-sent events. It starts with the present revision, or with a comment where
   * `seen` (of
   * Last-Event-ID) is that revision, so nothing is missed between two streams.
   */
  async open(seen: string | null, lives: () => boolean): Promise<ReadableStream<Uint8Array>> {
    const told = await this.#ask();
    if (this.#ended || this.#readers.size >= this.#most)
      throw problem(
        'rate_limited',
        'As many pages listen for changes as this server bears. Reload to see changes, or listen again later.',
        {
          status: 503,
          headers: { 'retry-after': '30' },
        },
      );
    let reader: Reader | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          reader = { controller, lives, told };
          this.#readers.add(reader);
          controller.enqueue(seen === String(told) ? comment : messageOf(told));
        },
        cancel: () => {
          if (reader !== undefined) this.#readers.delete(reader);
        },
      },
      new CountQueuingStrategy({ highWaterMark: waitingMost }),
    );
    this.#beating ??= setInterval(() => this.#beat(), lookMs);
    return stream;
  }

  /**
   * Asks for the present revision and tells it to whoever has not heard of it. While the store is
   * away nobody is told anything; once
   * it is back everybody is told its revision, new or not, so that pages whose calls failed ask
   * again.
   */
  async look(): Promise<void> {
    if (this.#readers.size === 0) return;
    await this.#endDead();
    const revision = await this.#ask().catch(() => undefined);
    const back = this.#away && revision !== undefined;
    this.#away = revision === undefined;
    if (revision === undefined) return;
    const message = messageOf(revision);
    for (const reader of this.#readers) {
      if (revision <= reader.told && !back) continue;
      reader.told = revision;
      this.#send(reader, message);
    }
  }

  /** Ends every stream, for good. */
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
  /** Ends the streams of sessions that ended. While the store is away nobody's is known to have. */
  async #endDead(): Promise<void> {
    await this.#refresh().catch(() => undefined);
    for (const reader of this.#readers) if (!reader.lives()) this.#close(reader);
  }
  #rest(): void {
    clearInterval(this.#beating);
    this.#beating = undefined;
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
