import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';

/** The sample, with a definition of companies that changed in January 2021. */
const overview: Overview = {
  ...sampleOverview,
  targets: sampleOverview.targets.map((row) =>
    row.indicator === 'companies'
      ? {
          ...row,
          series: row.series.map((point) =>
            point.period === '2021-01' ? { ...point, break_reason: 'Branches are counted' } : point,
          ),
        }
      : row,
  ),
};

test.each(languages)(
  'a break in a series is drawn as in its reviewed picture, %s',
  async (language) => {
    const svg = renderFigure(serverDocument, {
      id: 'progress',
      overview,
      language,
      theme: 'light',
      size: 'a4',
      options: { measure: 'companies', range: 'to_date' },
    });
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `references/progress-break-${language}-light.svg`,
    );
  },
);
