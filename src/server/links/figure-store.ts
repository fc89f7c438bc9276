import type { FrozenView } from '#contract/links/schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';

/** Stores the content of a frozen link, as JSON text. */
export async function addLinkFigures(trx: Trx, link: string, figures: string): Promise<void> {
  await trx.insertInto('shared_link_figures').values({ link, figures }).execute();
}

/** @returns the stored content of a frozen link as JSON text, or undefined if there is none */
export async function readLinkFigures(source: Source, link: string): Promise<string | undefined> {
  const row = await getReader(source)
    .selectFrom('shared_link_figures')
    .select('figures')
    .where('link', '=', link)
    .executeTakeFirst();
  return row?.figures;
}

/** Lists the frozen links that have not ended and have no stored figures. */
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
