import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { readCookies, sessionCookie, setCookie } from '#server/http/cookies.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret, newSecret } from '#server/core/secrets.ts';

/** The user of this computer before there are accounts. */
export const localManager: Principal = {
  id: 'local',
  name: 'local',
  mode: 'local',
  role: 'manager',
};
/** Makes the principal of the user who opened the one-time link. */
export const makeKeyManager = (id: string): Principal => ({
  id,
  name: 'key',
  mode: 'key',
  role: 'manager',
});

/** A stored session: the hash of its secret, and times in milliseconds. */
export interface SessionRecord {
  readonly hash: string;
  readonly created: number;
  readonly used: number;
}
export interface SessionFile {
  load(): readonly SessionRecord[];
  save(records: readonly SessionRecord[]): void;
}

/** The dependencies of the session routes. */
export interface OneTimeKeyDeps extends AppDeps {
  /**
   * Set if other computers can reach this instance. Without it, the user of this computer is the
   * manager.
   */
  readonly oneTimeKey?: OneTimeKey;
}

const minute = 60_000;
const life = { key: 30 * minute, idle: 60 * minute, session: 12 * 60 * minute } as const;
const triesPerMinute = 30;

const makeId = (hash: string): string => `key-${hash.slice(0, 12)}`;

/** The one-time key of a reachable instance and the sessions that it opened. */
export class OneTimeKey {
  #key: { readonly hash: string; readonly ends: number } | undefined;
  #tries: number[] = [];
  #records: readonly SessionRecord[];
  readonly #now: () => number;
  readonly #file: SessionFile | undefined;
  constructor(now: () => number, file?: SessionFile) {
    this.#now = now;
    this.#file = file;
    this.#records = file?.load() ?? [];
  }

  /** Issues a key that works once within 30 minutes. It replaces an older one. */
  async issueKey(): Promise<string> {
    const secret = newSecret();
    this.#key = { hash: await hashSecret(secret), ends: this.#now() + life.key };
    return secret;
  }

  /**
   * Exchanges the key for a session. The problem is the same for wrong, used and expired keys.
   * @returns the Set-Cookie value
   * @throws HttpProblem if the key is not valid, or after too many attempts
   */
  async open(secret: string, https: boolean): Promise<string> {
    this.#tries = [...this.#tries.filter((at) => at > this.#now() - minute), this.#now()];
    if (this.#tries.length > triesPerMinute)
      throw problem('rate_limited', 'Wait a minute and try again.', {
        headers: { 'retry-after': '60' },
      });
    const hash = await hashSecret(secret);
    if (this.#key === undefined || this.#key.hash !== hash || this.#now() > this.#key.ends) {
      throw problem(
        'sign_in_required',
        'This link has ended. Restart Headway: it prints a new one.',
        { guessed: true },
      );
    }
    this.#key = undefined;
    const session = newSecret();
    this.#keep([
      ...this.#live(),
      { hash: await hashSecret(session), created: this.#now(), used: this.#now() },
    ]);
    return setCookie(sessionCookie, session, life.session / 1000, https);
  }

  /** Finds the principal whose session a Cookie header names. */
  async find(cookies: string | null, https: boolean): Promise<Principal | undefined> {
    const hashes = await Promise.all(readCookies(cookies, sessionCookie, https).map(hashSecret));
    const live = this.#live();
    const match = live.find(({ hash }) => hashes.includes(hash));
    if (match === undefined) return undefined;
    if (this.#now() - match.used > minute)
      this.#keep(live.map((r) => (r === match ? { ...r, used: this.#now() } : r)));
    return makeKeyManager(makeId(match.hash));
  }

  /** Whether the session of a principal is live. The check does not extend it. */
  lives({ id }: Principal): boolean {
    return this.#live().some(({ hash }) => makeId(hash) === id);
  }

  #live(): readonly SessionRecord[] {
    const now = this.#now();
    return this.#records.filter((r) => now - r.created < life.session && now - r.used < life.idle);
  }
  #keep(records: readonly SessionRecord[]): void {
    this.#records = records;
    this.#file?.save(records);
  }
}
