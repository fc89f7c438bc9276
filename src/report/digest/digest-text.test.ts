import { describe, expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { digestHtml } from './digest-html.ts';
import { digestLines, digestMarkdown, digestText } from './digest-text.ts';
import type { Digest } from './make-digest.ts';

const hostile = '<b>@all</b> [x](http://evil.example) **`code`**\r\nBcc: x';
const digest = (items: readonly string[]): Digest => ({
  language: 'zh-CN',
  subject: `示例区：${hostile}`,
  intro: [hostile],
  sections: [
    {
      id: 'changes',
      heading: '期间变动',
      blocks: [
        {
          kind: 'table',
          caption: hostile,
          table: {
            columns: [
              { label: '项目', right: false },
              { label: '变动', right: false },
              { label: '日期', right: false },
            ],
            rows: [[hostile, '阶段推进', '—']],
          },
        },
      ],
    },
    { id: 'problems', heading: '待处理事项', blocks: [{ kind: 'list', items }] },
  ],
  link: 'https://progress.example.org',
});

describe('a digest with words that look like code', () => {
  test('HTML shows them as words', () => {
    const html = digestHtml(digest([hostile]));
    expect(html).not.toMatch(/<b>@all|<script|evil\.example"/);
    expect(html).toContain('&lt;b&gt;@all&lt;/b&gt;');
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      'https://progress.example.org',
      'https://progress.example.org/account',
    ]);
  });
  // seen to fail: a phone showed the mail at a third of its size, and amounts broke in their unit
  test('HTML heads each cell for a phone, and keeps short words together', () => {
    const html = digestHtml(digest([]));
    expect(html).toContain('<meta name="viewport" content="width=device-width">');
    expect(html).toMatch(
      /keep-all"><span class="label" style="display:none">变动：<\/span>阶段推进/,
    );
  });
  test('markdown has one link and mentions no person', () => {
    const text = digestMarkdown(digest([hostile]), 20_000);
    expect(text).not.toContain('<');
    expect(text.match(/\]\(/g)).toHaveLength(1);
    expect(text.split('\n').every((line) => !line.startsWith('Bcc'))).toBe(true);
  });
  test('plain text keeps each entry in one line', () => {
    const lines = digestText(digest([hostile])).split('\n');
    expect(lines.filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });
});

test('a row of a table is a line without its empty cells', () => {
  expect(digestLines(digest([]))[0]?.lines[0]).toMatch(/变动阶段推进$/);
});

test.each([200, 600, 4096])('markdown of at most %i bytes ends with a whole line', (most) => {
  const items = Array.from({ length: 200 }, (_, n) => `项目${n}：停滞`);
  const text = digestMarkdown(digest(items), most);
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(most);
  expect(text).toContain('其余内容见 Headway。');
  expect(text.endsWith('(https://progress.example.org)')).toBe(true);
});

test('each language has a number for each section', () => {
  for (const language of languages) {
    const headings = digestLines({ ...digest([]), language }).map(({ heading }) => heading);
    expect(new Set(headings.map((heading) => heading.slice(0, 2))).size).toBe(2);
  }
});
