import { serverDocument } from '#charts/static/document.ts';
import { filtersInWords, madeInWords } from '#charts/kit/frame/stamp.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { renderPicture } from '#charts/static/render-to-svg.tsx';
import { logicalWidths, type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { xml } from '#charts/kit/style/xml.ts';
import { formatDate } from '#domain/values/format.ts';
import { type Language, languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

const draw = (
  id: (typeof chartIds)[number],
  language: Language,
  size: PictureSize = 'wide',
  theme: 'light' | 'dark' = 'light',
  overview: Overview = sampleOverview,
): string => renderFigure(serverDocument, { id, overview, language, theme, size, options: {} });

/** Fails with the parser's words when a text is not well-formed XML. */
function parse(svg: string): readonly string[] {
  const ids: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    if (typeof attributes['id'] === 'string') ids.push(attributes['id']);
  });
  parser.write(svg).close();
  return ids;
}
/** The texts of a picture in a row, in reading order; wrapped lines are joined. */
const textsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll(/\s/g, '');
const squeeze = (text: string): string => xml(text).replaceAll(/\s/g, '');

describe.each(chartIds)('a picture of %s', (id) => {
  describe.each(languages)('in %s', (language) => {
    it('is a complete file: well-formed, no script, no style, no external resource, no unresolved variable, in both themes', () => {
      for (const theme of ['light', 'dark'] as const) {
        const svg = draw(id, language, 'wide', theme);
        const ids = parse(svg);
        expect(new Set(ids).size).toBe(ids.length);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(svg).not.toMatch(/<script|<foreignObject|<style|<image|href=|style=|var\(--|class=/);
      }
    });

    it('carries title, source, day, status and the warning that values are invented', () => {
      for (const size of Object.keys(pictureSizes) as PictureSize[]) {
        const words = findChart(id).words(sampleOverview, { language, options: {} });
        const svg = draw(id, language, size);
        const text = textsOf(svg);
        expect(svg).toContain(`<title>${xml(words.title)}</title>`);
        expect(text).toContain(squeeze(words.title));
        expect(text).toContain(squeeze(words.source));
        expect(text).toContain(squeeze(formatDate(words.as_of, language, 'long')));
        expect(text).toContain(
          squeeze(
            { 'zh-CN': '示例数据（虚构）', ja: '架空データ', en: 'Illustrative data (fictional)' }[
              language
            ],
          ),
        );
        const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
        expect([width, (height ?? 0) >= pictureSizes[size][1]]).toEqual([
          pictureSizes[size][0],
          true,
        ]);
      }
    });

    it('is given to the page in every logical width, with ids of its own and no style attribute', () => {
      const picture = renderPicture(
        serverDocument,
        id,
        findChart(id).toSeries(sampleOverview, { language, options: {} }),
        language,
      );
      for (const width of logicalWidths) expect(picture).toContain(`<svg class="chart-${width}"`);
      const ids = parse(`<all>${picture}</all>`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(picture).not.toMatch(/style=|<script|recharts\d|NaN|undefined/);
      expect(picture).toMatch(/<(path|circle|rect)/);
    });
  });

  it('names its source in each size and language, with the address as text and as QR code', () => {
    const link = 'https://progress.example.org/?as_of=2021-04-16&lang=ja';
    const stamp = {
      revision: 12,
      made_at: '2021-05-01T00:00:00.000Z',
      definitions: { version: 3, since: '2021-04-16' },
      known_at: '2021-05-02',
      plan: 'straight' as const,
      link,
    };
    for (const language of languages)
      for (const size of Object.keys(pictureSizes) as PictureSize[]) {
        const svg = renderFigure(serverDocument, {
          id,
          overview: sampleOverview,
          language,
          theme: 'dark',
          size,
          options: {},
          stamp,
        });
        parse(svg);
        const text = textsOf(svg);
        for (const line of [...filtersInWords(stamp, language), madeInWords(stamp, language), link])
          expect(text).toContain(squeeze(line));
        expect(svg).toContain('fill="#000000"');
        expect(svg).not.toContain('href=');
      }
  });

  it('keeps all of its plot above the text below it, in each size', () => {
    for (const size of Object.keys(pictureSizes) as PictureSize[]) {
      const svg = draw(id, 'ja', size);
      const [, x, y, width, height, boxWidth = width, boxHeight = height] =
        /<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" viewBox="0 0 ([\d.]+) ([\d.]+)"/
          .exec(svg)
          ?.map(Number) ?? [];
      if (x === undefined || y === undefined) continue;
      expect(
        findChart(id).leastHeight(
          boxWidth ?? 0,
          findChart(id).toSeries(sampleOverview, { language: 'ja', options: {} }),
        ),
      ).toBeLessThanOrEqual((boxHeight ?? 0) + 0.01);
      expect((width ?? 0) / (boxWidth ?? 1)).toBeCloseTo((height ?? 0) / (boxHeight ?? 1), 3);
    }
  });

  it('is the same every time', () => {
    expect(draw(id, 'en')).toBe(draw(id, 'en'));
  });

  it('keeps the characters that a register may contain', () => {
    const name = '<script>alert(1)</script> & "quotes" \u0007 ]]>';
    const hostile: Overview = {
      ...sampleOverview,
      zone: { ...sampleOverview.zone, name: { 'zh-CN': name, ja: name, en: name } },
      strip: {
        ...sampleOverview.strip,
        groups: sampleOverview.strip.groups.map((group) => ({
          ...group,
          rows: group.rows.map((row) => ({
            ...row,
            dots: row.dots.map((dot) => ({ ...dot, name })),
          })),
        })),
      },
    };
    const svg = draw(id, 'en', 'wide', 'light', hostile);
    parse(svg);
    expect(svg).not.toContain('<script');
  });

  it('is drawn with nothing reported and no project', () => {
    const empty: Overview = {
      ...sampleOverview,
      targets: sampleOverview.targets.map(
        ({
          now: _now,
          completion: _completion,
          attainment: _attainment,
          plan: _plan,
          gap: _gap,
          ...row
        }) => ({
          ...row,
          missing: 'not_reported',
          verdict: 'no_value',
          series: [],
        }),
      ),
      strip: { ...sampleOverview.strip, groups: [] },
    };
    for (const overview of [empty, { ...empty, targets: [] }]) {
      const svg = draw(id, 'ja', 'tall', 'dark', overview);
      parse(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
