import { base64url, sha256, newSecret } from './secrets.ts';

const bodyLength = 43;
const checkLength = 6;

/** Secrets of one kind: a prefix that names the kind, 256 random bits, and a checksum. */
export interface TypedSecret {
  make(): Promise<string>;
  /**
   * Whether a text has the form and the checksum of such a secret. So a mistyped one costs no
   * query.
   */
  fits(text: string): Promise<boolean>;
}

/**
 * Makes and checks secrets of one kind.
 * @param prefix - by which people and scanners for leaked secrets recognise the kind
 */
export function typedSecret(prefix: string): TypedSecret {
  const form = new RegExp(`^${prefix}[A-Za-z0-9_-]{${bodyLength + checkLength}}$`);
  const makeChecksum = async (body: string): Promise<string> =>
    base64url(await sha256(`check ${prefix}${body}`)).slice(0, checkLength);
  return {
    async make() {
      const body = newSecret();
      return `${prefix}${body}${await makeChecksum(body)}`;
    },
    async fits(text) {
      if (!form.test(text)) return false;
      const body = text.slice(prefix.length, prefix.length + bodyLength);
      return (await makeChecksum(body)) === text.slice(prefix.length + bodyLength);
    },
  };
}
