import { firstAnalysisChart, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { loadAnalysisChart } from '#web/figures/load-analysis-chart.ts';
import { readAddressView } from '#web/url/link-address.ts';

/**
 * Loads the chart that the address of the page of charts shows.
 *
 * @throws the error of the import
 */
export async function loadAddressChart(): Promise<void> {
  const { chart = firstAnalysisChart } = readAddressView();
  await loadAnalysisChart(isAnalysisChartId(chart) ? chart : firstAnalysisChart);
}
