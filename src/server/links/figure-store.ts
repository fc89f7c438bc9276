import type { FrozenView } from '#contract/links/schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';

/** Keeps what a frozen link shows, as JSON text. */
export async function addLinkFigures(trx: Trx, link: string, figures: string): Promise<void> {
  await trx.insertInto('shared_link_figures').values({ link, figures }).execute();
}

/** What a frozen link shows, as JSON text; nothing where that was not kept. */
export async function readLinkFigures(source: Source, link: string): Promise<string | undefined> {
  const row = await getReader(source)
    .selectFrom('shared_link_figures')
    .select('figures')
    .where('link', '=', link)
    .executeTakeFirst();
  return row?.figures;
}

/** Ids of the frozen links that have not ended and whose figures were not kept. */
export async function linksWithoutFigures(
  source: Source,
): Promise<readonly { readonly id: string; readonly frozen: FrozenView }[]> {
  const rows = await getReader(source)
    .selectFrom('shared_link as l')
    .leftJoin('shared_link_figures as f', 'f.link', 'l.id')
    .select(['l.id', 'l.frozen_json'])
    .where('f.link', 'is', null)
    .where('l.frozen_json', 'is not', null)
    .where('l.state', '!=', 'ended')
    .execute();
  return rows.flatMap(({ id, frozen_json }) =>
    frozen_json === null ? [] : [{ id, frozen: frozen_json }],
  );
}
