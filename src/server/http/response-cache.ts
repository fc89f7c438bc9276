import type { Compress, Encoding } from '#server/core/deps.ts';
import { SingleFlight } from '#server/core/single-flight.ts';
import { SizedCache } from '#server/core/sized-cache.ts';
import { tagHeader, isSeen, hashTag } from './etag.ts';

/** A response before encoding. `tag` replaces the tag of its bytes. */
export interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly status?: number;
  readonly tag?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set-Cookie values. A response with cookies is never cached. */
  readonly cookies?: readonly string[];
  /** Set if the response is exported data, whose reader the audit records. */
  readonly exported?: true;
}
export interface TaggedAnswer extends Answer {
  readonly tag: string;
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}
/** Adds the entity tag of an answer: its own, else a hash of its bytes. */
export const tagAnswer = async (answer: Answer): Promise<TaggedAnswer> => ({
  ...answer,
  tag: answer.tag ?? (await hashTag(answer.bytes)),
  encoded: new Map(),
});

const compressible = /^(text\/|application\/(json|problem\+json)|image\/svg)/;
const smallest = 1024;
/**
 * Chooses the best encoding that the client accepts.
 * @returns undefined if compression does not pay
 */
function chooseEncoding(acceptHeader: string | null, answer: Answer): Encoding | undefined {
  if (acceptHeader === null || answer.bytes.length < smallest || !compressible.test(answer.type))
    return undefined;
  const takes = (name: Encoding): boolean =>
    new RegExp(`(^|,)\\s*${name}\\s*(;(?!\\s*q=0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)`, 'i').test(
      acceptHeader,
    );
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

/**
 * Responds with 304 if the client has this tag, else with the bytes in an encoding that it accepts.
 */
export async function respond(
  request: Request,
  answer: TaggedAnswer,
  compress: Compress | undefined,
): Promise<Response> {
  const encoding =
    compress === undefined
      ? undefined
      : chooseEncoding(request.headers.get('accept-encoding'), answer);
  const read = request.method === 'GET' || request.method === 'HEAD';
  const headers: Record<string, string> = {
    'cache-control': read ? 'no-cache' : 'no-store',
    vary: 'accept-encoding',
    etag: tagHeader(answer.tag, encoding),
    ...answer.headers,
  };
  if (
    read &&
    (answer.status ?? 200) === 200 &&
    isSeen(request.headers.get('if-none-match'), answer.tag)
  )
    return new Response(null, { status: 304, headers });
  headers['content-type'] = answer.type;
  let bytes = answer.bytes;
  if (encoding !== undefined && compress !== undefined) {
    const encodedBytes = answer.encoded.get(encoding) ?? compress(answer.bytes, encoding);
    answer.encoded.set(encoding, encodedBytes);
    bytes = await encodedBytes;
    headers['content-encoding'] = encoding;
  }
  headers['content-length'] = String(bytes.length);
  const response = new Response(request.method === 'HEAD' ? null : bytes, {
    status: answer.status ?? 200,
    headers,
  });
  for (const cookie of answer.cookies ?? []) response.headers.append('set-cookie', cookie);
  return response;
}

/**
 * Caches responses under keys that name all their dependencies. Above `maxBytes` it drops the least
 * recently used responses. Concurrent callers of one key share one computation.
 */
export class ResponseCache {
  readonly #answers: SizedCache<TaggedAnswer>;
  readonly #running = new SingleFlight<TaggedAnswer>();
  constructor(maxBytes = 64 * 1024 * 1024) {
    this.#answers = new SizedCache(maxBytes);
  }

  /** The number of cached responses. */
  get count(): number {
    return this.#answers.count;
  }
  /** The size in bytes of the cached responses with their compressed copies. */
  get bytes(): number {
    return this.#answers.size;
  }

  /**
   * Returns the cached response, or makes and caches it.
   * @param make - makes the response; its signal aborts once all callers have left
   * @param signal - aborts when this caller leaves
   * @throws the reason of `signal` if it aborts first; the error of `make`
   */
  async getOrMake(
    key: string,
    make: (signal: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<TaggedAnswer> {
    return (
      this.#answers.get(key) ??
      this.#running.run(key, signal, async (stopSignal) => {
        const answer = await tagAnswer(await make(stopSignal));
        // room for a compressed copy
        this.#answers.put(key, answer, answer.bytes.length * 2);
        return answer;
      })
    );
  }
}
