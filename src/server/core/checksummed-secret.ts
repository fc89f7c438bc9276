import { base64url, sha256, newSecret } from './secrets.ts';

const bodyLength = 43;
const checkLength = 6;

/** Secrets of one kind: 256 random bits for an address or a header, with the kind before and a checksum behind them. */
export interface TypedSecret {
  make(): Promise<string>;
  /** Whether a text can be one at all: what was cut, mistyped or made up is known without a look into the store. */
  fits(text: string): Promise<boolean>;
}

/** `prefix`: what each begins with, so that scanners for leaked secrets and people can tell what it is. */
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
