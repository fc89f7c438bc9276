import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { makePipeline } from '#domain/projects/pipeline.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { withholdChanges } from '#domain/redaction/withhold.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import { selectPublished } from '#domain/redaction/redact.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import { redactProjectList } from '#domain/redaction/shared-projects.ts';
import { isNamed } from '#domain/redaction/profile.ts';
import type { LinkCells } from '#domain/redaction/register-cells.ts';
import { stages, type StageOrUnknown } from '#domain/projects/stage.ts';
import { redactPipeline } from '#domain/redaction/shared-pipeline.ts';
import {
  redactChanges,
  type SharedRegisterChanges,
} from '#domain/redaction/shared-register-changes.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readChangesBetween } from '#server/changes/service.ts';
import { pipelineRows } from '#server/pipeline/store.ts';
import { readZone } from '#server/zone/store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { listHeldTransitions } from '#server/changes/transition-store.ts';
import { makeAnalysisPage } from './analysis-page.ts';
import type { PayloadSource } from './link-content.ts';

/** The most projects that a shared list names. */
const maxNamed = 240;

export type Deps = Pick<AppDeps, 'db' | 'clock'>;

export interface RedactedContent {
  readonly content: Pick<
    SharedPayload,
    'overview' | 'pipeline' | 'changes' | 'projects' | 'analysis' | 'withheld' | 'counted'
  >;
  readonly revision: number;
}

export const commonParts = [
  'shared',
  'origin',
  'as_of',
  'zone',
  'illustrative',
  'stage_mapping',
  'latest_month',
  'first_known_day',
  'undated',
  'filter',
] as const;

/** Picks parts of an overview that is already redacted. */
export function pickParts(overview: SharedOverview, parts: readonly string[]): SharedOverview {
  const names: ReadonlySet<string> = new Set(parts);
  return Object.fromEntries(
    Object.entries(overview).filter(([name]) => names.has(name)),
  ) as unknown as SharedOverview;
}

/** The register that is read for one link: at one revision, without its excluded projects. */
export interface RegisterReading {
  /** The facts and indicators that may not be redistributed at present. */
  readonly withheld: WithheldData | undefined;
  readonly view: LinkView;
  readonly profile: PayloadSource['profile'];
  readonly register: Overview;
  readonly overview: SharedOverview;
  /** The stage groups that this reader sees on any page, even if this page omits them. */
  readonly groups: NonNullable<SharedOverview['strip']>['groups'];
  /**
   * The cells of the register on the day: those without the excluded projects, and those of the
   * excluded projects.
   */
  readonly cells: LinkCells;
  /** The present stage of each changed project. */
  readonly stageOf: ReadonlyMap<string, StageOrUnknown>;
}

async function makePipelinePage(
  { db }: Deps,
  { profile, register, overview, groups, stageOf }: RegisterReading,
): Promise<RedactedContent['content']> {
  const { origin, revision, as_of, compare, stage_mapping: mapping, first_known_day } = register;
  const shared = pickParts(overview, [...commonParts, 'strip', 'headline']);
  if (overview.strip === undefined) return { overview: shared };
  const { base_currency: currency } = register.zone;
  const comparison = compare === undefined ? {} : { compare };
  const first = first_known_day === undefined ? {} : { first_known_day };
  const rows = await pipelineRows(
    db,
    { origin, as_of, knownRevision: revision, without: profile.without },
    { currency, ...comparison },
  );
  const pipeline = makePipeline({
    origin,
    revision,
    as_of,
    mapping,
    currency,
    rows,
    ...comparison,
    ...first,
  });
  return { overview: shared, pipeline: redactPipeline(pipeline, groups, profile, stageOf) };
}

async function makeChangesPage(
  deps: Deps,
  { view, withheld, profile, register, overview, groups }: RegisterReading,
): Promise<RedactedContent['content']> {
  const { revision, as_of, compare = as_of, stage_mapping: mapping, headline } = register;
  const { without } = profile;
  const { days, changes } = await readChangesBetween(deps, {
    from: compare,
    to: as_of,
    knownRevision: revision,
    without,
  });
  const [transitions, out] = await Promise.all([
    listHeldTransitions(deps.db.read, days),
    listHeldTransitions(deps.db.read, { ...days, without: [], only: without }),
  ]);
  const publishedFacts = {
    from: selectPublished(headline.before.established_investment),
    to: selectPublished(
      register.filtered?.zone.established_investment ?? headline.established_investment,
    ),
  };
  const shared = redactChanges(
    withheld === undefined ? changes : withholdChanges(changes, withheld),
    {
      profile,
      mapping,
      keptTransitions: transitions,
      out,
      groups,
      published: publishedFacts,
    },
  );
  return {
    overview: pickParts(overview, commonParts),
    changes: view.embed === undefined ? shared : withoutIndicators(shared),
  };
}

/** Leaves out what the chart of changes does not draw, for a link that shows only this chart. */
const withoutIndicators = ({
  indicators: _,
  targets: _targets,
  ...ofChart
}: SharedRegisterChanges): SharedRegisterChanges => ofChart;

async function makeProjectsPage(
  { db }: Deps,
  { view, profile, register, overview, groups, cells }: RegisterReading,
): Promise<RedactedContent['content']> {
  const {
    origin,
    revision: knownRevision,
    as_of,
    stage_mapping: mapping,
    headline,
    strip,
  } = register;
  if (!areProjectsKnown(as_of, register.first_known_day))
    return { overview: pickParts(overview, commonParts) };
  const { without } = profile;
  const { filters = {} } = view;
  const scope = { origin, as_of, knownRevision };
  const visible = [...stages, 'unknown' as const].filter(
    (stage) =>
      isNamed(profile, stage) && (filters.stage?.length ? filters.stage.includes(stage) : true),
  );
  const [page, zone] = await Promise.all([
    visible.length === 0
      ? undefined
      : listProjects(db, {
          ...scope,
          without,
          ...filters,
          stage: visible,
          sort: '-stage',
          limit: maxNamed,
        }),
    readZone(db, origin, knownRevision),
  ]);
  const zones = (zone?.function_zones ?? [])
    .filter(({ id }) => filters.zone?.includes(id) === true)
    .map(({ id, name }) => ({ id, name }));
  const options = {
    profile,
    mapping,
    filters,
    ...cells,
    groups,
    published: selectPublished(headline.established_investment),
  };
  return {
    overview: pickParts(overview, commonParts),
    projects: redactProjectList(page?.items ?? [], options, {
      data_status: strip.data_status,
      zones,
    }),
  };
}

/** Makes the page of an analysis chart, with the data status that its words name. */
async function makeChartPage(
  deps: Deps,
  reading: RegisterReading,
): Promise<RedactedContent['content']> {
  const { data_status } = reading.register.strip;
  const overview = {
    ...pickParts(reading.overview, commonParts),
    strip: { groups: [], data_status },
  };
  return { overview, ...(await makeAnalysisPage(deps, reading)) };
}

export const pages = {
  pipeline: makePipelinePage,
  changes: makeChangesPage,
  projects: makeProjectsPage,
  charts: makeChartPage,
  outlook: makeChartPage,
} as const;
