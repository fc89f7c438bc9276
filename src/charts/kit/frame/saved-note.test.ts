import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';

const note = Array.from({ length: 250 }, (_, at) => `第${at}项待核实，`).join('');

// seen to fail: a picture cut the note of a saved chart after 16 lines
test.each(['wide', 'tall', 'a4', 'half_a4'] as const)(
  'a picture of size %s has the whole of a long note and is as high as it needs',
  (size) => {
    const draw = (options: { readonly note?: string }): string =>
      renderFigure(serverDocument, {
        id: 'targets',
        overview: sampleOverview,
        language: 'zh-CN',
        theme: 'light',
        size,
        options,
      });
    const heightOf = (svg: string): number => Number(/height="(\d+)/.exec(svg)?.[1]);
    const [plain, noted] = [draw({}), draw({ note })];
    expect(noted.replaceAll(/<[^>]+>|\s/g, '')).toContain(note);
    expect(heightOf(noted)).toBeGreaterThan(heightOf(plain));
  },
);
