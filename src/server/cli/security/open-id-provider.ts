import { compact } from '#domain/values/compact.ts';
import type {
  ClientAuth,
  Configuration,
  CustomFetch,
  IDToken,
  UserInfoResponse,
} from 'openid-client';
import {
  SignOnFailure,
  type Identity,
  type IdentityProvider,
} from '#server/core/identity-provider.ts';
import type { OpenIdSettings } from './open-id-settings.ts';

/** Algorithms that may sign an ID token: those whose signing key only the organisation has. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const timeoutSeconds = 10;
const mostBytes = 512 * 1024;
/** The allowed difference of the provider's clock, in seconds. */
const toleranceSeconds = 60;
/** Milliseconds for which the provider's metadata are cached. */
const trustedMs = 60 * 60 * 1000;
const mostSubject = 255;
/** The longest ID token in an address, in characters. Servers reject longer addresses. */
const mostHint = 4096;

type Library = typeof import('openid-client');

/** Fetches with a limit on the size of the response. */
const fetchWithin: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes)
      throw new SignOnFailure('refused', 'The response of the provider is too large.');
    chunks.push(chunk);
  }
  const { status, headers } = response;
  return new Response(size === 0 ? null : new Blob(chunks as Uint8Array<ArrayBuffer>[]), {
    status,
    headers,
  });
};

/** Reads the provider's metadata and keeps the fields that the client uses. */
async function discover(
  library: Library,
  { issuer, clientId, clientSecret }: OpenIdSettings,
): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, None } = library;
  const address = new URL(issuer);
  // the settings allow http on this computer only
  const execute = address.protocol === 'http:' ? [allowInsecureRequests] : [];
  const configuration = await library.discovery(address, clientId, undefined, None(), {
    [library.customFetch]: fetchWithin,
    timeout: timeoutSeconds,
    execute,
  });
  const { supportsPKCE: _, ...server } = configuration.serverMetadata();
  if (server.issuer !== issuer)
    throw new SignOnFailure(
      'unavailable',
      `HEADWAY_OIDC_ISSUER is ${issuer}, but the provider calls itself ${server.issuer.slice(0, 200)}.`,
    );
  const serverAlgorithms = server.id_token_signing_alg_values_supported ?? ['RS256'];
  const post =
    server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
  const secret = (): ClientAuth =>
    post ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
  const config = new library.Configuration(
    {
      ...server,
      id_token_signing_alg_values_supported: serverAlgorithms.filter((one) =>
        algorithms.includes(one),
      ),
    },
    clientId,
    { [library.clockTolerance]: toleranceSeconds },
    clientSecret === undefined ? None() : secret(),
  );
  config[library.customFetch] = fetchWithin;
  config.timeout = timeoutSeconds;
  if (execute.length > 0) allowInsecureRequests(config);
  // verifies the signature although the token came over TLS; only this call loads the keys
  library.enableNonRepudiationChecks(config);
  return config;
}

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
const isForm = (subject: string): boolean =>
  /^[\x20-\x7e]+$/.test(subject) && subject.length <= mostSubject;

/** Makes the checks of an ID token that the library leaves to its caller. @returns the identity */
function checkedIdentity(
  issuer: string,
  claims: IDToken,
  words: IDToken | UserInfoResponse,
  hint: string | undefined,
): Identity {
  if (!isForm(claims.sub)) throw new SignOnFailure('refused', 'The ID token has no valid subject.');
  if (claims.iat > Date.now() / 1000 + toleranceSeconds)
    throw new SignOnFailure('refused', 'The ID token was issued in the future.');
  const { email_verified } = words;
  const email = email_verified === true ? toText(words.email) : undefined;
  const username = toText(words.preferred_username);
  const name = toText(words.name);
  return {
    issuer,
    subject: claims.sub,
    ...compact({ email, username, name, id_token: hint }),
  };
}
/** Finds the end-session endpoint: https, or the scheme of the provider itself. */
function findEndpoint(config: Configuration, issuer: string): string | undefined {
  const { end_session_endpoint: end } = config.serverMetadata();
  return end !== undefined &&
    URL.canParse(end) &&
    ['https:', new URL(issuer).protocol].includes(new URL(end).protocol)
    ? end
    : undefined;
}

