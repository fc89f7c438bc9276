import { mayRetry, ProblemError } from './problem-error.ts';

/**
 * Limits of the wait before the next probe, in ms. A restarting server is away for seconds, so the
 * first probes come soon.
 */
const quickMs = [
  [6000, 10_000],
  [10_000, 10_000],
  [10_000, 10_000],
] as const;
const calmMs = [64_000, 80_000] as const;
/**
 * Highest number of unanswered calls of a page in a period, probes included, unless the reader asks
 * for more.
 */
const most = 12;
const withinMs = 10 * 60_000;
/** Browser events within this time, in ms, count as one. */
const apartMs = 3000;

const between = ([from, to]: readonly [number, number]): number =>
  from + Math.random() * (to - from);
/**
 * Chooses a wait of about a minute, random for each page, for a request that fails while the server
 * answers others.
 * @returns ms
 */
export const calmWait = (): number => between(calmMs);

/** Whether the call shows that the server can't answer. A rate limit is an answer. */
export const isAway = (error: unknown): boolean =>
  mayRetry(error) && error instanceof ProblemError && error.status !== 429;

/** `doubted`: a call failed, and no probe has shown yet whether the server is away. */
export type ReachState = 'well' | 'doubted' | 'away';

/**
 * Tracks whether the server answers. While it does not, one probe runs for the whole page, and
 * waiting calls resume when it succeeds. A hidden page sends no probe until it is visible.
 */
export class Reach {
  readonly #probe: () => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #state: ReachState = 'well';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;
  #tries = 0;
  #openCalls: readonly number[] = [];
  /** The arrival in ms of the oldest copy on this page, while the server is away. 0 without one. */
  copyTime = 0;
  /** Called with the result of each probe of this page. */
  tell: (away: boolean) => void = () => undefined;
  /**
   * `probe` rejects with the ProblemError of a call. A problem that the server sent counts as an
   * answer.
   */
  constructor(probe: () => Promise<unknown>) {
    this.#probe = probe;
  }

  get state(): ReachState {
    return this.#state;
  }
  /** Calls the listener when the state changes and after each answer of the server. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reports an unanswered call of this page. */
  reportFailure(): void {
    this.#note();
    if (this.#state !== 'well') return;
    this.#become('doubted');
    this.#wait();
  }
  /** Reports an answer that the server can't give while its store is away. */
  reportAnswer(): void {
    clearTimeout(this.#timer);
    this.#tries = 0;
    this.#openCalls = [];
    this.#become('well');
  }
  /**
   * Reports the result of a probe in another tab of this browser. It counts like one of this page.
   */
  reportProbe(away: boolean): void {
    if (away) this.#missed();
    else if (this.#state !== 'well') this.reportAnswer();
  }
  /** Sends a probe now, in any state. */
  tryNow(): void {
    clearTimeout(this.#timer);
    this.#asking ??= this.#ask();
  }
  /**
   * Resolves once the server has answered. Sends a probe at once, unless the server is known to be
   * away.
   */
  check(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#state !== 'well') return;
        stop();
        resolve();
      });
      if (this.#state === 'well') this.tryNow();
    });
  }

  /**
   * Sends a probe when the page becomes visible and when the network changes.
   *
   * @returns a function that ends all probes
   */
  watch(): () => void {
    const soon = (): void =>
      this.#tryAfter(Math.max(this.#free(), (this.#openCalls.at(-1) ?? 0) + apartMs) - Date.now());
    const onVisible = (): void => {
      if (!document.hidden && this.#state !== 'well') soon();
    };
    document.addEventListener('visibilitychange', onVisible);
    for (const event of ['online', 'offline']) addEventListener(event, soon);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      for (const event of ['online', 'offline']) removeEventListener(event, soon);
      clearTimeout(this.#timer);
    };
  }

  async #ask(): Promise<void> {
    const away = await this.#probe().then(() => false, isAway);
    this.#asking = undefined;
    this.tell(away);
    if (away) this.#missed();
    else this.reportAnswer();
  }
  #missed(): void {
    this.#note();
    this.#become('away');
    this.#wait();
  }
  #note(): void {
    this.#openCalls = [...this.#openCalls, Date.now()].slice(-most);
  }
  /** The time in ms from which one more call may stay unanswered. */
  #free(): number {
    return this.#openCalls.length < most ? 0 : (this.#openCalls[0] ?? 0) + withinMs;
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
