import { expect, test } from 'vitest';
import { chartIds, findChart } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { overviewChartNames } from './labels/index.ts';

test.each(languages)('lists name every chart in %s as the chart names itself', (language) => {
  expect(Object.entries(overviewChartNames[language])).toEqual(
    chartIds.map((id) => [id, findChart(id).name(language)]),
  );
});
