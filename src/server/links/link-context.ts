import { dayOf } from '#domain/values/date.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { ResponseCache, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import type { RevisionWatch } from '#server/http/events/revision-watch.ts';
import type { StoredLink } from './store.ts';
import { LinkCache } from '#server/links/readers/link-cache.ts';
import { linkState } from './link-state.ts';
import { makePayload } from '#server/links/payload/payload.ts';
import { AddressThrottle, PasswordThrottle } from '#server/http/throttle/address-throttle.ts';
import { ReaderLookup } from '#server/links/readers/reader-sessions.ts';
import { LinkStreams } from '#server/links/readers/link-streams.ts';

const keptBytes = 32 * 1024 * 1024;
const keptPayloads = 200;
const drawingsPerMinute = 60;
const encoder = new TextEncoder();
const isLinkId = (text: string): boolean => /^[a-z2-7]{16}$/.test(text);

/** What all requests of shared links have in common: who is let in, what was made ready, who listens. */
export class LinkContext {
  readonly openings: AddressThrottle;
  readonly passwords: PasswordThrottle;
  /** How often something is drawn for one link that is not kept ready: else one reader could keep the drawer busy for ever. */
  readonly drawings: AddressThrottle;
  readonly readers: ReaderLookup;
  readonly streams: LinkStreams;
  readonly #links: LinkCache;
  readonly #kept = new ResponseCache(keptBytes);
  readonly #payloads = new Map<string, Promise<SharedPayload>>();
  readonly #deps: AppDeps;
  readonly #revisions: RevisionWatch;
  constructor(deps: AppDeps, revisions: RevisionWatch) {
    const now = (): number => deps.clock().getTime();
    this.#deps = deps;
    this.#revisions = revisions;
    this.#links = new LinkCache(deps.db);
    this.openings = new AddressThrottle(now);
    this.passwords = new PasswordThrottle(now);
    this.drawings = new AddressThrottle(now, drawingsPerMinute);
    this.readers = new ReaderLookup(deps.db, this.#links, deps.clock);
    this.streams = new LinkStreams((id) => this.#tagOf(id), deps.clock, deps.streams);
  }

  /** The one way from a link to what it shows, made once for each of its versions and each revision of the register. */
  async payload(link: StoredLink): Promise<SharedPayload> {
    const key = await this.#keyOf(link);
    const known = this.#payloads.get(key);
    if (known !== undefined) return known;
    const made = makePayload(this.#deps, link);
    this.#payloads.set(key, made);
    made.catch(() => this.#payloads.delete(key));
    const oldest = this.#payloads.keys().next().value;
    if (this.#payloads.size > keptPayloads && oldest !== undefined) this.#payloads.delete(oldest);
    return made;
  }
  /** Ready bytes made of what a link shows, kept under names that are all the server's own: link, version, revision, and what it is. */
  async getOrMake(
    link: StoredLink,
    what: string,
    make: (payload: SharedPayload, left: AbortSignal) => Promise<Answer>,
    left?: AbortSignal,
  ): Promise<TaggedAnswer> {
    const key = `${await this.#keyOf(link)} ${what}`;
    return this.#kept.getOrMake(
      key,
      async (stopped) => make(await this.payload(link), stopped),
      left,
    );
  }
  /** What a link shows, as JSON. */
  json(link: StoredLink): Promise<TaggedAnswer> {
    return this.getOrMake(link, 'json', async (payload) => ({
      bytes: encoder.encode(JSON.stringify(payload)),
      type: 'application/json; charset=utf-8',
    }));
  }
  /** The title that a live link's maker chose to publish, by the link's public name. */
  async publishedTitle(id: string): Promise<string | undefined> {
    const link = isLinkId(id) ? await this.#links.find(id) : undefined;
    return link?.publish_title === true && linkState(link, this.#deps.clock()) === 'live'
      ? link.title
      : undefined;
  }
  /** The sites that may show the figure of a link in a frame: none where it is not live. */
  async sitesOf(id: string): Promise<readonly string[]> {
    const link = isLinkId(id) ? await this.#links.find(id) : undefined;
    return link !== undefined && linkState(link, this.#deps.clock()) === 'live'
      ? (link.view.embed?.origins ?? [])
      : [];
  }
  /** Links were changed here: readers who are out are out with their next request, and their streams end within a second. */
  forget(): void {
    this.#links.forget();
  }
  /** Something was written here: readers who listen hear of it at once. */
  written(): void {
    this.streams.soon();
  }
  /** Ends what goes on. */
  end(): void {
    this.streams.end();
  }

  async #keyOf({ id, version }: StoredLink): Promise<string> {
    return `${id} ${version} ${await this.#revisions.now()} ${dayOf(this.#deps.clock())}`;
  }
  async #tagOf(id: string): Promise<string | undefined> {
    const link = await this.#links.find(id);
    return link === undefined || linkState(link, this.#deps.clock()) !== 'live'
      ? undefined
      : (await this.json(link)).tag;
  }
}
