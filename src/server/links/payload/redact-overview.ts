import type { LinkView, SharedPayload } from '#contract/links/schemas.ts';
import { chartOf, isChartId } from '#charts/registry.ts';
import { isBeforeRegister } from '#domain/projects/first-known-day.ts';
import { makePipeline } from '#domain/projects/pipeline.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { redactOverview, publishedOf } from '#domain/redaction/redact.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import { redactProjectList } from '#domain/redaction/shared-projects.ts';
import { isNamed } from '#domain/redaction/profile.ts';
import type { LinkCells } from '#domain/redaction/register-cells.ts';
import { stages, type StageOrUnknown } from '#domain/projects/stage.ts';
import { redactPipeline } from '#domain/redaction/shared-pipeline.ts';
import { redactChanges } from '#domain/redaction/shared-register-changes.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readChangesBetween } from '#server/changes/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { pipelineRows } from '#server/pipeline/store.ts';
import { readZone } from '#server/zone/store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { presentStages } from '#server/projects/register/stage-store.ts';
import { registerCells } from '#server/overview/register-cell-store.ts';
import { listHeldTransitions } from '#server/changes/transition-store.ts';
import type { PayloadSource } from './link-content.ts';

/** Projects that a shared list names at most. */
const mostNamed = 240;
type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** What a link shows, and the revision that it is of. */
export interface RedactedContent {
  readonly content: Pick<SharedPayload, 'overview' | 'pipeline' | 'changes' | 'projects'>;
  readonly revision: number;
}

const commonParts = [
  'shared',
  'origin',
  'as_of',
  'zone',
  'illustrative',
  'stage_mapping',
  'latest_month',
  'first_known_day',
  'undated',
] as const;
/** The parts of an overview that one figure is drawn from. */
function partsOfFigure(figure: string): readonly string[] {
  if (!isChartId(figure)) throw new Error(`There is no chart ${figure}.`);
  const { needs, uses } = chartOf(figure);
  return [...commonParts, ...needs, ...uses];
}
/** A projection without what is not drawn; what that would give away was left out with the whole in view. */
function pickParts(overview: SharedOverview, parts: readonly string[]): SharedOverview {
  const kept: ReadonlySet<string> = new Set(parts);
  return Object.fromEntries(
    Object.entries(overview).filter(([name]) => kept.has(name)),
  ) as unknown as SharedOverview;
}

/** What is read of one register for a link: all of it is of one revision, and without the projects that the link leaves out. */
interface RegisterReading {
  readonly view: LinkView;
  readonly profile: PayloadSource['profile'];
  readonly register: Overview;
  readonly overview: SharedOverview;
  /** The stages that the same reader gets on any page, whether this one shows them or not. */
  readonly groups: NonNullable<SharedOverview['strip']>['groups'];
  /** The register of the day, without those that are left out, and those. */
  readonly cells: LinkCells;
  /** The stage in which each project that changed is now. */
  readonly stageOf: ReadonlyMap<string, StageOrUnknown>;
}

async function pipelinePage(
  { db }: Deps,
  { profile, register, overview, groups, stageOf }: RegisterReading,
): Promise<RedactedContent['content']> {
  const { origin, revision, as_of, compare, stage_mapping: mapping, first_known_day } = register;
  const shown = pickParts(overview, [...commonParts, 'strip', 'headline']);
  if (overview.strip === undefined) return { overview: shown };
  const compared = compare === undefined ? {} : { compare };
  const first = first_known_day === undefined ? {} : { first_known_day };
  const rows = await pipelineRows(
    db,
    { origin, as_of, known: revision, without: profile.without },
    { currency: register.zone.base_currency, ...compared },
  );
  const pipeline = makePipeline({ origin, revision, as_of, mapping, rows, ...compared, ...first });
  return { overview: shown, pipeline: redactPipeline(pipeline, groups, profile, stageOf) };
}

