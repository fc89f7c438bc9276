import type { ProblemCode } from '#contract/core/problem.ts';
import type { LogEntry } from '#server/core/deps.ts';
import type { HttpProblem } from '#server/core/problem.ts';

const minute = 60_000;
/**
 * The most lines of one kind per minute. Further lines follow at each power of ten, so that many
 * rejections make few lines.
 */
const linesPerMinute = 10;

/** Problem codes of missing rights and of blocked requests. */
const rejectionCodes: ReadonlySet<ProblemCode> = new Set([
  'forbidden',
  'forbidden_origin',
  'host_not_allowed',
  'rate_limited',
]);
/** Whether a problem is a missing right or a possible attack. */
export const isRejection = ({ code, more }: HttpProblem): boolean =>
  rejectionCodes.has(code) || more.guessed === true;

/** The logged fields of a rejection besides its kind and count. */
export type RejectionFields = Omit<LogEntry, 'level' | 'refused' | 'count'>;

/**
 * Logs rejections. A line holds no name, no address and nothing that was sent. `kind` is one of few
 * values.
 */
export class RejectionLog {
  readonly #log: ((entry: LogEntry) => void) | undefined;
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #minute = Number.NaN;
  constructor(log: ((entry: LogEntry) => void) | undefined, now: () => number) {
    this.#log = log;
    this.#now = now;
  }
  /** Logs the first ten rejections of a kind in a minute, then the 100th, the 1,000th and so on. */
  note(kind: string, line: () => RejectionFields): void {
    const now = Math.floor(this.#now() / minute);
    if (now !== this.#minute) this.#counts.clear();
    this.#minute = now;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= linesPerMinute || Number.isInteger(Math.log10(count)))
      this.#log?.({ level: 'warning', ...line(), refused: kind, count });
  }
}
