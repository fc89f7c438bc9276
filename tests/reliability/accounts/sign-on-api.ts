import type { TestBrowser } from '../../setup/api/accounts.ts';
import type { TestApi } from '../../setup/api/api.ts';
import type { Person, Provider } from '../../setup/api/sign-in/provider.ts';

/** Headway with a provider of its organisation, an admin, and a clock to move. */
export interface SignOnApi {
  readonly api: TestApi;
  readonly provider: Provider;
  readonly ada: TestBrowser;
  /** Moves the wall clock of Headway forward. */
  pass(ms: number): void;
  /** Begins the redirect to the provider. Resolves with the address there. */
  start(browser: TestBrowser, to?: string): Promise<URL>;
  /** Returns from the provider with an answer. Resolves with status and next address. */
  back(
    browser: TestBrowser,
    answer: URLSearchParams,
  ): Promise<{ readonly status: number; readonly to: string }>;
  /** Signs a person in, from start to end. */
  signIn(
    browser: TestBrowser,
    person: Person,
  ): Promise<{ readonly status: number; readonly to: string }>;
  invite(login: string, role?: string): Promise<void>;
  close(): Promise<void>;
}
