import { describe, expect, it } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
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
    expect(source).not.toBe('');
    expect(svg).toMatch(/^<svg[\s\S]*<\/svg>$/);
    expect(svg.replaceAll(/<[^>]*>/g, '')).toContain(source.slice(0, 8));
  });
});

describe('a day before the register begins', () => {
  const early: Overview = { ...sampleOverview, first_known_day: '2021-05-01' };
  const ofProjects = analysisChartIds.filter(
    (id) => (analysisCharts[id] as ChartDefinition<unknown>).takesFilters === true,
  );

  it.each(ofProjects)('%s states that projects are not known, and counts none', (id) => {
    const chart: ChartDefinition<unknown> = analysisCharts[id];
    const context = { language: 'en', options: {} } as const;
    const words = writeWords(chart, early, context);
    expect(words.title).toBe(
      'Projects are not known before 1 May 2021: the register begins on that day',
    );
    expect([words.subtitle, ...words.notes].join('')).toBe('');
    expect(makeTable(chart, early, context).rows).toEqual([]);
    const ownWords = writeWords(chart, sampleOverview, context);
    expect(ownWords.title).not.toMatch(/not known before/);
  });

  // seen to fail: a saved chart of such a day was blank under its title
  it.each(ofProjects)('%s says so below the title of a person, in the picture too', (id) => {
    const options = { title: 'Our money' };
    const words = writeWords(findAnyChart(id), early, { language: 'en', options });
    const reason = 'Projects are not known before 1 May 2021: the register begins on that day';
    expect([words.title, words.subtitle]).toEqual(['Our money', reason]);
    const svg = renderFigure(serverDocument, {
      id,
      overview: early,
      language: 'en',
      theme: 'light',
      size: 'wide',
      options,
    });
    expect(svg.replaceAll(/<[^>]*>/g, ' ')).toContain('Projects are not known before 1 May 2021');
  });

  it.each([...ofProjects, 'pipeline'] as const)(
    '%s of a link without a project says that the link shows none',
    (id) => {
      const { first_known_day: _, ...rest } = sampleOverview;
      const none: Overview = { ...rest, strip: { ...rest.strip, groups: [] }, is_link: true };
      const chart: ChartDefinition<unknown> = findAnyChart(id);
      const { title } = writeWords(chart, none, { language: 'en', options: {} });
      expect(title).toBe('This link shows no projects');
    },
  );
});
