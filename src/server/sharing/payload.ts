import type { EmbeddedFigure, FrozenView, LinkDraft, LinkView, SharedHead, SharedPayload } from '#contract/links.ts';
import { project } from '#domain/redaction/project.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { AppDeps } from '#server/deps.ts';
import { overviewOf } from '#server/routes/overview-of.ts';
import { hashOf } from '#server/http/secrets.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** What a payload is made of: a link, or one that is still a draft. */
export interface Shown extends Omit<LinkDraft, 'frozen'> {
  readonly id?: string;
  readonly created_at?: string;
  readonly expires_at?: string;
  readonly frozen?: FrozenView;
}

const ofAll = ['shared', 'origin', 'as_of', 'zone', 'illustrative', 'stage_mapping', 'latest_month'] as const;
const ofTargets = [...ofAll, 'targets', 'main_measure', 'plan', 'thresholds', 'phases', 'phase_now', 'phase_note'] as const;
/** What one figure is drawn from. */
const partsOf: Readonly<Record<EmbeddedFigure, readonly (keyof SharedOverview)[]>> = {
  targets: ofTargets,
  progress: ofTargets,
  // published counts and sums stand in its title and its groups
  pipeline: [...ofAll, 'strip', 'headline'],
};
/** A projection without what its one figure does not draw; what that would give away was left out with the whole in view. */
function narrowed(overview: SharedOverview, { embed }: LinkView): SharedOverview {
  if (embed === undefined) return overview;
  const parts: ReadonlySet<string> = new Set(partsOf[embed.figure]);
  return Object.fromEntries(Object.entries(overview).filter(([name]) => parts.has(name))) as unknown as SharedOverview;
}

/** The overview of a view, projected: the only place where what a link shows is read from the register. */
async function projected(
  deps: Deps,
  { view, profile, frozen }: Shown,
): Promise<{ readonly overview: SharedOverview; readonly revision: number }> {
  const { as_of, compare, plan } = view;
  const known = frozen === undefined ? {} : { known: frozen.revision };
  const overview = await overviewOf(deps, { as_of: frozen?.as_of ?? as_of, compare, plan, ...known });
  return { overview: narrowed(project(overview, profile), view), revision: overview.revision };
}
const fingerprint = (overview: SharedOverview): Promise<string> => hashOf(JSON.stringify(overview));

/** The pair of day and revision that a view is of now, with what it shows as a fingerprint. */
export async function freeze(deps: Deps, draft: Shown): Promise<FrozenView> {
  const { overview, revision } = await projected(deps, draft);
  return { as_of: overview.as_of, known_at: deps.clock().toISOString(), revision, hash: await fingerprint(overview) };
}

/**
 * All that a link shows: page, files and stream of its readers, and the preview of its maker, are made of this and of nothing
 * else. It takes nothing from who asks. Frozen figures that are not those that were frozen say so.
 */
export async function sharedPayload(deps: Deps, shown: Shown): Promise<SharedPayload> {
  const { overview } = await projected(deps, shown);
  const { id = '', title, note, language, exports, view, created_at, expires_at, frozen } = shown;
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
      : { frozen: { as_of: frozen.as_of, known_at: frozen.known_at, intact: (await fingerprint(overview)) === frozen.hash } }),
  };
  // readers are not told where else it is shown
  const told = view.embed === undefined ? view : { ...view, embed: { ...view.embed, origins: [] } };
  return { link, view: told, overview };
}
