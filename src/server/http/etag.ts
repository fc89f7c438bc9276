import { problem } from '#server/core/problem.ts';

/** Makes a strong tag for bytes: the first 128 bits of their SHA-256. */
export async function hashTag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return Array.from(hash, (b) => b.toString(16).padStart(2, '0')).join('');
}
/** Formats a tag as a header. Each encoding of the same content has its own tag. */
export const tagHeader = (tag: string, encoding?: string): string =>
  encoding === undefined ? `"${tag}"` : `"${tag}-${encoding}"`;

const bare = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"|"$/g, '')
    .replace(/-(br|gzip)$/, '');
/** Whether If-None-Match names this tag in any encoding. */
export const isSeen = (ifNoneMatch: string | null, tag: string): boolean =>
  ifNoneMatch !== null &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => bare(one) === tag));

/**
 * Makes the tag of a version. The epoch of the store distinguishes numbers from before a restore.
 */
export const versionTag = (kind: 'v' | 'i', version: number, epoch: string): string =>
  `${kind}${version}.${epoch}`;
/**
 * Reads the versions that an If-Match header names.
 * @returns the numbers of this kind and epoch, without those of another epoch or form
 */
export const readVersions = (
  ifMatch: string | null,
  kind: 'v' | 'i',
  epoch: string,
): readonly number[] =>
  (ifMatch ?? '').split(',').flatMap((tag) => {
    const [, ofKind, version, ofEpoch] =
      /^\s*"([vi])(\d{1,15})\.([0-9a-f]{10})(?:[.-][\w.-]*)?"\s*$/.exec(tag) ?? [];
    return ofKind === kind && ofEpoch === epoch ? [Number(version)] : [];
  });

/**
 * Rejects a change unless If-Match names the current version. `*` and weak tags do not count.
 * @param current - the current content, which the problem includes
 * @throws HttpProblem 428 without a usable If-Match, 412 with the current content for another
 * version
 */
export function requireMatch(request: Request, tag: string, current: unknown): void {
  const header = request.headers.get('if-match');
  if (header === null || header.trim() === '*') {
    throw problem(
      'precondition_required',
      'Send If-Match with the ETag of the version that you saw.',
      {
        headers: { etag: tagHeader(tag) },
      },
    );
  }
  if (header.split(',').some((one) => !one.trim().startsWith('W/') && bare(one) === tag)) return;
  throw problem(
    'precondition_failed',
    'It was changed meanwhile. Read the current version and send the change again with its ETag.',
    {
      current,
      headers: { etag: tagHeader(tag) },
    },
  );
}
