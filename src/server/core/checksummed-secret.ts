import { base64url, sha256, newSecret } from './secrets.ts';

const bodyLength = 43;
const checkLength = 6;

/** Secrets of one kind: a prefix that names the kind, 256 random bits, and a checksum. */
export interface TypedSecret {
  make(): Promise<string>;
  /**
   * Whether a text has the form and checksum of such a secret. Mistyped ones are rejected without a
   * query.
   */
  fits(text: string): Promise<boolean>;
}

/** @param prefix - by which people and scanners for leaked secrets recognise the kind */
export function typedSecret(prefix: string): TypedSecret {
  const form = new RegExp(`^${prefix}[A-Za-z0-9_-]{${bodyLength + checkLength}}$`);
  const checkOf = async (body: string): Promise<string> =>
    base64url(await sha256(`check ${prefix}${body}`)).slice(0, checkLength);
  return {
    async make() {
      const body = newSecret();
      return `${prefix}${body}${await checkOf(body)}`;
    },
    async fits(text) {
      if (!form.test(text)) return false;
      const body = text.slice(prefix.length, prefix.length + bodyLength);
      return (await checkOf(body)) === text.slice(prefix.length + bodyLength);
    },
  };
}
