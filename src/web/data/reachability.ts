import { mayRetry, ProblemError } from './problem-error.ts';

/**
 * Waits before the next try, in ms, from and to. A server that restarts is away for seconds, so the
 * first tries come soon.
 */
const quickMs = [
  [6000, 10_000],
  [10_000, 10_000],
  [10_000, 10_000],
] as const;
const calmMs = [64_000, 80_000] as const;
/**
 * Unanswered calls of one page, its tries among them: so many in so long at most, unless its reader
 * asks for more.
 */
const most = 12;
const withinMs = 10 * 60_000;
/** What the browser tells in a heap is one. */
const apartMs = 3000;

const between = ([from, to]: readonly [number, number]): number =>
  from + Math.random() * (to - from);
/**
 * A wait for what fails while the server itself is well: about a minute, at another moment on each
 * page.
 */
export const calmWait = (): number => between(calmMs);

/**
 * No answer, or one that says that the server can't give any. One that was asked too often is
 * there.
 */
export const isAway = (error: unknown): boolean =>
  mayRetry(error) && error instanceof ProblemError && error.status !== 429;

/** `doubted`: a call went unanswered, and no try has told yet whether the server is away. */
export type ReachState = 'well' | 'doubted' | 'away';

/**
 * Whether the server answers. While it does not, one probe asks for the whole page, and whoever
 * waits is told when it is back.
 * A hidden page asks nothing until it is looked at.
 */
export class Reach {
  readonly #probe: () => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #state: ReachState = 'well';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;
  #tries = 0;
  #unanswered: readonly number[] = [];
  /** Is told what came of each try of this page. */
  tell: (away: boolean) => void = () => undefined;
  /**
   * `probe` fails with the ProblemError of a call; one that the server itself gave is an answer.
   */
  constructor(probe: () => Promise<unknown>) {
    this.#probe = probe;
  }

  get state(): ReachState {
    return this.#state;
  }
  /** The listener is called when the state changes, and each time that the server has answered. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** A call of this page went unanswered. */
  failed(): void {
    this.#note();
    if (this.#state !== 'well') return;
    this.#become('doubted');
    this.#wait();
  }
  /** The server has answered something that it can't while its store is away. */
  answered(): void {
    clearTimeout(this.#timer);
    this.#tries = 0;
    this.#unanswered = [];
    this.#become('well');
  }
  /** What came of a try of another page of this browser: as good as one of this page. */
  heard(away: boolean): void {
    if (away) this.#missed();
    else if (this.#state !== 'well') this.answered();
  }
  /** Asks now, whatever was asked before. */
  tryNow(): void {
    clearTimeout(this.#timer);
    this.#asking ??= this.#ask();
  }
  /** Done once the server has answered; asks at once, unless it is known that it does not. */
  check(): Promise<void> {
    return new Promise((done) => {
      const stop = this.subscribe(() => {
        if (this.#state !== 'well') return;
        stop();
        done();
      });
      if (this.#state === 'well') this.tryNow();
    });
  }

  /**
   * Asks when the reader comes back to the page and when the network comes or goes; the function
   * that is given ends all asking.
   */
  watch(): () => void {
    const soon = (): void =>
      this.#tryAfter(Math.max(this.#free(), (this.#unanswered.at(-1) ?? 0) + apartMs) - Date.now());
    const seen = (): void => {
      if (!document.hidden && this.#state !== 'well') soon();
    };
    document.addEventListener('visibilitychange', seen);
    for (const event of ['online', 'offline']) addEventListener(event, soon);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      for (const event of ['online', 'offline']) removeEventListener(event, soon);
      clearTimeout(this.#timer);
    };
  }

  async #ask(): Promise<void> {
    const away = await this.#probe().then(() => false, isAway);
    this.#asking = undefined;
    this.tell(away);
    if (away) this.#missed();
    else this.answered();
  }
  #missed(): void {
    this.#note();
    this.#become('away');
    this.#wait();
  }
  #note(): void {
    this.#unanswered = [...this.#unanswered, Date.now()].slice(-most);
  }
  /** When one more may go unanswered, in ms. */
  #free(): number {
    return this.#unanswered.length < most ? 0 : (this.#unanswered[0] ?? 0) + withinMs;
  }
  #wait(): void {
    const wait = between(quickMs[this.#tries] ?? calmMs);
    this.#tries += 1;
    this.#tryAfter(Math.max(wait, this.#free() - Date.now()));
  }
  #tryAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!document.hidden) this.tryNow();
    }, ms);
  }
  #become(state: ReachState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
