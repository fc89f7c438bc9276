import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageFlow } from './page-flow.ts';

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
