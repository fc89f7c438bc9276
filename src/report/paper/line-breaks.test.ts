import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, breakOnPaper, paperWidth } from './line-breaks.ts';
import { PageFlow } from './page-flow.ts';

// seen to fail: a line of a PDF ended at nine tenths of the page
test('a paragraph fills the lines of a page', () => {
  const sentence = 'The plan to date of 31 March 2021 is 1,272 jobs, and 1,010 jobs are known.';
  const width = paperWidth(sentence, 11) + 1;
  expect(breakLines(sentence, width, 11)).toHaveLength(2);
  expect(breakOnPaper(sentence, width, 11)).toEqual([sentence]);
});

// seen to fail: 少1.7亿 | 元。
test('a last line of one character joins the line before, and its mark hangs', () => {
  const text = '工业总产值略慢于序时进度，比应达进度少1.7亿元。';
  expect(breakOnPaper(text, paperWidth(text, 16) - 10, 16)).toEqual([text]);
  expect(breakOnPaper(text, paperWidth(text, 16) - 20, 16)).toHaveLength(2);
});

test('no line is wider than the page, and no character is lost', () => {
  const piece = fc.constantFrom(
    '园区',
    'jobs ',
    ' ',
    '：',
    ': ',
    ') ',
    '。',
    '2,125 ',
    'mmm',
    'WWW ',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 80, max: 300 }),
      fc.boolean(),
      (pieces, width, bold) => {
        const text = pieces.join('');
        const lines = breakOnPaper(text, width, 11, bold);
        const bare = (all: string): string => all.replaceAll(/\s/g, '');
        expect(bare(lines.join(''))).toBe(bare(text));
      },
    ),
  );
});

test('a paragraph with an indent has every character of its text once', () => {
  const piece = fc.constantFrom('园区', 'jobs', ' ', '：', ':', ') ', ' ;', '。', '12', '\n');
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 90 }),
      fc.integer({ min: 60, max: 200 }),
      (pieces, width) => {
        const flow = new PageFlow('zh-CN');
        const text = pieces.join('');
        flow.text(text, { size: 16, lead: 28, colour: 'ink' }, { indent: 32, width });
        const texts = flow.pages.flat().flatMap((svg) => />([^<]*)</.exec(svg)?.slice(1) ?? []);
        const bare = (all: string) => all.replaceAll(/\s/g, '');
        expect(bare(texts.join(''))).toBe(bare(text));
      },
    ),
  );
});
