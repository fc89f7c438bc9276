import { expect, test } from 'vitest';
import { flow } from './text-flow.ts';

// seen to fail: 以上 and 不足 were divided, and their second character had a line of its own
test.each([
  ['90億マレーシア・リンギット以上', '以上'],
  ['このペースでは30,176人不足', '不足'],
  ['到2025年基础设施和配套设施基本到位', '到位'],
])('%s: no line is a single character', (text, end) => {
  for (let room = 100; room < 190; room += 1) {
    const lines = flow([{ text, size: 12, colour: 'ink-2' }], room).map(([piece]) => piece?.text);
    expect(lines.join('')).toBe(text);
    if (lines.length > 1) expect(lines.at(-1)?.endsWith(end)).toBe(true);
  }
});
