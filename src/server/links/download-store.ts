import type { IsoDate } from '#domain/values/date.ts';
import type { Trx } from '#server/db/db.ts';

export interface LinkDownload {
  /** The id of the link. */
  readonly link: string;
  /** The file below the address of the link, such as `charts/targets.csv`. */
  readonly file: string;
  /** The moment of the download in ISO 8601. `day` is its day in the zone. */
  readonly at: string;
  readonly day: IsoDate;
}

/**
 * Counts one download of a file through a link.
 *
 * @returns whether it is the first download of that file through that link on that day
 */
export async function addLinkDownload(
  trx: Trx,
  { link, file, at, day }: LinkDownload,
): Promise<boolean> {
  await trx
    .insertInto('shared_link_download')
    .values({ link, file, day, count: 1, last_at: at })
    .onConflict((c) =>
      c
        .columns(['link', 'file', 'day'])
        .doUpdateSet((e) => ({ count: e('shared_link_download.count', '+', 1), last_at: at })),
    )
    .execute();
  const row = await trx
    .selectFrom('shared_link_download')
    .select('count')
    .where('link', '=', link)
    .where('file', '=', file)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.count === 1;
}
