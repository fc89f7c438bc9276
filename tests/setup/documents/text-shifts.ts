import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '#domain/values/language.ts';
import { fontParts } from '#server/exports/formats/svg/embed-fonts.ts';

const faces: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans', 'Noto Sans KR'],
  ja: ['Noto Sans JP', 'Noto Sans SC', 'Noto Sans', 'Noto Sans KR'],
  en: ['Noto Sans JP', 'Noto Sans SC', 'Noto Sans', 'Noto Sans KR'],
};

/** Draws a file as PNG in librsvg, which reads no embedded fonts, with its fonts installed. */
export async function drawInLibrsvg(svg: string, language: Language): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-fonts-'));
  try {
    for (const { order, weight, bytes } of await fontParts(svg, language, 'truetype'))
      writeFileSync(join(folder, `${order}-${weight}.ttf`), bytes);
    const prefer = faces[language].map((family) => `<family>${family}</family>`).join('');
    const config = join(folder, 'fonts.conf');
    writeFileSync(
      config,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir><alias binding="same"><family>Headway Sans</family><prefer>${prefer}</prefer></alias></fontconfig>`,
    );
    return execFileSync('rsvg-convert', [], {
      input: svg,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, FONTCONFIG_FILE: config },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How far an end of a text stands from where the browser draws it, in px of the layout. */
export interface TextShift {
  readonly text: string;
  readonly across: number;
  readonly down: number;
}

const toAddress = (png: Uint8Array): string =>
  `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/**
 * Finds both ends of each text of a file in another drawing of it: the place near its own where the
 * pixels differ least.
 */
export async function findTextShifts(
  page: Page,
  svg: string,
  drawing: Uint8Array,
): Promise<readonly TextShift[]> {
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const { width = 0, height = 0 } = (await page.locator('body > svg').boundingBox()) ?? {};
  await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  // as a page shows it: an image of it would have finer letters
  const screenshot = await page.locator('body > svg').screenshot();
  return page.evaluate(
    async ([file, png]) => {
      const readImage = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const { data, width, height } = context?.getImageData(
          ...([0, 0, canvas.width, canvas.height] as const),
        ) ?? { data: new Uint8ClampedArray(), width: 0, height: 0 };
        return { width, height, at: (x: number, y: number) => data[(y * width + x) * 4 + 1] ?? 0 };
      };
      const own = await readImage(file);
      const other = await readImage(png);
      const scale = own.width / (document.querySelector('svg')?.viewBox.baseVal.width ?? 1);
      const [most, high, piece] = [7 * scale, 4 * scale, 30 * scale];
      const measure = (left: number, top: number, wide: number, tall: number) => {
        let best = { off: Number.POSITIVE_INFINITY, across: 0, down: 0 };
        for (let across = -most; across <= most; across += 1)
          for (let down = -high; down <= high; down += 1) {
            // of two equal places the nearer one
            let off = (Math.abs(across) + Math.abs(down)) * wide * tall * 0.02;
            for (let y = top; y < top + tall && off < best.off; y += 1)
              for (let x = left; x < left + wide; x += 1)
                off += Math.abs(own.at(x, y) - other.at(x + across, y + down));
            if (off < best.off) best = { off, across, down };
          }
        return { across: best.across / scale, down: best.down / scale };
      };
      return [...document.querySelectorAll('svg text')].flatMap((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        if (text.hasAttribute('stroke') || text.textContent.trim() === '') return [];
        const wide = Math.ceil(Math.min(width, piece));
        return [x, x + width - wide].map((left) => ({
          text: text.textContent,
          ...measure(Math.floor(left), Math.floor(y), wide, Math.ceil(height)),
        }));
      });
    },
    [toAddress(screenshot), toAddress(drawing)] as const,
  );
}
