import { describe, expect, test } from 'vitest';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { fitTable } from './column-widths.ts';
import { listPhrases, wrapCell } from './phrases.ts';

describe('the phrases of a cell', () => {
  test.each([
    ['2028年目标', '2028年|目标'],
    ['不少于2.9万亿蒙古图格里克', '不少于|2.9万亿|蒙古图格里克'],
    ['期初（2026年10月31日）', '期初|（2026年10月31日）'],
    ['不少于9亿美元', '不少于|9亿美元'],
    ['9,100人', '9,100人'],
    ['2022年6月30日投产', '2022年6月30日|投产'],
    ['当初予定より91日遅い', '当初予定より|91日|遅い'],
    ['2.9兆モンゴル・トグログ以上', '2.9兆|モンゴル・トグログ|以上'],
    // seen to fail: 415億南|アフリカ・ランド, and 印|度|尼|西|亚|卢|比
    ['415億南アフリカ・ランド以上', '415億|南アフリカ・ランド|以上'],
    ['不少于9.2万亿印度尼西亚卢比', '不少于|9.2万亿|印度尼西亚卢比'],
    ['6.2億米ドル以上', '6.2億|米ドル|以上'],
    // a long name may be broken anywhere
    ['中外合作经营企业', '中|外|合|作|经|营|企|业'],
    ['Planned investment', ''],
  ])('of %s are %s', (text, phrases) => {
    expect(listPhrases(text).join('|')).toBe(phrases);
  });
});

test('a cell is broken between phrases, and inside one only without room for it', () => {
  const wrap = (text: string, characters: number) => wrapCell(text, characters * 11, { size: 11 });
  expect(wrap('不少于9亿蒙古图格里克', 6.1)).toEqual(['不少于9亿', '蒙古图格里克']);
  expect(wrap('蒙古图格里克', 4)).toEqual(['蒙古图格', '里克']);
  expect(wrap('2028年目标', 4.5)).toEqual(['2028年', '目标']);
  expect(wrap('an example of words', 5)).toEqual(['an', 'example', 'of words']);
});

// seen to fail: 2028年目 | 标, 蒙古图 | 格里克
test.each([0, 0.1])(
  'seven columns of long currency names keep each phrase whole, with a stretch of %d',
  (stretch) => {
    const heads = ['指标', '2028年目标', '期末值', '同比', '目标完成率', '序时进度', '判断'];
    const columns = heads.map((label, at) => ({ label, right: at > 0 && at < 6 }));
    const rows = [
      ['2028年实际使用外资', '不少于2.9万亿蒙古图格里克', '6.1万亿蒙古图格里克'],
      ['2028年就业人数', '不少于12,000人', '9,100人'],
    ].map((row) => [...row, '+25.0%', '210.3%', '83.3%', '略慢于计划']);
    const room = { size: 11, room: 434, gap: 8, least: 26, spare: 442, stretch };
    const { size, widths } = fitTable({ columns, rows }, room);
    expect(size).toBeGreaterThanOrEqual(9.9);
    expect(widths.reduce((sum, width) => sum + width, 6 * 8)).toBeLessThanOrEqual(435);
    for (const row of [heads, ...rows])
      row.forEach((text, at) => {
        const width = widths[at] ?? 0;
        for (const phrase of listPhrases(text))
          expect([phrase, textWidth(phrase, size, row === heads) <= width]).toEqual([phrase, true]);
        const lines = wrapCell(text, width, { size, stretch, bold: row === heads });
        expect(lines.join('')).toBe(text);
        expect(lines.length).toBeLessThanOrEqual(3);
      });
  },
);
