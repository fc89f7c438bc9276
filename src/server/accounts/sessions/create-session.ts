import type { SignInState } from '#contract/accounts/second-factor-schemas.ts';
import type { Trx } from '#server/db/db.ts';
import { deviceCookie, readCookies, sessionCookie, setCookie } from '#server/http/cookies.ts';
import { hashSecret, newId, newSecret } from '#server/core/secrets.ts';
import {
  addSession,
  endSessions,
  rememberDevice,
  sessionLife,
} from '#server/accounts/session-store.ts';
import type { User } from '#server/accounts/user-store.ts';

/** The names in user agents, in search order: most browsers also name others. */
const browsers = [
  ['MicroMessenger', 'WeChat'],
  ['Line/', 'LINE'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
  ['curl', 'curl'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/**
 * Names browser and system for their owner, such as `Firefox · Windows`. The text identifies no
 * computer.
 */
function describeDevice(userAgent: string | null): string {
  const names = [browsers, systems].map(
    (list) => list.find(([mark]) => userAgent?.includes(mark))?.[1],
  );
  return names.filter((word) => word !== undefined).join(' · ');
}

const deviceSeconds = 90 * 24 * 60 * 60;
const secretForm = /^[\w-]{43}$/;

/** The browser that a request comes from. */
export interface Browser {
  readonly request: Request;
  readonly https: boolean;
  /** The browser's current session, which a new one replaces. */
  readonly session?: string | undefined;
}
/** Reads the secret by which a browser is recognised. @returns undefined if it has none */
export function readDevice({
  request,
  https,
}: Pick<Browser, 'request' | 'https'>): string | undefined {
  return readCookies(request.headers.get('cookie'), deviceCookie, https).find((value) =>
    secretForm.test(value),
  );
}

/** The response to a sign-in. */
export interface SignInAnswer<State = SignInState> {
  readonly json: State;
  readonly cookies: readonly string[];
}
/**
 * Creates a session with a new secret, whatever the browser sent, and stores the browser as known.
 *
 * @param idToken - the ID token of the organisation, if it identified the user
 */
export async function createSession(
  trx: Trx,
  user: User,
  browser: Browser,
  now: Date,
  idToken?: string,
): Promise<SignInAnswer<{ readonly state: 'signed_in' }>> {
  const { request, https, session } = browser;
  const secret = newSecret();
  const device = readDevice(browser) ?? newSecret();
  if (session !== undefined) await endSessions(trx, user.id, { id: session });
  await addSession(
    trx,
    {
      id: newId('s'),
      secret_hash: await hashSecret(secret),
      account: user.id,
      device_words: describeDevice(request.headers.get('user-agent')),
      id_token: idToken,
    },
    now,
  );
  await rememberDevice(trx, await hashSecret(device), user.id, now);
  return {
    json: { state: 'signed_in' },
    cookies: [
      setCookie(sessionCookie, secret, sessionLife.most / 1000, https),
      setCookie(deviceCookie, device, deviceSeconds, https),
    ],
  };
}
