import { BoundedMap } from '#server/core/bounded-map.ts';
import type { Db } from '#server/db/db.ts';
import { readLinkPolicy, restrictLink } from '#server/links/link-policy.ts';
import { findLink, type StoredLink } from '#server/links/store.ts';

/**
 * Milliseconds for which a cached link is trusted. Other processes may pause or end it meanwhile.
 */
const freshMs = 500;
const maxLinks = 2000;

interface CachedLink {
  readonly at: number;
  readonly link: Promise<StoredLink | undefined>;
}
/**
 * Caches links for half a second, so that many readers cost few queries. Cached links lack data
 * that the zone forbids.
 */
export class LinkCache {
  readonly #links = new BoundedMap<string, CachedLink>(maxLinks);
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Finds a link by its public id, in any state. The result is at most 500 ms old. */
  find(id: string): Promise<StoredLink | undefined> {
    const now = performance.now();
    const cachedLink = this.#links.get(id);
    if (cachedLink !== undefined && now - cachedLink.at < freshMs) return cachedLink.link;
    const link = this.#read(id);
    this.#links.set(id, { at: now, link });
    link.catch(() => this.#links.delete(id));
    return link;
  }
  async #read(id: string): Promise<StoredLink | undefined> {
    const link = await findLink(this.#db.short, id);
    return link && restrictLink(link, await readLinkPolicy(this.#db.short));
  }
  /** Drops all cached links. Call it after this process changed links. */
  forget(): void {
    this.#links.clear();
  }
}
