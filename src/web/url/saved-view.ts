import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { SavedChart, SavedView } from '#contract/saved-charts/schemas.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
import { readView, type ViewState, writeView } from './view-state.ts';

/** Names in the address that a saved chart stores, with their names in the API. */
const viewNames: Readonly<Record<string, keyof SavedView>> = {
  plan: 'plan',
  m: 'measure',
  by: 'by',
  stack: 'stack',
  event: 'event',
  period: 'period',
  form: 'form',
  zoom: 'zoom',
  currency: 'currency',
  versus: 'versus',
  scenario: 'scenario',
  ...Object.fromEntries(projectFilterFields.map((field) => [field, field])),
};

/** The words that a person saved with a chart. Its figure and its links have them. */
export type SavedWords = Pick<SavedChart, 'note' | 'annotations'>;
/** Returns the words of a saved chart. @returns undefined without any */
export const toSavedWords = (saved: SavedWords | undefined): SavedWords | undefined => {
  const { note, annotations } = saved ?? {};
  return (note ?? annotations) === undefined ? undefined : compact({ note, annotations });
};

/** The definition of a chart, as far as its saved view depends on it. */
type SavedSubject = Pick<ChartDefinition<unknown>, 'id' | 'takesScenario'>;

/** Makes the saved view of a chart from the address. `day` fixes the day. */
export function toSavedView(
  { id: chart, takesScenario }: SavedSubject,
  view: ViewState,
  day: string | undefined,
): SavedView {
  const entries = [...writeView(view)].flatMap(([name, value]) => {
    const key = viewNames[name];
    return key === undefined || (key === 'scenario' && takesScenario !== true)
      ? []
      : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(entries),
    chart,
    ...compact({ as_of: day, table: view.tab[chart] === 'table' ? true : undefined }),
  };
}

/** The state of the address that shows a saved chart. */
export function toViewState({ id, view }: Pick<SavedChart, 'id' | 'view'>): ViewState {
  const search = new URLSearchParams({ saved: id, chart: view.chart });
  for (const [name, key] of Object.entries(viewNames)) {
    const value = view[key];
    if (typeof value === 'string') search.set(name, value);
  }
  if (view.as_of !== undefined) search.set('as_of', view.as_of);
  if (view.table === true) search.set(`tab.${view.chart}`, 'table');
  return readView(search).view;
}

/** Whether the address differs from the saved view. */
export function isChanged(savedChart: SavedChart, chart: SavedSubject, view: ViewState): boolean {
  const savedView = toSavedView(
    chart,
    view,
    savedChart.view.as_of === undefined ? undefined : view.as_of,
  );
  const sort = (one: SavedView) => JSON.stringify(Object.entries(one).toSorted());
  return sort(savedView) !== sort(savedChart.view);
}
