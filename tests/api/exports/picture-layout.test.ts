import { expect, test } from 'vitest';
import { type ChartOptions, type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import { chartIds, isChartId, type ChartId } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { type FigureRequest, renderFigure } from '#charts/static/render-figure.ts';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Drawing } from '#server/core/deps.ts';
import { openApi } from '../../setup/api/api.ts';
import { pictureFaults } from '../../setup/documents/picture-faults.ts';

type FigureInput = Pick<FigureRequest, 'id' | 'overview' | 'options' | 'stamp'>;
/**
 * The drawn figures of each chart of a sample: each measure in both ranges, with the address of the
 * view.
 */
async function figuresOf(sample: 'sample' | 'example_zone'): Promise<readonly FigureInput[]> {
  const figures: FigureInput[] = [];
  const drawing: Drawing = {
    svg: async ({ chart, overview, options, stamp }) => {
      if (isChartId(chart))
        figures.push({
          id: chart,
          overview: overview as Overview,
          options: options as ChartOptions,
          stamp,
        });
      return { content: '<svg/>', missing: [] };
    },
    png: async () => ({ content: new Uint8Array(), missing: [] }),
  };
  const config = {
    loopback: true,
    hosts: [],
    version: 'test',
    address: 'https://progress.example.org',
  };
  const api = await openApi(undefined, { drawing, config });
  try {
    if (sample !== 'sample') await api.send('POST', '/api/v1/samples', { body: { sample } });
    const { targets, days } = await api.get<Overview>('/api/v1/overview');
    const measures = targets
      .filter(({ kind }) => kind !== 'qualitative')
      .map(({ indicator }) => indicator);
    const files: readonly (readonly [ChartId, string])[] = [
      ...chartIds.filter((id) => id !== 'progress').map((id) => [id, ''] as const),
      ...measures.flatMap((measure) =>
        ['to_date', 'to_target'].map(
          (range) => ['progress', `&measure=${measure}&range=${range}`] as const,
        ),
      ),
    ];
    const rates = [
      {
        base: 'JPY',
        quote: 'CNY',
        day: days[0] ?? '',
        per_units: 100,
        rate: '5.9012',
        source: 'CFETS',
      },
    ];
    expect((await api.send('POST', '/api/v1/exchange-rates', { body: { rates } })).status).toBe(
      201,
    );
    const inYen = (id: ChartId, more: string): boolean =>
      id !== 'changes' && (id !== 'progress' || more.includes('output'));
    for (const [id, more] of files)
      for (const cur of inYen(id, more) ? ['', '&cur=JPY'] : ['']) {
        const response = await api.send(
          'GET',
          `/api/v1/charts/${id}.svg?compare=${days[0] ?? ''}${more}${cur}`,
        );
        expect(response.status, await response.text()).toBe(200);
      }
    return figures;
  } finally {
    await api.close();
  }
}

test.each(['sample', 'example_zone'] as const)(
  'no text in a picture of the %s overlaps a text, covers a point or leaves the picture, in any size, language and theme',
  async (sample) => {
    const faults: string[] = [];
    // a theme changes colours only, which the stored references show for each chart: one size is
    // enough
    for (const figure of await figuresOf(sample))
      for (const size of Object.keys(pictureSizes) as PictureSize[])
        for (const language of languages)
          for (const theme of size === 'half_a4'
            ? (['light', 'dark'] as const)
            : (['light'] as const)) {
            const pictureErrors = pictureFaults(
              renderFigure(serverDocument, { ...figure, language, theme, size }),
            );
            const { measure = '', range = '' } = figure.options;
            const beside = figure.overview.beside?.currency ?? '';
            faults.push(
              ...pictureErrors.map(
                (fault) =>
                  `${figure.id} ${measure} ${range} ${beside} ${size} ${language} ${theme}: ${fault}`,
              ),
            );
          }
    expect(faults).toEqual([]);
  },
  60_000,
);

test('the check finds a text that overlaps another, covers a point or leaves the picture', () => {
  const picture = (inside: string): string => `<svg viewBox="0 0 200 100">${inside}</svg>`;
  const text = (x: number, y: number, more = ''): string =>
    `<text x="${x}" y="${y}" font-size="12"${more}>数据截至</text>`;
  expect(
    pictureFaults(picture(`${text(20, 40)}${text(20, 56)}<circle cx="100" cy="90" r="4"/>`)),
  ).toEqual([]);
  expect(pictureFaults(picture(`${text(20, 40)}${text(60, 46)}`))[0]).toMatch(/^HIT/);
  expect(pictureFaults(picture(`${text(20, 40)}<circle cx="30" cy="38" r="4"/>`))[0]).toMatch(
    /^OVER/,
  );
  expect(pictureFaults(picture(text(180, 40)))[0]).toMatch(/^OFF/);
  expect(pictureFaults(picture(text(30, 40, ' text-anchor="end"')))[0]).toMatch(/^OFF/);
});
