import type { RequestCell } from '#domain/requests/request.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { RequestLinkTable } from '#server/db/schema/request-tables.ts';

/** A stored request, without the state that follows from its answers and the time. */
export interface StoredRequest {
  readonly id: string;
  readonly version: number;
  readonly month: Month;
  readonly unit: string;
  readonly person?: string;
  readonly email?: string;
  readonly language: Language;
  readonly note?: string;
  readonly cells: readonly RequestCell[];
  readonly deadline: IsoDate;
  readonly expires_at: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly created_at: string;
  readonly opened_at?: string;
  readonly reminded_at?: string;
  readonly state: RequestLinkTable['state'];
  readonly state_at?: string;
  readonly state_by?: string;
}
/** The most requests of a list. */
const mostListed = 1000;
/** The most secrets of one request. The newest stay. */
const mostSecrets = 5;

const rows = (source: Source) => getReader(source).selectFrom('request_link').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;
/** Reads a column that may be empty. @returns undefined for null */
export const optional = <T>(value: T | null): T | undefined => (value === null ? undefined : value);
const toRequest = (row: Row): StoredRequest => ({
  id: row.id,
  version: row.version,
  month: row.month,
  unit: row.unit,
  language: row.language,
  cells: row.cells_json,
  deadline: row.deadline,
  expires_at: row.expires_at,
  owner: { id: row.owner, name: row.owner_name },
  created_at: row.created_at,
  state: row.state,
  ...compact({
    person: optional(row.person),
    email: optional(row.email),
    note: optional(row.note),
    opened_at: optional(row.opened_at),
    reminded_at: optional(row.reminded_at),
    state_at: optional(row.state_at),
    state_by: optional(row.state_by),
  }),
});

/** Stores a new request with its cells. */
export async function addRequest(trx: Trx, request: StoredRequest): Promise<void> {
  const { cells, owner, person, email, note, ...rest } = request;
  const { id, version, month, unit, language, deadline, expires_at, created_at, state } = rest;
  await trx
    .insertInto('request_link')
    .values({
      id,
      version,
      month,
      unit,
      language,
      deadline,
      expires_at,
      created_at,
      state,
      person: person ?? null,
      email: email ?? null,
      note: note ?? null,
      cells_json: JSON.stringify(cells),
      owner: owner.id,
      owner_name: owner.name,
      opened_at: null,
      reminded_at: null,
      state_at: null,
      state_by: null,
    })
    .execute();
}

/** Lists the requests of a month, or of all months, the newest month first. */
export async function listRequests(source: Source, month?: Month): Promise<StoredRequest[]> {
  let query = rows(source)
    .orderBy('month', 'desc')
    .orderBy('person')
    .orderBy('unit')
    .orderBy('id')
    .limit(mostListed);
  if (month !== undefined) query = query.where('month', '=', month);
  return (await query.execute()).map(toRequest);
}

/** Finds a request by its id, in any state. @returns undefined if no request has this id */
export async function findRequest(source: Source, id: string): Promise<StoredRequest | undefined> {
  const row = await rows(source).where('id', '=', id).executeTakeFirst();
  return row && toRequest(row);
}

/** Finds these requests. Unknown ids are skipped. */
export async function findRequests(
  source: Source,
  ids: readonly string[],
): Promise<StoredRequest[]> {
  if (ids.length === 0) return [];
  return (await rows(source).where('id', 'in', ids).execute()).map(toRequest);
}

/**
 * Finds a request by the hash of a whole secret. A company has no other way to look up a request.
 * @returns a request in any state; undefined if none has this secret
 */
export async function findRequestBySecret(
  source: Source,
  hash: string,
): Promise<StoredRequest | undefined> {
  const row = await rows(source)
    .where((e) =>
      e('id', '=', e.selectFrom('request_secret').select('request').where('hash', '=', hash)),
    )
    .executeTakeFirst();
  return row && toRequest(row);
}

/** Adds a secret to a request. Beyond five, the oldest stop working. */
export async function addSecret(
  trx: Trx,
  secret: { readonly hash: string; readonly request: string; readonly created_at: string },
): Promise<void> {
  await trx.insertInto('request_secret').values(secret).execute();
  const secrets = await trx
    .selectFrom('request_secret')
    .select('hash')
    .where('request', '=', secret.request)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .limit(mostSecrets)
    .execute();
  const hashes = secrets.map(({ hash }) => hash);
  await trx
    .deleteFrom('request_secret')
    .where('request', '=', secret.request)
    .where('hash', 'not in', [...hashes, secret.hash])
    .execute();
}

export interface RequestChange {
  readonly state?: 'cancelled';
  readonly state_at?: string;
  readonly state_by?: string;
  readonly deadline?: IsoDate;
  readonly expires_at?: string;
  readonly person?: string;
  readonly email?: string;
}
/**
 * Changes a request of this version.
 *
 * @returns false if it has another version or was cancelled
 */
export async function changeRequest(
  trx: Trx,
  { id, version }: StoredRequest,
  change: RequestChange,
): Promise<boolean> {
  const result = await trx
    .updateTable('request_link')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'live')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Records when a request was last reminded of, as an ISO 8601 moment. */
export async function noteReminder(trx: Trx, id: string, at: string): Promise<void> {
  await trx.updateTable('request_link').set({ reminded_at: at }).where('id', '=', id).execute();
}

/** Records the first opening by a person. @returns false if it was opened before */
export async function noteOpening(trx: Trx, id: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable('request_link')
    .set({ opened_at: at })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}
