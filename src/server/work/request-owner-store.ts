import { getReader, type Source, type Trx } from '#server/db/db.ts';

/** Counts the requests for values that have not ended, by their author. */
export async function countRequestsByOwner(
  source: Source,
  at: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await getReader(source)
    .selectFrom('request_link')
    .select(['owner_name', (e) => e.fn.countAll<number | string>().as('count')])
    .where('state', '=', 'live')
    .where('expires_at', '>', at)
    .groupBy('owner_name')
    .execute();
  return new Map(rows.map(({ owner_name, count }) => [owner_name, Number(count)]));
}

/** Gives the requests of a person to another, whose name their contacts then see. */
export async function handOverRequests(
  trx: Trx,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: string },
): Promise<void> {
  const account = await trx
    .selectFrom('account')
    .select('id')
    .where('name', '=', to)
    .limit(1)
    .executeTakeFirst();
  await trx
    .updateTable('request_link')
    .set((e) => ({
      owner_name: to,
      version: e('version', '+', 1),
      ...(account === undefined ? {} : { owner: account.id }),
    }))
    .where('owner_name', '=', from)
    .where('state', '=', 'live')
    .where('expires_at', '>', at)
    .execute();
}
