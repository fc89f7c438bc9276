import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { findOfficeProfile } from './viewers.ts';

/** Size of each half of a pair in pixels, and of the blocks that are compared. */
export const half = { width: 320, height: 180 } as const;
const block = 4;

/** Draws the slides of each deck in LibreOffice. @returns the slides as PNG, by deck */
export function drawDecks(
  decks: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, readonly Buffer[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-pairs-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const files = Object.entries(decks).map(([name, bytes]) => {
      const file = join(folder, `${name}.pptx`);
      writeFileSync(file, bytes);
      return file;
    });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${findOfficeProfile()}`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', out],
        ...files,
      ],
      { stdio: 'ignore', timeout: 280_000 },
    );
    return Object.fromEntries(
      Object.keys(decks).map((name) => {
        const size = ['-scale-to-x', String(half.width), '-scale-to-y', String(half.height)];
        execFileSync('pdftoppm', ['-png', ...size, join(out, `${name}.pdf`), join(out, name)]);
        const pages = readdirSync(out).filter(
          (file) => file.startsWith(`${name}-`) && file.endsWith('.png'),
        );
        return [name, pages.toSorted().map((file) => readFileSync(join(out, file)))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const image = (png: Uint8Array, x: number): string =>
  `<image x="${x}" width="${half.width}" height="${half.height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
const svg = (width: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${half.height}" viewBox="0 0 ${width} ${half.height}">${content}</svg>`;

/** Puts a picture and its slide side by side. */
export const joinPair = (picture: Uint8Array, slide: Uint8Array): Uint8Array =>
  new Resvg(svg(half.width * 2, image(picture, 0) + image(slide, half.width))).render().asPng();

/** The mean colour of each block of the right half of a pair, or of a slide alone. */
function readBlocks(png: Uint8Array, isPair: boolean): readonly number[] {
  const whole = isPair ? half.width * 2 : half.width;
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const rendering = new Resvg(
    svg(
      half.width,
      `<image x="${half.width - whole}" width="${whole}" height="${half.height}" href="${href}"/>`,
    ),
  ).render();
  const { pixels, width, height } = rendering;
  const means: number[] = [];
  for (let y = 0; y + block <= height; y += block)
    for (let x = 0; x + block <= width; x += block)
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < block; dy += 1)
          for (let dx = 0; dx < block; dx += 1)
            sum += pixels[((y + dy) * width + x + dx) * 4 + channel] ?? 0;
        means.push(sum / block ** 2);
      }
  return means;
}

/**
 * Compares a slide with the right half of its stored pair. Letters differ between the fonts of
 * computers, so blocks of a few pixels are compared.
 *
 * @returns the mean difference of a block, and the share of blocks that differ much, 0–1
 */
export function compareWithPair(
  pair: Uint8Array,
  slide: Uint8Array,
): { readonly mean: number; readonly far: number } {
  const [a, b] = [readBlocks(pair, true), readBlocks(slide, false)];
  const differences = a.map((value, at) => Math.abs(value - (b[at] ?? 0)));
  const sum = differences.reduce((all, one) => all + one, 0);
  return {
    mean: sum / differences.length,
    far: differences.filter((one) => one > 96).length / differences.length,
  };
}
