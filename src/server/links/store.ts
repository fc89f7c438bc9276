import { compact } from '#domain/values/compact.ts';
import type { LinkDownloads, LinkOpenings, SharedLink } from '#contract/links/schemas.ts';
import type { PauseReason } from '#contract/links/constants.ts';
import { sql } from 'kysely';
import { getReader, type Source, type Trx } from '#server/db/db.ts';

/**
 * A stored link, with two fields that no response contains: its version and the hash of its
 * password.
 */
export interface StoredLink extends Omit<SharedLink, 'state' | 'has_password'> {
  readonly version: number;
  readonly password?: string;
  readonly state: 'live' | 'paused' | 'ended';
}
export type LinkToAdd = Omit<
  StoredLink,
  | 'version'
  | 'state'
  | 'is_chart_removed'
  | 'state_at'
  | 'state_by'
  | 'paused_for'
  | 'opened'
  | 'downloaded'
> & {
  readonly secret_hash: string;
};

/** The id of the saved chart that a link was made from. */
const savedChart = sql<string | null>`l.view_json -> 'chart' ->> 'saved'`;

const links = (source: Source) =>
  getReader(source)
    .selectFrom('shared_link as l')
    .leftJoin('shared_link_opening as o', 'o.link', 'l.id')
    .leftJoin(
      (e) =>
        e
          .selectFrom('shared_link_download')
          .select((f) => [
            'link',
            f.fn.sum<number>('count').as('files'),
            f.fn.max('last_at').as('last_file_at'),
          ])
          .groupBy('link')
          .as('d'),
      (join) => join.onRef('d.link', '=', 'l.id'),
    )
    .leftJoin('saved_chart as s', (join) => join.on(savedChart, '=', (e) => e.ref('s.id')))
    .selectAll('l')
    .select(['o.count', 'o.bots', 'o.first_at', 'o.last_at', 'd.files', 'd.last_file_at'])
    .select(
      sql<number>`case when ${savedChart} is not null and s.id is null then 1 else 0 end`.as(
        'is_chart_removed',
      ),
    );
type Row = Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>;

const optional = <K extends string, T>(name: K, value: T | null): { readonly [key in K]?: T } =>
  (value === null ? {} : { [name]: value }) as { readonly [key in K]?: T };
const openings = (row: Row): LinkOpenings => ({
  count: row.count ?? 0,
  bots: row.bots ?? 0,
  ...optional('first', row.first_at),
  ...optional('last', row.last_at),
});
const downloads = (row: Row): LinkDownloads => ({
  count: Number(row.files ?? 0),
  ...optional('last', row.last_file_at),
});
const toLink = (row: Row): StoredLink => ({
  id: row.id,
  name: row.name,
  ...optional('title', row.title),
  publish_title: row.is_title_published,
  publish_picture: row.is_picture_published,
  ...optional('note', row.note),
  view: row.view_json,
  profile: row.profile_json,
  ...optional('frozen', row.frozen_json),
  language: row.language,
  fixed_language: row.is_language_fixed,
  exports: row.exports,
  ...optional('password', row.password),
  state: row.state,
  ...optional('state_at', row.state_at),
  ...optional('state_by', row.state_by),
  ...optional('paused_for', row.paused_for),
  owner: { id: row.owner, name: row.owner_name },
  created_at: row.created_at,
  expires_at: row.expires_at,
  opened: openings(row),
  downloaded: downloads(row),
  version: row.version,
  ...compact({ is_chart_removed: Number(row.is_chart_removed) === 1 ? true : undefined }),
});

/** Stores a new link; only the hash of its secret is stored. */
export async function addLink(trx: Trx, link: LinkToAdd): Promise<void> {
  const {
    id,
    secret_hash,
    name,
    view,
    profile,
    frozen,
    language,
    exports,
    title,
    note,
    password,
    created_at,
    expires_at,
  } = link;
  await trx
    .insertInto('shared_link')
    .values({
      id,
      secret_hash,
      version: 1,
      name,
      owner: link.owner.id,
      owner_name: link.owner.name,
      view_json: JSON.stringify(view),
      profile_json: JSON.stringify(profile),
      frozen_json: frozen === undefined ? null : JSON.stringify(frozen),
      language,
      exports,
      title: title ?? null,
      is_title_published: link.publish_title,
      is_picture_published: link.publish_picture,
      is_language_fixed: link.fixed_language,
      note: note ?? null,
      password: password ?? null,
      created_at,
      expires_at,
      state: 'live',
      state_at: null,
      state_by: null,
      paused_for: null,
    })
    .execute();
}

/** Lists all links, newest first. */
export async function listLinks(source: Source): Promise<StoredLink[]> {
  const rows = await links(source).orderBy('l.created_at', 'desc').orderBy('l.id').execute();
  return rows.map(toLink);
}
/** Finds a link by its id, in any state. @returns undefined if no link has this id */
export async function findLink(source: Source, id: string): Promise<StoredLink | undefined> {
  const row = await links(source).where('l.id', '=', id).executeTakeFirst();
  return row && toLink(row);
}
/**
 * Finds a link by the hash of its whole secret. Readers have no other way to look up a link.
 * @returns a link in any state; undefined if none has this secret
 */
export async function findLinkBySecret(
  source: Source,
  secretHash: string,
): Promise<StoredLink | undefined> {
  const row = await links(source).where('l.secret_hash', '=', secretHash).executeTakeFirst();
  return row && toLink(row);
}

export interface LinkChange {
  readonly state?: StoredLink['state'];
  readonly state_at?: string;
  readonly state_by?: string;
  readonly paused_for?: PauseReason | null;
  readonly expires_at?: string;
  readonly name?: string;
  readonly note?: string | null;
}
/**
 * Changes a link of this version.
 *
 * @returns false if the link has another version or has ended for good
 */
export async function changeLink(
  trx: Trx,
  { id, version }: StoredLink,
  change: LinkChange,
): Promise<boolean> {
  const result = await trx
    .updateTable('shared_link')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '!=', 'ended')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/**
 * Ends links for good: those of one owner, or all.
 *
 * @returns the links that it ended
 */
export async function endLinks(
  trx: Trx,
  owner: string | undefined,
  at: string,
  by: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  let query = trx
    .updateTable('shared_link')
    .set((e) => ({
      state: 'ended',
      state_at: at,
      state_by: by,
      paused_for: null,
      version: e('version', '+', 1),
    }))
    .where('state', '!=', 'ended')
    .returning(['id', 'name']);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  return query.execute();
}
/**
 * Pauses the live links of an owner who lost the right to share.
 *
 * @returns the ids of the paused links
 */
export async function pauseOwnerLinks(
  trx: Trx,
  owner: string,
  at: string,
  by: string,
): Promise<readonly string[]> {
  const pausedLink = await trx
    .updateTable('shared_link')
    .set((e) => ({
      state: 'paused',
      state_at: at,
      state_by: by,
      paused_for: 'owner',
      version: e('version', '+', 1),
    }))
    .where('state', '=', 'live')
    .where('owner', '=', owner)
    .returning('id')
    .execute();
  return pausedLink.map(({ id }) => id);
}
