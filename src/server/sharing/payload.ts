import type { FrozenView, SharedHead, SharedPayload } from '#contract/links.ts';
import type { AppDeps } from '#server/deps.ts';
import { hashOf } from '#server/http/secrets.ts';
import { projected, type Projected } from './projected.ts';
import type { Shown } from './shown.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** What is shown as one text; of an overview as it was before there were other pages. */
const fingerprint = ({ overview, ...more }: Projected['shown']): Promise<string> =>
  hashOf(JSON.stringify(Object.keys(more).length === 0 ? overview : { overview, ...more }));

/** The pair of day and revision that a view is of now, with what it shows as a fingerprint. */
export async function freeze(deps: Deps, draft: Shown): Promise<FrozenView> {
  const { shown, revision } = await projected(deps, draft);
  return { as_of: shown.overview.as_of, known_at: deps.clock().toISOString(), revision, hash: await fingerprint(shown) };
}

/**
 * All that a link shows: page, files and stream of its readers, and the preview of its maker, are made of this and of nothing
 * else. It takes nothing from who asks. Frozen figures that are not those that were frozen say so.
 */
export async function sharedPayload(deps: Deps, draft: Shown): Promise<SharedPayload> {
  const { shown } = await projected(deps, draft);
  const { id = '', title, note, language, exports, view, created_at, expires_at, frozen } = draft;
  const link: SharedHead = {
    id,
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
    language,
    exports,
    made_at: created_at ?? deps.clock().toISOString(),
    ...(expires_at === undefined ? {} : { expires_at }),
    ...(frozen === undefined
      ? {}
      : { frozen: { as_of: frozen.as_of, known_at: frozen.known_at, intact: (await fingerprint(shown)) === frozen.hash } }),
  };
  // readers are not told where else it is shown
  const told = view.embed === undefined ? view : { ...view, embed: { ...view.embed, origins: [] } };
  return { link, view: told, ...shown };
}
