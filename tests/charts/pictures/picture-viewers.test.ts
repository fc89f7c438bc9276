import { execFileSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { separateOutlines } from '#server/exports/formats/svg/embed-fonts.ts';
import { hasLibrsvg, hasOffice, officeTurns } from '../../setup/documents/viewers.ts';

const figures = chartIds.map((id) => ({
  id,
  svg: renderFigure(serverDocument, {
    id,
    overview: sampleOverview,
    language: 'en',
    theme: 'light',
    size: 'wide',
    options: {},
  }),
}));

/** The pixels of a PNG or of a drawing. */
const readPixels = (svg: string): Uint8Array => new Resvg(svg).render().pixels;
const showPng = (png: Uint8Array, width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/></svg>`;
/** The share of pixels that differ by more than a third of a colour, in %. */
function compare(a: Uint8Array, b: Uint8Array): number {
  let different = 0;
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2].some((one) => Math.abs((a[at + one] ?? 0) - (b[at + one] ?? 0)) > 96))
      different += 1;
  return (different * 400) / a.length;
}
it.skipIf(!hasLibrsvg)('librsvg draws each mark where resvg draws it', () => {
  for (const { id, svg } of figures) {
    const marks = svg.replaceAll(/<text[^>]*\/>|<text[\s\S]*?<\/text>/g, '');
    const { width, height } = new Resvg(marks);
    const png = execFileSync('rsvg-convert', [], { input: marks, maxBuffer: 64 * 1024 * 1024 });
    const part = compare(readPixels(marks), readPixels(showPng(png, width, height)));
    expect([id, part < 0.1]).toEqual([id, true]);
  }
});

it('no text of a file has its outline over its letters', () => {
  for (const { svg } of figures) {
    const file = separateOutlines(svg);
    expect(file).not.toContain('paint-order');
    expect(compare(readPixels(svg), readPixels(file))).toBeLessThan(0.01);
  }
});

it.skipIf(!hasOffice)(
  'LibreOffice draws a label that has an outline',
  () => {
    const label =
      '<text x="10" y="40" font-size="24" fill="#000" paint-order="stroke" stroke="#ffffff" stroke-width="4">Label</text>';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60"><rect width="200" height="60" fill="#ffffff"/>${label}</svg>`;
    const ink = (file: string): number => {
      const png = officeTurns('a.svg', new TextEncoder().encode(file), 'png');
      return readPixels(showPng(png, 200, 60)).filter((value) => value < 96).length;
    };
    expect(ink(separateOutlines(svg)) - ink(svg)).toBeGreaterThan(300);
  },
  120_000,
);
