import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { normalisePassword, Queue, type Passwords } from '#server/core/password-hashing.ts';

/** Reads about 49,000 leaked passwords. They load when a person first chooses a password. */
export const commonestPasswords = async (): Promise<readonly string[]> =>
  (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common'];

/** Memory in KiB, passes and lanes: the minimum of OWASP. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
interface PasswordHash {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
}
const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function parseHash(hash: string): PasswordHash | undefined {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w+/]{11,64})\$([\w+/]{22,86})$/.exec(
      hash,
    );
  if (match === null) return undefined;
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
const derive = (
  password: string,
  {
    memory,
    passes,
    parallelism,
    salt,
    tag,
  }: Omit<PasswordHash, 'tag'> & { tag: { length: number } },
) =>
  new Promise<Buffer>((resolve, reject) => {
    const message = Buffer.from(normalisePassword(password), 'utf8');
    argon2(
      'argon2id',
      { message, nonce: salt, parallelism, tagLength: tag.length, memory, passes },
      (error, bytes) => {
        if (error === null) resolve(bytes);
        else reject(error);
      },
    );
  });

/** Hashes and verifies passwords by Node's Argon2id, two at a time. */
export function argon2Passwords(): Passwords {
  const queue = new Queue();
  return {
    hash: (password) =>
      queue.run(async () => {
        const salt = randomBytes(16);
        const tag = await derive(password, { ...cost, salt, tag: { length: 32 } });
        return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${text(salt)}$${text(tag)}`;
      }),
    verify: async (hash, password, place) => {
      const parts = parseHash(hash);
      return (
        parts !== undefined &&
        queue.run(async () => timingSafeEqual(await derive(password, parts), parts.tag), place)
      );
    },
    isOld: (hash) => {
      const parts = parseHash(hash);
      return parts === undefined || parts.memory < cost.memory || parts.passes < cost.passes;
    },
    commonest: commonestPasswords,
  };
}
