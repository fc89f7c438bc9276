import { hashSecret } from '#server/core/secrets.ts';

/**
 * Hashes the content of a link with SHA-256. The hash of an overview is the same as before links
 * had other pages.
 */
export const hashContent = ({
  overview,
  ...more
}: {
  readonly overview: object;
}): Promise<string> =>
  hashSecret(JSON.stringify(Object.keys(more).length === 0 ? overview : { overview, ...more }));
