import { compact } from '#domain/values/compact.ts';
import { declaredMeasures } from '#domain/measures/declarations.ts';
import type {
  DayExplanation,
  ExplainedProject,
  ExplainedRows,
  ProjectsInput,
} from '#domain/measures/explanation.ts';
import { measureSourceTerms, measureUnitTerms } from '#domain/measures/labels/index.ts';
import { measureIds, type MeasureId } from '#domain/measures/measure-id.ts';
import type { Explanation, ExplanationQuery } from '#contract/measures/schemas.ts';
import { explainDifference, nameSides } from '#domain/measures/explain/difference.ts';
import { queryOfOther, readOtherSide } from '#domain/overview/read-versus.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { pickNamed, type Project } from '#domain/projects/project.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { daysBetween } from '#domain/values/date.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { findDefinitions } from '#domain/zone/definitions.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readNamesOfInvestors } from '#server/analysis/investor-names.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { BadListQuery } from '#server/projects/register/order-store.ts';
import { readWithin } from '#server/projects/register/read-filters.ts';
import { listZoneVersions } from '#server/zone/store.ts';
import { readZoneSnapshot, type ZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { findAnalysisRows, findList } from './analysis-rows.ts';
import { explainFigure } from './explainers.ts';
import { badCursor, readOffset, usualRows } from './rows-page.ts';
import { type FigureSources, makeSources } from './sources.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

/** Lists what each figure means, with its unit and source in words. */
export const listMeasures = () =>
  measureIds.map((id) => {
    const { unit, source, ...words } = declaredMeasures[id];
    return { id, ...words, unit: measureUnitTerms[unit], source: measureSourceTerms[source] };
  });

/** Lists the amounts that a project adds to a figure. */
function listAdditions(
  project: Project,
  { adds }: ProjectsInput,
  day: string,
): Partial<ExplainedProject> {
  if (adds === 'one') return {};
  if (adds === 'stage_days') {
    const since = project.stage_since;
    return since === undefined
      ? { missing: 'not_reported' }
      : { adds: { value: String(daysBetween(since, day)), unit: 'days' }, date: since };
  }
  const amount = project.amounts.total_investment;
  return amount?.money === undefined
    ? { missing: amount?.missing ?? 'not_reported' }
    : { adds: { value: toMajor(fromWire(amount.money)), unit: amount.money.currency } };
}

/** Finds the projects behind a figure in the register of its day, page by page. */
async function findRows(
  { db }: Deps,
  { origin, knownRevision, first_known_day, profile }: ZoneSnapshot,
  subject: ProjectsInput,
  day: string,
  query: ExplanationQuery & { readonly as_of: string },
): Promise<ExplainedRows> {
  const { limit, cursor, as_of } = query;
  const within = readWithin(query, as_of);
  const nothing = { kind: 'projects', total: 0, items: [], next: null } as const;
  if (!areProjectsKnown(day, first_known_day) || subject.stages?.length === 0) return nothing;
  try {
    const page = await listProjects(db, {
      origin,
      knownRevision,
      as_of: day,
      currency: profile.base_currency,
      status: subject.statuses,
      limit: Number(limit ?? usualRows),
      sort: subject.adds === 'total_investment' ? '-total_investment' : 'code',
      ...compact({ stage: subject.stages, cursor, within }),
    });
    return {
      kind: 'projects',
      total: page.total ?? 0,
      items: page.items.map((project) => ({
        ...pickNamed(project),
        stage: project.stage,
        status: project.status,
        ...listAdditions(project, subject, day),
      })),
      next: page.nextCursor,
    };
  } catch (error) {
    if (error instanceof BadListQuery) throw badCursor();
    throw error;
  }
}

/**
 * Cuts the rows of a figure to a page.
 * @throws HttpProblem for a cursor of another list
 */
export function cutRows(
  rows: { readonly total: number; readonly items: readonly ExplainedProject[] },
  { limit, cursor }: Pick<ExplanationQuery, 'limit' | 'cursor'>,
): ExplainedRows {
  const [from, size] = [readOffset(cursor), Number(limit ?? usualRows)];
  const to = from + size;
  return {
    kind: 'projects',
    total: rows.total,
    items: rows.items.slice(from, to),
    next: to < rows.items.length ? String(to) : null,
  };
}

async function readRows(
  deps: Deps,
  snapshot: ZoneSnapshot,
  { rows }: DayExplanation,
  as_of: string,
  query: ExplanationQuery,
): Promise<ExplainedRows> {
  if (rows.kind === 'find')
    return findRows(deps, snapshot, rows, rows.day ?? as_of, { ...query, as_of });
  if (rows.kind === 'projects') return cutRows(rows, query);
  if (rows.kind === 'values') return { ...rows, total: rows.items.length };
  if (rows.kind === 'none') return rows;
  return findAnalysisRows(deps, snapshot, rows, { ...query, as_of });
}

/** Describes the measure and the figure of an explanation. */
export function describeFigure(measure: MeasureId, explanation: DayExplanation) {
  const { subject, text, absent, filled, since, data_status } = explanation;
  const { name, formula, counts, leaves_out, version } = declaredMeasures[measure];
  return {
    measure,
    name,
    ...compact({ subject, text, absent }),
    exact: explanation.exact ?? [],
    formula,
    ...compact({ filled }),
    parts: explanation.parts ?? [],
    counts,
    leaves_out,
    left_out: explanation.left_out ?? [],
    sources: explanation.sources ?? [],
    data_status,
    ...compact({ since }),
    version,
  };
}

/** Explains one side of a comparison, or the difference of both sides. */
async function explainSides(
  deps: Deps,
  measure: MeasureId,
  { knownRevision }: ZoneSnapshot,
  sources: FigureSources,
  sourcesOf: (query: ExplanationQuery) => FigureSources,
): Promise<DayExplanation> {
  const { query, as_of, snapshot } = sources;
  const { versus: words = '', ...own } = query;
  const versus = readOtherSide(own, words);
  if (versus === undefined) return explainFigure(measure, sources);
  const [first, second] = await Promise.all([
    explainFigure(measure, sourcesOf(own)),
    explainFigure(measure, sourcesOf(queryOfOther(own, versus))),
  ]);
  const groupValues = versus.kind === 'group' ? own[versus.field] : undefined;
  const base = groupValues === undefined ? [] : splitItems(groupValues);
  const isOfInvestors = versus.kind === 'group' && versus.field === 'investor';
  const investors = await readNamesOfInvestors(
    deps,
    { as_of, origin: snapshot.origin, revision: knownRevision },
    isOfInvestors ? [...base, ...versus.values] : [],
  );
  const names = { ...snapshot.profile, investors };
  return explainDifference(first, second, nameSides(versus, as_of, base, names));
}

/**
 * Explains the figure of a measure on a day: formula with numbers, rows, sources and exclusions.
 * @throws HttpProblem without a zone at that moment, or if the measure lacks its subject
 */
export async function readExplanation(
  deps: Deps,
  measure: MeasureId,
  query: ExplanationQuery,
  mayViewNotes: boolean,
): Promise<Explanation> {
  const snapshot = await readZoneSnapshot(deps, query.known_at);
  const sources = makeSources(deps, snapshot, query, mayViewNotes);
  const { as_of } = sources;
  const [explained, versions] = await Promise.all([
    explainSides(deps, measure, snapshot, sources, (other) =>
      makeSources(deps, snapshot, other, mayViewNotes),
    ),
    listZoneVersions(deps.db, snapshot.origin, snapshot.knownRevision),
  ]);
  return {
    ...describeFigure(measure, explained),
    as_of,
    revision: snapshot.knownRevision,
    ...compact({
      definitions: findDefinitions(versions),
      list: explained.rows.kind === 'cell' ? findList(explained.rows, query) : undefined,
    }),
    rows: await readRows(deps, snapshot, explained, as_of, query),
  };
}
