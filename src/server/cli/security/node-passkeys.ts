import { compact } from '#domain/values/compact.ts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { IsOurs, KnownPasskey, PasskeyTools } from '#server/core/passkey-tools.ts';

/** Loads the library with the first passkey, since it is a tenth of the server's modules. */
const load = () => import('@simplewebauthn/server');
const site = 'Headway';
/**
 * COSE numbers of ES256, EdDSA and RS256. Devices sign with these, and stable functions of Node
 * verify them.
 */
const supportedAlgorithmIDs = [-7, -8, -257];
const decode = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, 'base64url'));
const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const listCredentials = (passkeys: readonly KnownPasskey[]) =>
  passkeys.map(({ id, transports }) => ({ id, transports: [...transports] }));
/** Converts to a plain JSON value. */
const plain = (options: object): Readonly<Record<string, unknown>> => ({ ...options });

/**
 * Verifies a response and returns it with its challenge.
 * @throws if a check fails
 */
async function checkResponse<T>(
  isOurs: IsOurs,
  look: (isExpected: (challenge: string) => boolean) => Promise<T | undefined>,
): Promise<(T & { readonly challenge: string }) | undefined> {
  let challenge: string | undefined;
  try {
    const answer = await look((givenChallenge) => {
      challenge = givenChallenge;
      return isOurs(givenChallenge);
    });
    return answer === undefined || challenge === undefined ? undefined : { ...answer, challenge };
  } catch {
    return undefined;
  }
}

/** WebAuthn by SimpleWebAuthn, without attestation: the maker of a device stays unknown. */
export const nodePasskeys: PasskeyTools = {
  creation: async ({ host }, { id, login, name }, challenge, passkeys) => {
    const { generateRegistrationOptions } = await load();
    return plain(
      await generateRegistrationOptions({
        rpName: site,
        rpID: host,
        userID: new Uint8Array(Buffer.from(id, 'utf8')),
        userName: login,
        userDisplayName: name,
        challenge: decode(challenge),
        attestationType: 'none',
        supportedAlgorithmIDs,
        excludeCredentials: listCredentials(passkeys),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      }),
    );
  },
  checkRegistration: ({ host, origin }, answer, isOurs) =>
    checkResponse(isOurs, async (expectedChallenge) => {
      const { verifyRegistrationResponse } = await load();
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: host,
        supportedAlgorithmIDs,
        // a key without a PIN is a second factor beside a password, and never enough alone
        requireUserVerification: false,
      });
      if (!verified) return undefined;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return { id, public_key: encode(publicKey), counter, transports };
    }),
  request: async ({ host }, challenge, alone, passkeys) => {
    const { generateAuthenticationOptions } = await load();
    return plain(
      await generateAuthenticationOptions({
        rpID: host,
        challenge: decode(challenge),
        userVerification: alone ? 'required' : 'discouraged',
        ...compact({
          allowCredentials: passkeys === undefined ? undefined : listCredentials(passkeys),
        }),
      }),
    );
  },
  checkAssertion: ({ host, origin }, answer, { id, public_key, counter }, alone, isOurs) =>
    checkResponse(isOurs, async (expectedChallenge) => {
      const { verifyAuthenticationResponse } = await load();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: host,
        credential: { id, publicKey: decode(public_key), counter },
        requireUserVerification: alone,
      });
      return verified ? { counter: authenticationInfo.newCounter } : undefined;
    }),
};
