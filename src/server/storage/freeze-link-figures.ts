import type { Db } from '#server/db/db.ts';
import { addLinkFigures, linksWithoutFigures } from '#server/links/figure-store.ts';
import { findLink } from '#server/links/store.ts';
import { hashContent } from '#server/links/payload/fingerprint.ts';

/**
 * Keeps the figures of frozen links that were made by version 1 of the figure rules, which kept a
 * hash only: that version makes
 * them once more, from the records as they were known then, and they are kept where they have the
 * hash of the link. Of a link whose
 * figures come out otherwise nothing is kept; its page says that they are not those that were
 * frozen.
 */
export async function keepFrozenFigures(db: Db): Promise<void> {
  const links = (await linksWithoutFigures(db)).filter(({ frozen }) => frozen.rules === undefined);
  if (links.length === 0) return;
  const { projected } = await import('#server/links/rules-1/redact-overview.js');
  for (const { id, frozen } of links) {
    const link = await findLink(db, id);
    if (link === undefined) continue;
    // an old link that can't be made again must not keep the store from opening
    const shown = await projected({ db, clock: () => new Date(frozen.known_at) }, link).then(
      (made) => made.shown,
      () => undefined,
    );
    if (shown !== undefined && (await hashContent(shown)) === frozen.hash)
      await db.write((trx) => addLinkFigures(trx, id, JSON.stringify(shown)));
  }
}
