import { linkIdPattern } from '#contract/links/constants.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { PromiseCache } from '#server/core/bounded-map.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { ResponseCache, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import type { Host } from '#server/http/host.ts';
import type { RevisionWatch } from '#server/http/events/revision-watch.ts';
import type { ZoneClock } from '#server/http/events/zone-clock.ts';
import type { StoredLink } from './store.ts';
import { LinkCache } from '#server/links/readers/link-cache.ts';
import { linkState } from './link-state.ts';
import { AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import type { AttemptStore } from '#server/http/throttle/attempts.ts';
import { LinkThrottle } from '#server/http/throttle/link-throttle.ts';
import { ReaderLookup } from '#server/links/readers/reader-sessions.ts';
import { LinkStreams } from '#server/links/readers/link-streams.ts';

const cacheBytes = 32 * 1024 * 1024;
const maxPayloads = 200;
const drawingsPerMinute = 60;
const encoder = new TextEncoder();

export interface LinksHost extends Host {
  readonly links: LinkContext;
}

/**
 * The state that all requests of shared links use: throttles, reader sessions, streams, and the
 * cache of payloads and files.
 */
export class LinkContext {
  /** Limits openings on this server, before the store is read. */
  readonly openings: AddressThrottle;
  readonly throttle: LinkThrottle;
  /** Limits the uncached drawings of each link, so that no reader can keep the drawer busy. */
  readonly drawings: AddressThrottle;
  readonly readers: ReaderLookup;
  readonly streams: LinkStreams;
  readonly #links: LinkCache;
  readonly #responses = new ResponseCache(cacheBytes);
  readonly #payloads = new PromiseCache<SharedPayload>(maxPayloads);
  readonly #deps: AppDeps;
  readonly #revisions: RevisionWatch;
  readonly #zoneClock: ZoneClock;
  constructor(
    deps: AppDeps,
    revisions: RevisionWatch,
    zoneClock: ZoneClock,
    attempts: AttemptStore,
  ) {
    const now = (): number => deps.clock().getTime();
    this.#deps = deps;
    this.#revisions = revisions;
    this.#zoneClock = zoneClock;
    this.#links = new LinkCache(deps.db);
    this.openings = new AddressThrottle(now);
    this.throttle = new LinkThrottle(attempts, now);
    this.drawings = new AddressThrottle(now, drawingsPerMinute);
    this.readers = new ReaderLookup(deps.db, this.#links, deps.clock);
    this.streams = new LinkStreams((id) => this.#readTag(id), deps.clock, deps.streams);
  }

  /**
   * Makes the payload of a link, once for each version of the link and each revision of the
   * register.
   */
  async payload(link: StoredLink): Promise<SharedPayload> {
    return this.#payloads.getOrMake(await this.#cacheKey(link), async () => {
      const { makePayload } = await import('#server/links/payload/payload.ts');
      return makePayload(this.#deps, link);
    });
  }
  /**
   * Makes an answer from the payload of a link, once for each version and revision.
   *
   * @param name - the rest of the cache key; it must not contain free text of a reader
   */
  async getOrMake(
    link: StoredLink,
    name: string,
    make: (payload: SharedPayload, signal: AbortSignal) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<TaggedAnswer> {
    const key = `${await this.#cacheKey(link)} ${name}`;
    return this.#responses.getOrMake(
      key,
      async (shared) => make(await this.payload(link), shared),
      signal,
    );
  }
  /** Makes the payload of a link as JSON. */
  json(link: StoredLink): Promise<TaggedAnswer> {
    return this.getOrMake(link, 'json', async (payload) => ({
      bytes: encoder.encode(JSON.stringify(payload)),
      type: 'application/json; charset=utf-8',
    }));
  }
  /** Finds a live link by its public id, for the data that its owner published. */
  async findLive(id: string): Promise<StoredLink | undefined> {
    const link = linkIdPattern.test(id) ? await this.#links.find(id) : undefined;
    return link !== undefined && linkState(link, this.#deps.clock()) === 'live' ? link : undefined;
  }
  /**
   * Drops cached links and makes streams check at once. Call it after each change, so that the next
   * request sees paused and ended links.
   */
  refresh(): void {
    this.#links.forget();
    this.streams.checkSoon();
  }
  /** Ends the streams of readers. */
  end(): void {
    this.streams.end();
  }

  async #cacheKey({ id, version, exports, is_chart_removed }: StoredLink): Promise<string> {
    const suffix = is_chart_removed === true ? ' removed' : '';
    const [revision, today] = [await this.#revisions.now(), await this.#zoneClock.today()];
    return `${id} ${version}${suffix} ${exports} ${revision} ${today}`;
  }
  async #readTag(id: string): Promise<string | undefined> {
    const link = await this.#links.find(id);
    return link === undefined || linkState(link, this.#deps.clock()) !== 'live'
      ? undefined
      : (await this.json(link)).tag;
  }
}
