import { compact } from '#domain/values/compact.ts';
import type { Passwords } from '#server/core/password-hashing.ts';
import { commonestPasswords } from '#server/cli/security/argon2-passwords.ts';
import type { People, Person, PersonPatch } from '#contract/accounts/schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import type { TestApi } from './api.ts';

/** Stores passwords as plain text, because hashing would slow down the tests. */
export const plainPasswords: Passwords = {
  hash: (password) => Promise.resolve(`plain ${password.normalize('NFKC')}`),
  verify: (hash, password) => Promise.resolve(hash === `plain ${password.normalize('NFKC')}`),
  isOld: () => false,
  commonest: commonestPasswords,
};
export const goodPassword = 'rain on eleven copper kettles';

/** IP addresses of this computer and of another one. */
export const localIp = '127.0.0.1';
const remoteIp = '203.0.113.7';

/** A browser that stores its cookies and sends them. */
export class TestBrowser {
  readonly #api: TestApi;
  readonly #cookies = new Map<string, string>();
  readonly ip: string;
  constructor(api: TestApi, ip = remoteIp) {
    this.#api = api;
    this.ip = ip;
  }
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  /** @returns another browser with the same cookies, such as a thief's */
  copy(ip = this.ip): TestBrowser {
    const other = new TestBrowser(this.#api, ip);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const response = await this.#api.send(method, path, {
      ...compact({ body: method === 'GET' ? undefined : (body ?? {}) }),
      headers: { ...compact({ cookie: this.cookie === '' ? undefined : this.cookie }), ...headers },
      env: { ip: this.ip },
    });
    this.storeCookies(response);
    return response;
  }
  /** Stores the cookies that a response sets, and removes those that it ends. */
  storeCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? [];
      if (rest.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
  async json<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T> {
    const response = await this.send(method, path, body, headers);
    if (response.status >= 300)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  signIn(login: string, password = goodPassword): Promise<Response> {
    return this.send('POST', '/api/v1/sign-in', { login, password });
  }
}

/** Changes the role or state of a person, as an admin who has the current version. */
export async function changePerson(
  admin: TestBrowser,
  id: string | undefined,
  patch: PersonPatch,
): Promise<Person> {
  const { people } = await admin.json<People>('GET', '/api/v1/people');
  const version = people.find((person) => person.id === id)?.version;
  return admin.json('PATCH', `/api/v1/people/${id}`, patch, { 'if-match': `"${version}"` });
}

/**
 * Creates the first account on this computer. @returns its browser, which then has a remote address
 */
export async function firstAdmin(
  api: TestApi,
  login = 'ada@example.org',
  name = 'Ada',
): Promise<TestBrowser> {
  const browser = new TestBrowser(api, localIp);
  await browser.json('POST', '/api/v1/accounts', { login, name, password: goodPassword });
  return browser.copy(remoteIp);
}
/**
 * Invites a person as an admin and accepts the invitation. @returns the person's signed-in browser
 */
export async function invitePerson(
  api: TestApi,
  admin: TestBrowser,
  login: string,
  role: Role,
): Promise<TestBrowser> {
  const { address } = await admin.json<{ address: string }>('POST', '/api/v1/invitations', {
    login,
    role,
  });
  const browser = new TestBrowser(api);
  const secret = address.slice(address.indexOf('#') + 1);
  await browser.json('POST', '/api/v1/invitations/accept', {
    secret,
    name: login,
    password: goodPassword,
  });
  return browser;
}
