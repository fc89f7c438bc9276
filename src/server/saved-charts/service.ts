import { isAnalysisChartId, analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import type { SavedChart, SavedChartInput } from '#contract/saved-charts/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import { problem } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { requireMatch } from '#server/http/etag.ts';
import { findHidden } from '#server/projects/register/read-filters.ts';
import { countStoredCharts, findStoredChart, type StoredChart } from './store.ts';

/** The most charts that one person may save. */
const mostSaved = 200;

const isEditor = ({ role }: Principal): boolean => may(role, 'edit');
const mayChange = (principal: Principal, { owner, is_shared }: StoredChart): boolean =>
  owner === principal.id || (is_shared && isEditor(principal));

/**
 * Whether a person may read a stored chart. Charts by owner or unit are only for those who may see
 * these.
 */
export const isReadable = ({ view_json }: StoredChart, mayViewNotes: boolean): boolean =>
  mayViewNotes || findHidden(view_json) === undefined;

/** Describes a stored chart to one person. */
export const toSavedChart = (storedChart: StoredChart, principal: Principal): SavedChart => ({
  id: storedChart.id,
  title: storedChart.title,
  ...compact({ note: storedChart.note ?? undefined }),
  view: storedChart.view_json,
  ...compact({
    annotations:
      storedChart.annotations_json.length === 0 ? undefined : [...storedChart.annotations_json],
  }),
  is_shared: storedChart.is_shared,
  is_pinned: storedChart.is_pinned,
  is_in_report: storedChart.is_in_report,
  owner: storedChart.owner_name,
  may_change: mayChange(principal, storedChart),
  changed_at: storedChart.changed_at,
  version: storedChart.version,
});

/** The words that a person saved with a chart, for its files. */
export const readSavedWords = ({
  note,
  annotations_json: annotations,
}: StoredChart): Pick<ChartOptions, 'note' | 'annotations'> =>
  compact({
    note: note ?? undefined,
    annotations: annotations.length === 0 ? undefined : annotations,
  });

/** Returns the columns that a person may change. */
export const toColumns = ({
  title,
  note,
  view,
  annotations = [],
  is_shared,
  is_pinned,
  is_in_report,
}: SavedChartInput) => ({
  title,
  note: note === undefined || note.trim() === '' ? null : note,
  view_json: view,
  annotations_json: annotations,
  is_shared,
  is_pinned,
  is_in_report,
});

/**
 * Checks a chart before it is saved.
 *
 * @throws HttpProblem for an unknown chart, or a chart for everyone from a person who may not edit
 */
export function checkInput(
  { view, is_shared, is_in_report }: SavedChartInput,
  principal: Principal,
): void {
  if (!isAnalysisChartId(view.chart))
    throw problem('bad_request', `Correct view.chart: use one of ${analysisChartIds.join(', ')}.`);
  if (is_in_report && !is_shared)
    throw problem(
      'bad_request',
      'Save the chart for everyone: only such a chart is in the report.',
    );
  if (is_shared && !isEditor(principal))
    throw problem('forbidden', 'Save the chart for yourself: only a manager saves for everyone.');
}

/** Requires that a person may save a further chart. @throws HttpProblem at the limit */
export async function requireRoom(trx: Trx, { id }: Principal): Promise<void> {
  if ((await countStoredCharts(trx, id)) < mostSaved) return;
  throw problem('conflict', `Remove a saved chart first: a person has at most ${mostSaved}.`);
}

/**
 * Finds a chart that a person may change, in the version that the person saw.
 *
 * @throws HttpProblem if there is none, if another person owns it, or if it has changed
 */
export async function requireSeenChart(
  trx: Trx,
  id: string,
  { principal, request }: { readonly principal: Principal; readonly request: Request },
): Promise<StoredChart> {
  const storedChart = await findStoredChart(trx, id);
  if (storedChart === undefined || (storedChart.owner !== principal.id && !storedChart.is_shared))
    throw problem('not_found', 'There is no saved chart with this id.');
  if (!mayChange(principal, storedChart))
    throw problem('forbidden', 'Save a copy for yourself: this chart belongs to another person.');
  requireMatch(request, String(storedChart.version), toSavedChart(storedChart, principal));
  return storedChart;
}

/**
 * Finds a saved chart that a person may see.
 *
 * @throws HttpProblem if there is none
 */
export async function requireReadableChart(
  source: Source,
  id: string,
  person: string,
  mayViewNotes: boolean,
): Promise<StoredChart> {
  const storedChart = await findStoredChart(source, id);
  const isSeen =
    storedChart !== undefined &&
    (storedChart.owner === person ||
      (storedChart.is_shared && isReadable(storedChart, mayViewNotes)));
  if (!isSeen) throw problem('not_found', 'There is no saved chart with this id.');
  return storedChart;
}
