import { type AnyChartId, anyChartIds, findAnyChart } from '#charts/all-charts.ts';
import type { ViewModule } from '#charts/kit/definition.ts';

type View = ViewModule<unknown>['View'];

/** The View of every chart, loaded before the first picture is drawn. */
const views = Object.fromEntries(
  await Promise.all(
    anyChartIds.map(async (id) => [id, (await findAnyChart(id).loadView()).View] as const),
  ),
) as Readonly<Record<AnyChartId, View>>;

/** The View of a chart, for a picture that is drawn at once. */
export const findStaticView = (id: AnyChartId): View => views[id];
