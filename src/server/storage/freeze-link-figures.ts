import type { Db } from '#server/db/db.ts';
import { addLinkFigures, linksWithoutFigures } from '#server/links/figure-store.ts';
import { findLink } from '#server/links/store.ts';
import { hashContent } from '#server/links/payload/fingerprint.ts';

/**
 * Stores the figures of frozen links made by version 1 of the figure rules, which stored only a
 * hash. It computes them again by version 1 from the records as known then, and stores them if they
 * match the hash. Otherwise it stores nothing, and the page of the link says that the figures
 * differ from the frozen ones.
 */
export async function keepFrozenFigures(db: Db): Promise<void> {
  const links = (await linksWithoutFigures(db.short)).filter(
    ({ frozen }) => frozen.rules === undefined,
  );
  if (links.length === 0) return;
  const { projected } = await import('#server/links/rules-1/redact-overview.js');
  for (const { id, frozen } of links) {
    const link = await findLink(db, id);
    if (link === undefined) continue;
    // an old link whose figures cannot be computed must not prevent the store from opening
    const figures = await projected({ db, clock: () => new Date(frozen.known_at) }, link).then(
      (redaction) => redaction.shown,
      () => undefined,
    );
    if (figures !== undefined && (await hashContent(figures)) === frozen.hash)
      await db.write((trx) => addLinkFigures(trx, id, JSON.stringify(figures)));
  }
}
