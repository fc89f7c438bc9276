import { expect, test } from 'vitest';
import { analysisCharts } from '#charts/analysis-charts.ts';
import { analysisChartIds } from '#charts/analysis-loaders.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { analysisChartNames, overviewChartNames } from './labels/index.ts';

test.each(languages)('lists name every chart in %s as the chart names itself', (language) => {
  expect(Object.entries(overviewChartNames[language])).toEqual(
    chartIds.map((id) => [id, findChart(id).name(language)]),
  );
  expect(Object.entries(analysisChartNames[language])).toEqual(
    analysisChartIds.map((id) => [id, analysisCharts[id].name(language)]),
  );
});
