import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { makeReport } from '#report/make-report.ts';
import { changes, input } from '#report/report-input.fixture.ts';
import { toDocx } from '#server/exports/formats/docx/to-docx.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';
import { logoPng } from '../setup/documents/logos.ts';

const content = Buffer.from(logoPng({ width: 40, height: 10, alpha: true })).toString('base64');
const logo = { type: 'png', width: 40, height: 10, content } as const;
const logoFile = { ...logo, sha256: 'a'.repeat(64), file: 'logo.png' } as const;
const { content: _bytes, ...template } = logoFile;
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The Word document and the slides of a report with a logo, and a name in kana. */
async function makeFiles(language: (typeof languages)[number]) {
  const [move] = changes.moves;
  const moves = [{ ...move, code: 'X1', name: 'カナ株式会社' }] as typeof changes.moves;
  const wholeInput = input({
    language,
    template: { logo: template },
    changes: { ...changes, moves },
  });
  const report = makeReport(wholeInput);
  const info = {
    title: report.title,
    subject: report.subtitle,
    keywords: report.foot,
    made_at: '2021-04-16T08:00:00.000Z',
    language,
  };
  const subjects = { overview: wholeInput.overview, saved: [] };
  const slides = await reportSlides({ report, subjects, stamp: undefined, parts: {} });
  return {
    docx: await toDocx({ report, pictures: [], info, logo }),
    pptx: toPptx(slides, { ...info, logo: { ...logo, alt: 'Logo' } }),
  };
}

test.each(languages)('equal reports with a logo give equal bytes in %s', async (language) => {
  const [first, second] = [await makeFiles(language), await makeFiles(language)];
  expect(hash(first.docx)).toBe(hash(second.docx));
  expect(hash(first.pptx)).toBe(hash(second.pptx));
});

test.each(languages)(
  'a name in another language is marked with it in the Word document in %s',
  async (language) => {
    const { docx } = await makeFiles(language);
    const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
    const runs = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*カナ株式会社(?:(?!<\/w:r>).)*<\/w:r>/g)];
    expect(runs.length).toBeGreaterThan(0);
    for (const [run] of runs) {
      const isMarked = /<w:lang w:val="ja-JP" w:eastAsia="ja-JP"\/>/.test(run);
      expect([isMarked, run.includes('ＭＳ 明朝')]).toEqual([language !== 'ja', language !== 'ja']);
    }
  },
);
