import { describe, expect, it } from 'vitest';
import { resolveTokens } from '#charts/kit/style/tokens.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import { languages } from '#domain/values/language.ts';

/**
 * Reviewed pictures in references/: `vitest run -u tests/charts/references.test.ts` redraws them
 * after an intended change.
 */
const cases = chartIds.flatMap((id) =>
  languages.flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ id, language, theme })),
  ),
);

describe.each(cases)('$id in $language, $theme', ({ id, language, theme }) => {
  const svg = renderFigure(serverDocument, {
    id,
    overview: sampleOverview,
    language,
    theme,
    size: 'a4',
    options: {},
  });

  it('is drawn as in its reviewed picture', async () => {
    await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `references/${id}-${language}-${theme}.svg`,
    );
  });

  it('is the drawing of the page, in the colours of its theme', () => {
    const [, width = 0, height = 0] =
      /viewBox="0 0 ([\d.]+) ([\d.]+)"/
        .exec(svg.slice(svg.indexOf('overflow="visible"')))
        ?.map(Number) ?? [];
    const series = findChart(id).toSeries(sampleOverview, { language, options: {} });
    const plot = renderPlot(serverDocument, { id, series, width, height, language, prefix: id });
    const inside = plot.slice(plot.indexOf('>') + 1);
    expect(inside.length).toBeGreaterThan(1000);
    expect(svg).toContain(resolveTokens(inside, theme));
    // seen to fail: 17 digits of each coordinate were a third of the pipeline's page
    expect(inside).not.toMatch(/<(?!svg)[^>]*\d\.\d{3}/);
  });
});