async function changesPage(
  deps: Deps,
  { profile, register, overview, groups }: RegisterReading,
): Promise<RedactedContent['content']> {
  const { revision, as_of, compare = as_of, stage_mapping: mapping, headline } = register;
  const { without } = profile;
  const { days, changes } = await readChangesBetween(deps, {
    from: compare,
    to: as_of,
    known: revision,
    without,
  });
  const [kept, out] = await Promise.all([
    listHeldTransitions(deps.db.read, days),
    listHeldTransitions(deps.db.read, { ...days, without: [], only: without }),
  ]);
  const published = {
    from: publishedOf(headline.before.established_investment),
    to: publishedOf(headline.established_investment),
  };
  return {
    overview: pickParts(overview, commonParts),
    changes: redactChanges(changes, { profile, mapping, kept, out, groups, published }),
  };
}

async function projectsPage(
  { db }: Deps,
  { view, profile, register, overview, groups, cells }: RegisterReading,
): Promise<RedactedContent['content']> {
  const { origin, revision: known, as_of, stage_mapping: mapping, headline, strip } = register;
  if (isBeforeRegister(as_of, register.first_known_day))
    return { overview: pickParts(overview, commonParts) };
  const { without } = profile;
  const { filters = {} } = view;
  const scope = { origin, as_of, known };
  const named = [...stages, 'unknown' as const].filter(
    (stage) =>
      isNamed(profile, stage) && (filters.stage?.length ? filters.stage.includes(stage) : true),
  );
  const [page, zone] = await Promise.all([
    named.length === 0
      ? undefined
      : listProjects(db, {
          ...scope,
          without,
          ...filters,
          stage: named,
          sort: '-stage',
          limit: mostNamed,
        }),
    readZone(db, origin, known),
  ]);
  const zones = (zone?.function_zones ?? [])
    .filter(({ id }) => filters.zone?.includes(id) === true)
    .map(({ id, name }) => ({ id, name }));
  const asked = {
    profile,
    mapping,
    filters,
    ...cells,
    groups,
    published: publishedOf(headline.established_investment),
  };
  return {
    overview: pickParts(overview, commonParts),
    projects: redactProjectList(page?.items ?? [], asked, {
      data_status: strip.data_status,
      zones,
    }),
  };
}

/** The most projects of a stage that a link gives one by one, where its reader may see them. */
const mostShared = 5000;

const pages = { pipeline: pipelinePage, changes: changesPage, projects: projectsPage } as const;

/** What a link shows, projected: the only place where that is read from the register. It takes nothing from who asks. */
export async function redactContent(
  deps: Deps,
  { view, profile, frozen }: PayloadSource,
): Promise<RedactedContent> {
  const { as_of, compare, plan, embed, page } = view;
  const known = frozen === undefined ? {} : { known: frozen.revision };
  const { without } = profile;
  const register = await readOverview(deps, {
    as_of: frozen?.as_of ?? as_of,
    compare,
    plan,
    without,
    dots: mostShared,
    ...known,
  });
  const { origin, revision } = register;
  const scope = { origin, as_of: register.as_of, known: revision };
  const [kept, out] = await Promise.all([
    registerCells(deps.db, { ...scope, without }),
    registerCells(deps.db, scope, without),
  ]);
  const changed = new Set(register.changes?.items.map(({ code }) => code));
  const stageOf = await presentStages(deps.db, { ...scope, without }, [...changed]);
  const overview = redactOverview(register, profile, { kept, out }, stageOf);
  if (page === 'overview')
    return {
      content: {
        overview: embed === undefined ? overview : pickParts(overview, partsOfFigure(embed.figure)),
      },
      revision,
    };
  const groups =
    redactOverview(register, { ...profile, sections: ['strip'] }, { kept, out }).strip?.groups ??
    [];
  const read: RegisterReading = {
    view,
    profile,
    register,
    overview,
    groups,
    stageOf,
    cells: { kept, out },
  };
  const content = await pages[page](deps, read);
  return { content, revision };
}
