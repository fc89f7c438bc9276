import { expect, it } from 'vitest';
import { writeTextLengths } from './text-lengths.ts';

const read = (text: string, name: string): number =>
  Number(new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1]);
const write = (attributes: string, content = 'Plan &amp; 120'): string =>
  writeTextLengths(`<svg><text ${attributes}>${content}</text></svg>`, 'en');

it('a text keeps both ends, whatever its anchor was', () => {
  const [start, middle, end] = ['start', 'middle', 'end'].map((anchor) =>
    write(`x="100" y="10" font-size="12" text-anchor="${anchor}"`),
  );
  const length = read(start ?? '', 'textLength');
  expect(length).toBeGreaterThan(50);
  expect(length).toBeLessThan(80);
  expect(read(start ?? '', 'x')).toBe(100);
  expect(read(middle ?? '', 'x')).toBeCloseTo(100 - length / 2, 1);
  expect(read(end ?? '', 'x')).toBeCloseTo(100 - length, 1);
  for (const text of [start, middle, end]) {
    expect(text).not.toContain('text-anchor');
    expect(text).toContain('>Plan &amp; 120</text>');
  }
});

it('a semibold text is longer, and Han characters are one em wide', () => {
  const of = (weight: number) =>
    read(write(`x="0" font-size="12" font-weight="${weight}"`), 'textLength');
  expect(of(600)).toBeGreaterThan(of(400));
  expect(read(write('x="0" font-size="12"', '目标'), 'textLength')).toBe(24);
});

it('a text without letters stays', () => {
  expect(write('x="0" font-size="12"', '')).toBe('<svg><text x="0" font-size="12"></text></svg>');
});
