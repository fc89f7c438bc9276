import type { Db } from '#server/db/db.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';

/** What the figures of version 1 of the rules are of a link, in the form that they had then. */
export function projected(
  deps: { readonly db: Db; readonly clock: () => Date },
  draft: PayloadSource,
): Promise<{ readonly shown: { readonly overview: object }; readonly revision: number }>;
