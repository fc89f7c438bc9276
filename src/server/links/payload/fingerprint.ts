import { hashSecret } from '#server/core/secrets.ts';

/** SHA-256 of what a link shows; of an overview alone as it was before there were other pages. */
export const hashContent = ({
  overview,
  ...more
}: {
  readonly overview: object;
}): Promise<string> =>
  hashSecret(JSON.stringify(Object.keys(more).length === 0 ? overview : { overview, ...more }));
