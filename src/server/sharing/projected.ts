import type { EmbeddedFigure, LinkView, SharedPayload } from '#contract/links.ts';
import { makePipeline } from '#domain/pipeline.ts';
import type { Overview } from '#domain/overview.ts';
import { project, publishedOf } from '#domain/redaction/project.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import { projectPipeline } from '#domain/redaction/shared-pipeline.ts';
import { projectChanges } from '#domain/redaction/shared-register-changes.ts';
import type { AppDeps } from '#server/deps.ts';
import { changesBetween } from '#server/routes/changes.ts';
import { overviewOf } from '#server/routes/overview-of.ts';
import { leftOutProjects } from '#server/store/left-out.ts';
import { pipelineRows } from '#server/store/pipeline-rows.ts';
import { listTransitions } from '#server/store/register-moves.ts';
import type { Shown } from './shown.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** What a link shows, and the revision that it is of. */
export interface Projected {
  readonly shown: Pick<SharedPayload, 'overview' | 'pipeline' | 'changes'>;
  readonly revision: number;
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
/** A projection without what is not drawn; what that would give away was left out with the whole in view. */
function narrowed(overview: SharedOverview, parts: readonly (keyof SharedOverview)[]): SharedOverview {
  const kept: ReadonlySet<string> = new Set(parts);
  return Object.fromEntries(Object.entries(overview).filter(([name]) => kept.has(name))) as unknown as SharedOverview;
}

/** What is read of one register for a link: all of it is of one revision, and without the projects that the link leaves out. */
interface Read {
  readonly view: LinkView;
  readonly profile: Shown['profile'];
  readonly register: Overview;
  readonly overview: SharedOverview;
  /** The stages that the same reader gets on any page, whether this one shows them or not. */
  readonly groups: NonNullable<SharedOverview['strip']>['groups'];
}

async function pipelinePage({ db }: Deps, { profile, register, overview, groups }: Read): Promise<Projected['shown']> {
  const { origin, revision, as_of, compare, stage_mapping: mapping } = register;
  const shown = narrowed(overview, [...ofAll, 'strip', 'headline']);
  if (overview.strip === undefined) return { overview: shown };
  const rows = await pipelineRows(db, { origin, as_of, known: revision, without: profile.without }, compare);
  const pipeline = makePipeline({ origin, revision, as_of, mapping, rows, ...(compare === undefined ? {} : { compare }) });
  return { overview: shown, pipeline: projectPipeline(pipeline, groups, profile) };
}

async function changesPage(deps: Deps, { profile, register, overview, groups }: Read): Promise<Projected['shown']> {
  const { revision, as_of, compare = as_of, stage_mapping: mapping, headline } = register;
  const { without } = profile;
  const { days, changes } = await changesBetween(deps, { from: compare, to: as_of, known: revision, without });
  const [kept, out] = await Promise.all([
    listTransitions(deps.db.read, days),
    listTransitions(deps.db.read, { ...days, without: [], only: without }),
  ]);
  const published = { from: publishedOf(headline.before.established_investment), to: publishedOf(headline.established_investment) };
  return {
    overview: narrowed(overview, ofAll),
    changes: projectChanges(changes, { profile, mapping, kept, out, groups, published }),
  };
}

/** What a link shows, projected: the only place where that is read from the register. It takes nothing from who asks. */
export async function projected(deps: Deps, { view, profile, frozen }: Shown): Promise<Projected> {
  const { as_of, compare, plan, embed, page } = view;
  const known = frozen === undefined ? {} : { known: frozen.revision };
  const { without } = profile;
  const register = await overviewOf(deps, { as_of: frozen?.as_of ?? as_of, compare, plan, without, ...known });
  const { origin, revision } = register;
  const out = await leftOutProjects(deps.db, { origin, as_of: register.as_of, known: revision }, without);
  const overview = project(register, profile, out);
  if (page === 'overview')
    return { shown: { overview: embed === undefined ? overview : narrowed(overview, partsOf[embed.figure]) }, revision };
  const groups = project(register, { ...profile, sections: ['strip'] }, out).strip?.groups ?? [];
  const read: Read = { view, profile, register, overview, groups };
  const shown = await (page === 'pipeline' ? pipelinePage(deps, read) : changesPage(deps, read));
  return { shown, revision };
}
