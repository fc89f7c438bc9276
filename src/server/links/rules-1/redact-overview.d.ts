import type { Db } from '#server/db/db.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';

/** Computes the figures of a link by version 1 of the rules, in their form of that version. */
export function projected(
  deps: { readonly db: Db; readonly clock: () => Date },
  draft: PayloadSource,
): Promise<{ readonly shown: { readonly overview: object }; readonly revision: number }>;
