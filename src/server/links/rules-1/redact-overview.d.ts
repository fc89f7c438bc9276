import type { Db } from '#server/db/db.ts';
import type { Shown } from '#server/links/payload/link-content.ts';

/** What the figures of version 1 of the rules are of a link, in the form that they had then. */
export function projected(
  deps: { readonly db: Db; readonly clock: () => Date },
  draft: Shown,
): Promise<{ readonly shown: { readonly overview: object }; readonly revision: number }>;
