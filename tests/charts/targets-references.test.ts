import { describe, expect, it } from 'vitest';
import type { LogicalWidth } from '#charts/kit/definition.ts';
import { resolveTokens, type Theme } from '#charts/kit/style/tokens.ts';
import { sampleInput, sampleOverview } from '#charts/kit/overview.fixture.ts';
import { findChart } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import type { Language } from '#domain/values/language.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { exampleObservations } from '#server/samples/example-series.ts';
import { exampleZone } from '#server/samples/example-zone.ts';

/** The Example Zone on a day on which a target was exceeded early. */
const exampleOverview = makeOverview({
  ...sampleInput,
  profile: exampleZone,
  as_of: '2023-06-30',
  observations: exampleObservations().map((entry) => ({ ...entry, revision: 1 })),
});

/**
 * A zone with values of its own at 0, 12, 113 and 300 % of its targets, one of them not reported.
 */
const ownOverview: Overview = {
  ...sampleOverview,
  illustrative: false,
  targets: sampleOverview.targets.flatMap((row, index): TargetRow[] => {
    const share = [3, 0, 0.12][index];
    if (row.now === undefined || share === undefined) return [{ ...row, verdict: 'no_value' }];
    const target = Number(row.target);
    const own = {
      ...row,
      verdict_status: 'reported' as const,
      now: { ...row.now, data_status: 'reported' as const },
    };
    const at = (part: number, indicator: string) => ({
      ...own,
      indicator,
      now: { ...own.now, value: String(Math.round(target * part)) },
      completion: part,
      attainment: part / 0.5,
      gap: target * (part - 0.5),
      plan: {
        value: target * 0.5,
        share: 0.5,
        path: 'straight' as const,
        data_status: 'reported' as const,
      },
      verdict: part > 0.5 ? ('ahead' as const) : ('behind' as const),
    });
    return [
      at(share, row.indicator),
      ...(index === 0 ? [at(1.13, 'exports'), at(1, 'patents')] : []),
    ];
  }),
};

/** A plot of the page as a complete file. */
function plotOf(overview: Overview, width: LogicalWidth, language: Language, theme: Theme): string {
  const chart = findChart('targets');
  const series = chart.toSeries(overview, { language, options: {} });
  const plot = renderPlot(serverDocument, {
    id: 'targets',
    series,
    width,
    height: chart.height(width, series),
    language,
    prefix: 'targets',
  });
  return resolveTokens(
    plot.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif"'),
    theme,
  );
}
const pictureOf = (overview: Overview, language: Language): string =>
  renderFigure(serverDocument, {
    id: 'targets',
    overview,
    language,
    theme: 'light',
    size: 'a4',
    options: {},
  });

/**
 * Reviewed pictures in references/: `vitest run tests/charts/targets-references.test.ts -u` redraws
 * them after an intended change.
 */
const pictures: Readonly<Record<string, string>> = {
  'targets-768': plotOf(sampleOverview, 700, 'en', 'light'),
  'targets-1024': plotOf(sampleOverview, 880, 'ja', 'light'),
  'targets-phone': plotOf(sampleOverview, 340, 'zh-CN', 'light'),
  'targets-wall': plotOf(sampleOverview, 1100, 'en', 'dark'),
  'targets-a4': pictureOf(sampleOverview, 'zh-CN'),
  'targets-own-zone': pictureOf(ownOverview, 'en'),
  'targets-own-zone-phone': plotOf(ownOverview, 340, 'en', 'light'),
  'targets-example-zone-2023-06-30': pictureOf(exampleOverview, 'en'),
};

describe('the targets chart', () => {
  it.each(Object.entries(pictures))(
    'is drawn as in its reviewed picture: %s',
    async (name, svg) => {
      await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
        `references/${name}.svg`,
      );
    },
  );
});
