import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';
import { origin as ours } from '../api.ts';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
/** The head of a CBOR item (RFC 8949): its kind and its length or value. */
const head = (kind: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(kind << 5) | n])
    : n < 256
      ? Buffer.from([(kind << 5) | 24, n])
      : Buffer.from([(kind << 5) | 25, n >> 8, n & 255]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);
const integer = (n: number): Buffer => (n < 0 ? head(1, -1 - n) : head(0, n));

/** Changes to a valid response. */
export interface Bend {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** Whether the device verified its user; true by default. */
  readonly verified?: boolean;
  readonly counter?: number;
  /** Sign with another key. */
  readonly key?: KeyObject;
}

/** A software device with one passkey: the responses of a browser and its authenticator. */
export class Authenticator {
  readonly id = randomBytes(20);
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  make(options: PasskeyOptions, bend: Bend = {}): PasskeyAnswer {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      head(5, 5),
      ...[integer(1), integer(2), integer(3), integer(-7), integer(-1), integer(1)],
      ...[
        integer(-2),
        bytes(Buffer.from(x, 'base64url')),
        integer(-3),
        bytes(Buffer.from(y, 'base64url')),
      ],
    ]);
    const credentialData = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      cose,
    ]);
    const data = Buffer.concat([this.#data(options, 0x40, bend), credentialData]);
    const attestation = Buffer.concat([
      head(5, 3),
      text('fmt'),
      text('none'),
      text('attStmt'),
      head(5, 0),
      text('authData'),
      bytes(data),
    ]);
    const clientDataJSON = this.#client(options, 'webauthn.create', bend);
    return this.#answer({
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(attestation),
      transports: ['internal'],
    });
  }
  show(options: PasskeyOptions, bend: Bend = {}): PasskeyAnswer {
    this.counter += 1;
    const data = this.#data(options, 0, { counter: this.counter, ...bend });
    const client = this.#client(options, 'webauthn.get', bend);
    const signature = sign(
      'sha256',
      Buffer.concat([data, sha256(client)]),
      bend.key ?? this.#pair.privateKey,
    );
    return this.#answer({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(signature),
    });
  }

  #answer(response: PasskeyAnswer['response']): PasskeyAnswer {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }
  #client(
    options: PasskeyOptions,
    type: string,
    { origin = ours, challenge = String(options['challenge']), ...bend }: Bend,
  ): Buffer {
    return Buffer.from(
      JSON.stringify({ type: bend.type ?? type, challenge, origin, crossOrigin: false }),
    );
  }
  #data(
    options: PasskeyOptions,
    flags: number,
    { host, verified = true, counter = 0 }: Bend,
  ): Buffer {
    const domain = (options['rp'] as { id: string } | undefined)?.id ?? String(options['rpId']);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([
      sha256(host ?? domain),
      Buffer.from([flags | 1 | (verified ? 4 : 0)]),
      count,
    ]);
  }
}