/** Error codes of the provider and the library for a temporary failure of the provider. */
const errorsWithoutAnswer: ReadonlySet<string> = new Set([
  'temporarily_unavailable',
  'server_error',
]);
const awayCodes: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);
/** Describes a failure without any data that was sent. */
function toFailure(library: Library, error: unknown): SignOnFailure {
  const whole = [error, error instanceof Error ? error.cause : undefined];
  const own = whole.find((one) => one instanceof SignOnFailure);
  if (own !== undefined) return own;
  if (
    error instanceof library.AuthorizationResponseError ||
    error instanceof library.ResponseBodyError
  ) {
    const code = error.error.slice(0, 60);
    const why =
      code === 'access_denied'
        ? 'cancelled'
        : errorsWithoutAnswer.has(code)
          ? 'unavailable'
          : 'refused';
    return new SignOnFailure(why, `The provider answered ${JSON.stringify(code)}.`);
  }
  const { name = '', message = '', cause } = error instanceof Error ? error : {};
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const away =
    code === ''
      ? ['TimeoutError', 'AbortError'].includes(name) || message === 'fetch failed'
      : awayCodes.has(code);
  const more = cause instanceof Error && 'code' in cause ? cause.message : '';
  return new SignOnFailure(
    away ? 'unavailable' : 'refused',
    [code, message, more]
      .filter((one) => one !== '')
      .join(' · ')
      .slice(0, 400),
  );
}

/** Reads the person from the ID token, and from the user info if the token names nobody. */
async function readIdentity(
  library: Library,
  config: Configuration,
  issuer: string,
  tokens: Awaited<ReturnType<Library['authorizationCodeGrant']>>,
) {
  const claims = tokens.claims();
  if (claims === undefined) throw new SignOnFailure('refused', 'The provider sent no ID token.');
  const isSilent = claims['email'] === undefined && claims['preferred_username'] === undefined;
  const words =
    isSilent && config.serverMetadata().userinfo_endpoint !== undefined
      ? await library.fetchUserInfo(config, tokens.access_token, claims.sub)
      : claims;
  const token = tokens.id_token ?? '';
  const isHint = findEndpoint(config, issuer) !== undefined && token.length <= mostHint;
  return checkedIdentity(issuer, claims, words, isHint ? token : undefined);
}

/** Makes the reader of the provider's metadata, which keeps them for a time. */
function createConfigurator(
  settings: OpenIdSettings,
): (library: Library) => Promise<Configuration> {
  let cache: { readonly config: Promise<Configuration>; readonly at: number } | undefined;
  return async (library) => {
    if (cache === undefined || Date.now() - cache.at > trustedMs)
      cache = { config: discover(library, settings), at: Date.now() };
    const { config } = cache;
    try {
      return await config;
    } catch (error) {
      if (cache.config === config) cache = undefined;
      const { message } = toFailure(library, error);
      throw new SignOnFailure(
        'unavailable',
        `The metadata of the provider cannot be read: ${message}`,
      );
    }
  };
}

/**
 * An OpenID Connect provider. The library is loaded at the first sign-in.
 * @throws SignOnFailure from its methods if the provider does not respond or its answer is not
 * valid
 */
export function openIdProvider(settings: OpenIdSettings): IdentityProvider {
  const { issuer, name, role, scopes } = settings;
  const load = (): Promise<Library> => import('openid-client');
  const configure = createConfigurator(settings);
  return {
    issuer,
    ...compact({ name, role }),
    async begin(back, { state, nonce, verifier }) {
      const library = await load();
      const config = await configure(library);
      return library.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: scopes,
        state,
        nonce,
        code_challenge: await library.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href;
    },
    async finish(answer, { state, nonce, verifier }) {
      const library = await load();
      const config = await configure(library);
      try {
        const tokens = await library.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await readIdentity(library, config, issuer, tokens);
      } catch (error) {
        throw toFailure(library, error);
      }
    },
    async leave(idToken) {
      const library = await load();
      try {
        const config = await configure(library);
        // without a return address, which would have to be registered at the provider
        return findEndpoint(config, issuer) === undefined
          ? undefined
          : library.buildEndSessionUrl(config, { id_token_hint: idToken }).href;
      } catch {
        return undefined;
      }
    },
  };
}
