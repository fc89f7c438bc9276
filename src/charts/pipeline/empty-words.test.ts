import { expect, it } from 'vitest';
import { logicalWidths } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import { serverDocument } from '#charts/static/document.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pipeline } from './definition.ts';
import { emptySize } from './layout.ts';

const { projects_total: _total, ...unknown } = {
  ...sampleOverview,
  as_of: '2020-01-31',
  first_known_day: '2020-10-31',
  strip: { ...sampleOverview.strip, groups: [] },
};
const none: Overview = {
  ...sampleOverview,
  projects_total: 0,
  strip: {
    ...sampleOverview.strip,
    groups: sampleOverview.strip.groups.map((group) => ({
      ...group,
      count: 0,
      undisclosed: 0,
      amounts: [],
      rows: group.rows.map((row) => ({
        ...row,
        count: 0,
        undisclosed: 0,
        amounts: [],
        dots: [],
      })),
    })),
  },
};

it.each(
  languages.flatMap((language) =>
    [
      ['before the register', unknown],
      ['without projects', none],
    ].flatMap(([name, overview]) =>
      logicalWidths.map((width) => [language, name, width, overview as Overview] as const),
    ),
  ),
)('%s, %s: the text in place of projects fits into a drawing of %s px', (...place) => {
  const [language, , width, overview] = place;
  const series = pipeline.toSeries(overview, { language, options: {} }) as { empty: string };
  for (const height of [
    pipeline.height(width, series as never),
    pipeline.leastHeight(width, series as never),
  ]) {
    const svg = renderPlot(serverDocument, {
      id: 'pipeline',
      series,
      width,
      height,
      language,
      prefix: 'p',
    } as const);
    const numberOf = (attributes: string, name: string) =>
      Number(new RegExp(` ${name}="([\\d.]+)"`).exec(attributes)?.[1]);
    const lines = [...svg.matchAll(/<text([^>]*)>([^<]+)</g)]
      .map(([, attributes = '', text = '']) => ({
        x: numberOf(attributes, 'x'),
        y: numberOf(attributes, 'y'),
        text,
      }))
      .filter(({ text }) => series.empty.includes(text) && text.length > 3);
    expect(lines.map(({ text }) => text).join(language === 'en' ? ' ' : '')).toBe(series.empty);
    for (const { x, y, text } of lines) {
      expect(x).toBe(width / 2);
      expect(textWidth(text, emptySize)).toBeLessThanOrEqual(width);
      expect(y + 4).toBeLessThanOrEqual(height);
    }
  }
});
