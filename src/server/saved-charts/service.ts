import { isAnalysisChartId, analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import type { SavedChart, SavedChartInput } from '#contract/saved-charts/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { requireMatch } from '#server/http/etag.ts';
import { findHidden } from '#server/projects/register/read-filters.ts';
import {
  addStoredChart,
  changeStoredChart,
  countStoredCharts,
  findStoredChart,
  listStoredCharts,
  removeStoredChart,
  type StoredChart,
} from './store.ts';

export { readSavedChartsState } from './store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

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
const toSavedChart = (storedChart: StoredChart, principal: Principal): SavedChart => ({
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
const toColumns = ({
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
function checkInput(
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
async function requireRoom(trx: Trx, { id }: Principal): Promise<void> {
  if ((await countStoredCharts(trx, id)) < mostSaved) return;
  throw problem('conflict', `Remove a saved chart first: a person has at most ${mostSaved}.`);
}

/**
 * Finds a chart that a person may change, in the version that the person saw.
 *
 * @throws HttpProblem if there is none, if another person owns it, or if it has changed
 */
async function requireSeenChart(
  trx: Trx,
  id: string,
  { principal, request }: ChartEditor,
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

/** Lists the charts of a person, and those of others that the person may read. */
export async function listReadableCharts(
  { db }: Pick<AppDeps, 'db'>,
  person: Principal,
  mayViewNotes: boolean,
): Promise<readonly SavedChart[]> {
  const charts = await listStoredCharts(db, person.id);
  return charts
    .filter((one) => one.owner === person.id || isReadable(one, mayViewNotes))
    .map((one) => toSavedChart(one, person));
}

const tagChart = (chart: StoredChart, person: Principal): Json<SavedChart> => ({
  json: toSavedChart(chart, person),
  tag: String(chart.version),
});

/**
 * Saves a chart for a person, or for everyone.
 *
 * @throws HttpProblem for an unknown chart, without the right to save for everyone, or at the limit
 */
export async function saveChart(
  { db, clock }: Deps,
  input: SavedChartInput,
  person: Principal,
): Promise<Json<SavedChart>> {
  checkInput(input, person);
  const newChart: StoredChart = {
    ...toColumns(input),
    id: newId('g'),
    owner: person.id,
    owner_name: person.name,
    changed_at: clock().toISOString(),
    version: 1,
  };
  await db.write(async (trx) => {
    await requireRoom(trx, person);
    await addStoredChart(trx, newChart);
  });
  return tagChart(newChart, person);
}

/** Who changes a saved chart, and the request that names the version that this person saw. */
interface ChartEditor {
  readonly principal: Principal;
  readonly request: Request;
}
/**
 * Changes a saved chart.
 *
 * @throws HttpProblem if the person may not change it, or 412 if the version is not current
 */
export async function changeSavedChart(
  { db, clock }: Deps,
  id: string,
  input: SavedChartInput,
  editor: ChartEditor,
): Promise<Json<SavedChart>> {
  checkInput(input, editor.principal);
  const nextChart = await db.write(async (trx): Promise<StoredChart> => {
    const seenChart = await requireSeenChart(trx, id, editor);
    const next = {
      ...seenChart,
      ...toColumns(input),
      changed_at: clock().toISOString(),
      version: seenChart.version + 1,
    };
    await changeStoredChart(trx, next);
    return next;
  });
  return tagChart(nextChart, editor.principal);
}

/**
 * Removes a saved chart.
 *
 * @throws HttpProblem if the person may not change it, or 412 if the version is not current
 */
export const removeSavedChart = (
  { db }: Pick<AppDeps, 'db'>,
  id: string,
  editor: ChartEditor,
): Promise<void> =>
  db.write(async (trx) => {
    await requireSeenChart(trx, id, editor);
    await removeStoredChart(trx, id);
  });
