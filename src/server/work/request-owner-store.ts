import { getReader, type Source, type Trx } from '#server/db/db.ts';

/**
 * Counts the requests for values that have not ended, by their author.
 * @returns the number by author; an author without an open request has none
 */
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

interface Holder {
  /** The id of the account, or `local`. */
  readonly id: string;
  readonly name: string;
}
interface Move {
  readonly request: string;
  readonly from: Holder;
  readonly to: Holder;
}

/** Gives a request to another person. The move is stored with its revision, for an undo. */
async function moveRequest(trx: Trx, revision: number, { request, from, to }: Move): Promise<void> {
  await trx
    .updateTable('request_link')
    .set((e) => ({ owner: to.id, owner_name: to.name, version: e('version', '+', 1) }))
    .where('id', '=', request)
    .execute();
  await trx
    .insertInto('request_move')
    .values({
      revision,
      request,
      from_owner: from.id,
      from_name: from.name,
      to_owner: to.id,
      to_name: to.name,
    })
    .execute();
}

/** Gives the requests of a person to another person, whose name the companies then see. */
export async function handOverRequests(
  trx: Trx,
  revision: number,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: string },
): Promise<void> {
  const account = await trx
    .selectFrom('account')
    .select('id')
    .where('name', '=', to)
    .limit(1)
    .executeTakeFirst();
  const requests = await trx
    .selectFrom('request_link')
    .select(['id', 'owner'])
    .where('owner_name', '=', from)
    .where('state', '=', 'live')
    .where('expires_at', '>', at)
    .orderBy('id')
    .execute();
  for (const { id, owner } of requests)
    await moveRequest(trx, revision, {
      request: id,
      from: { id: owner, name: from },
      to: { id: account?.id ?? owner, name: to },
    });
}

/**
 * Moves back the requests that a revision moved. A request that has moved again since stays where
 * it is.
 */
export async function moveRequestsBack(
  trx: Trx,
  revisionToUndo: number,
  revision: number,
): Promise<void> {
  const moves = await trx
    .selectFrom('request_move as m')
    .innerJoin('request_link as l', 'l.id', 'm.request')
    .select(['m.request', 'm.from_owner', 'm.from_name', 'm.to_owner', 'm.to_name'])
    .where('m.revision', '=', revisionToUndo)
    .whereRef('l.owner_name', '=', 'm.to_name')
    .orderBy('m.request')
    .execute();
  for (const { request, from_owner, from_name, to_owner, to_name } of moves)
    await moveRequest(trx, revision, {
      request,
      from: { id: to_owner, name: to_name },
      to: { id: from_owner, name: from_name },
    });
}
