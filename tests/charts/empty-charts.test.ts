import { describe, expect, it } from 'vitest';
import { analysisChartIds, analysisCharts } from '#charts/analysis-charts.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { languages } from '#domain/values/language.ts';

describe.each(analysisChartIds)('the picture of the chart %s without anything to draw', (id) => {
  it.each(languages)('has its words in %s', (language) => {
    const options = {};
    const svg = renderFigure(serverDocument, {
      id,
      overview: sampleOverview,
      language,
      theme: 'light',
      size: 'wide',
      options,
    });
    const { source } = analysisCharts[id].words(sampleOverview, { language, options });
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain(source.slice(0, 8));
  });
});
