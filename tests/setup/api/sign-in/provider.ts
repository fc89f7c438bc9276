import { compact } from '#domain/values/compact.ts';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';

/** The claims of a person who signs in at the provider. */
export type Person = Readonly<Record<string, unknown>> & { readonly sub: string };
/** Changes to a valid response. */
export interface Twist {
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  /** Makes the ID token from its claims. */
  readonly token?: (claims: JWTPayload, keys: ProviderKeys) => Promise<string> | string;
  /** Makes the response of the token endpoint. */
  readonly answer?: (body: Record<string, unknown>) => {
    readonly status?: number;
    readonly type?: string;
    readonly body: string;
  };
  readonly metadata?: (document: Record<string, unknown>) => Record<string, unknown>;
  readonly userinfo?: Readonly<Record<string, unknown>>;
}
export interface ProviderKeys {
  readonly own: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  readonly foreign: { readonly privateKey: CryptoKey };
}
interface Grant {
  readonly person: Person;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirect: string | null;
}
export const clientId = 'headway';
export const clientSecret = 'a secret of the client & its "signs" 100%';
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
export const kid = 'k1';

/** Signs an ID token as the provider does. */
export const signToken = (
  claims: JWTPayload,
  key: CryptoKey,
  head: Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, ...head }).sign(key);
/** Makes an unsigned ID token. */
export const makeUnsignedToken = (claims: JWTPayload): string =>
  `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify(claims))}.`;
/** Makes an ID token whose HMAC secret is the public key. */
export const signedWithPublicKey = async (
  claims: JWTPayload,
  { own }: ProviderKeys,
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(new TextEncoder().encode(await exportSPKI(own.publicKey)));

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/**
 * An OpenID Connect provider on this computer, valid except for its `twist`. A code works once and
 * needs its verifier.
 */
export class Provider {
  twist: Twist = {};
  /** Closes every connection without a response. */
  away = false;
  /** The person who signs in when a browser visits the provider. */
  person: Person = { sub: 'nobody' };
  readonly #keys: ProviderKeys;
  readonly #grants = new Map<string, Grant>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  private constructor(keys: ProviderKeys) {
    this.#keys = keys;
  }
  static async open(): Promise<Provider> {
    const [own, foreign] = await Promise.all([
      generateKeyPair('ES256', { extractable: true }),
      generateKeyPair('ES256'),
    ]);
    const provider = new Provider({ own, foreign });
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }
  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/zone`;
  }
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Signs a person in. @returns the parameters that their browser brings back */
  grant(address: URL, person: Person): URLSearchParams {
    const q = address.searchParams;
    const code = randomBytes(16).toString('hex');
    this.#grants.set(code, {
      person,
      nonce: q.get('nonce'),
      challenge: q.get('code_challenge'),
      redirect: q.get('redirect_uri'),
    });
    return new URLSearchParams({ code, state: q.get('state') ?? '' });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.away) return void request.socket.destroy();
    const { pathname, searchParams } = new URL(request.url ?? '/', this.issuer);
    const json = (body: unknown, status = 200) =>
      send(status, 'application/json', JSON.stringify(body));
    const send = (status: number, type: string, body: string) =>
      void response.writeHead(status, { 'content-type': type }).end(body);
    if (pathname === '/zone/.well-known/openid-configuration')
      return json((this.twist.metadata ?? ((d) => d))(this.#document()));
    if (pathname === '/zone/jwks')
      return json({
        keys: [{ ...(await exportJWK(this.#keys.own.publicKey)), kid, alg: 'ES256', use: 'sig' }],
      });
    if (pathname === '/zone/userinfo') return json(this.twist.userinfo ?? {});
    if (pathname === '/zone/authorize') {
      const answer = this.grant(new URL(request.url ?? '/', this.issuer), this.person);
      return void response
        .writeHead(302, { location: `${searchParams.get('redirect_uri')}?${answer}` })
        .end();
    }
    if (pathname === '/zone/logout')
      return send(
        200,
        'text/html',
        '<!doctype html><link rel=icon href=data:,><title>Out</title><p>Signed out of the zone',
      );
    if (pathname !== '/zone/token') return json({}, 404);
    const form = await bodyOf(request);
    const code = form.get('code') ?? '';
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const basic = `Basic ${Buffer.from([clientId, clientSecret].map(encodeForm).join(':')).toString('base64')}`;
    if (request.headers.authorization !== basic) return json({ error: 'invalid_client' }, 401);
    const isVerified =
      createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url') === grant?.challenge;
    if (grant === undefined || !isVerified || form.get('redirect_uri') !== grant.redirect)
      return json({ error: 'invalid_grant' }, 400);
    const body = {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await this.#idToken(grant),
    };
    const {
      status = 200,
      type = 'application/json',
      body: text,
    } = this.twist.answer?.(body) ?? { body: JSON.stringify(body) };
    return send(status, type, text);
  }
  #document(): Record<string, unknown> {
    const { issuer } = this;
    const at = (name: string) => `${issuer}/${name}`;
    return {
      issuer,
      authorization_endpoint: at('authorize'),
      token_endpoint: at('token'),
      jwks_uri: at('jwks'),
      userinfo_endpoint: at('userinfo'),
      end_session_endpoint: at('logout'),
      response_types_supported: ['code'],
      // clients must not trust this list
      id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    };
  }
  async #idToken({ person, nonce }: Grant): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const honest: JWTPayload = {
      ...person,
      iss: this.issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      ...compact({ nonce: nonce === null ? undefined : nonce }),
    };
    const claims = this.twist.claims?.(honest) ?? honest;
    return this.twist.token?.(claims, this.#keys) ?? signToken(claims, this.#keys.own.privateKey);
  }
}
const encodeForm = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
