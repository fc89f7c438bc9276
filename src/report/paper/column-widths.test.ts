import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import { columnWidths } from './column-widths.ts';

const room = { size: 11, room: 442, gap: 8, least: 26, spare: 442 };
const tableOf = (rows: readonly (readonly string[])[]) => ({
  columns: (rows[0] ?? []).map((_, at) => ({ label: `列${at}`, right: false })),
  rows,
});

test('columns are at most as wide as the page, and none is narrower than its longest word', () => {
  const cell = fc.constantFrom(
    '—',
    '12 Oct 2026',
    'Rehabilitacion De Banquetas Y Construccion De Intersecciones',
    '特斯科科湖雨水调蓄工程',
    'MXN 9,324万',
    '152家（2026年9月30日）',
    'x',
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(cell, { minLength: 24 }),
      (count, cells) => {
        const rows = [0, 1, 2, 3].map((row) => cells.slice(row * count, row * count + count));
        const widths = columnWidths(tableOf(rows), room);
        const total = widths.reduce((sum, width) => sum + width, room.gap * (count - 1));
        expect(total).toBeLessThanOrEqual(room.room + 1);
        rows.forEach((row) => {
          row.forEach((text, at) => {
            for (const word of text.match(/[A-Za-z]+/g) ?? [])
              expect(textWidth(word, room.size)).toBeLessThanOrEqual(widths[at] ?? 0);
          });
        });
      },
    ),
  );
});

test('a short column stays on one line beside a long one', () => {
  const name =
    'Construcción Del Centro De Control De Confianza Y Obras De Mantenimiento A Depósito';
  const widths = columnWidths(tableOf([[name, '152家（2026年9月30日）', '2026年10月31日']]), room);
  expect(widths[1]).toBeGreaterThan(textWidth('152家（2026年9月30日）', room.size));
  expect(widths[2]).toBeGreaterThan(textWidth('2026年10月31日', room.size));
});

// seen to fail: "Deadline" was broken before its last letter, since six texts were longer than it
test('a heading that is shorter than its texts keeps its words whole', () => {
  const names = Array.from({ length: 7 }, (_, at) => `Fixed-asset investment, Q${at} 2026`);
  const heads = ['Indicator', 'Deadline', 'Key projects', 'Verdict', 'Year on year', 'Owner'];
  const columns = heads.map((label) => ({ label, right: false }));
  const rows = names.map((name) => [name, 'end of 2026', name, 'On plan', name, name]);
  const widths = columnWidths({ columns, rows }, { ...room, room: 330 });
  expect(widths[1]).toBeGreaterThanOrEqual(textWidth('Deadline', room.size, true));
});

// seen to fail: a substitute of the font, wider by a quarter, broke "Deadline" before its last letter
test('words have a reserve for wider fonts of other programs where the table has room', () => {
  const heads = [
    'Indicator',
    'Target',
    'Deadline',
    'Now',
    'Year on year',
    'Share',
    'Plan',
    'Verdict',
  ];
  const columns = heads.map((label) => ({ label, right: false }));
  const rows = [
    ['Companies established', 'more than 320 companies', 'end of 2026', '246 companies'],
    ['Investment completed', 'at least BAM 4.2bn', 'end of 2026', 'BAM 2.64bn'],
  ].map((row) => [...row, '+41.4%', '76.9%', '92.1%', 'Slightly behind']);
  const size = 9.5;
  const reserveOf = (stretch: number, width: number): number => {
    const widths = columnWidths({ columns, rows }, { ...room, size, room: width, stretch });
    return Math.min(
      ...heads.map(
        (head, at) =>
          (widths[at] ?? 0) /
          Math.max(...head.split(' ').map((word) => textWidth(word, size, true))),
      ),
    );
  };
  expect(reserveOf(0.1, room.room)).toBeGreaterThanOrEqual(1.15);
  // a narrow table keeps at least the usual stretch
  expect(reserveOf(0.1, 360)).toBeGreaterThanOrEqual(1.1);
});

// seen to fail: a name of 150 characters had ten lines beside columns of two lines
test('a column of long names takes the room that other columns can give', () => {
  const name =
    'Precision agriculture and food processing complex of Mediterranean Development Holding Company, phase 1 (north-eastern extension of the free zone)';
  const row = [name, 'Precision agriculture and food processing', 'BAM 1.06bn', 'In operation'];
  const cells = [...row, 'Operation, 15 Sep 2028', 'as first planned'];
  const lines = columnWidths(tableOf([cells]), room).map(
    (width, at) => wrapText(cells[at] ?? '', width, room.size).length,
  );
  expect(Math.max(...lines)).toBeLessThanOrEqual(6);
});

// seen to fail: "29.3亿菲律宾比索" was on three lines beside names with room, "PHP" apart from "644.8mn"
test.each([
  ['29.3亿菲律宾比索', '2027年7月15日投产'],
  ['29.3億フィリピン・ペソ', '2027年7月 操業'],
  ['PHP 644.8mn', 'Operation, 15 Jan 2027'],
])('the figure %s has at most two lines, and one with more room', (amount, milestone) => {
  const name = 'Garments and technical textiles plant, block D (phase 3)';
  const heads = ['Project', 'Industry', 'Amount', 'Stage', 'Next', 'Delay'];
  const columns = heads.map((label, at) => ({ label, right: at === 2 }));
  const rows = [[name, 'Cold chain and repair', amount, '已签约', milestone, '按原定']];
  for (const stretch of [0, 0.1]) {
    const countLines = (more: number): number => {
      const own = { ...room, room: room.room + more, stretch };
      const width = columnWidths({ columns, rows }, own)[2] ?? 0;
      return wrapText(amount, width / (1 + stretch), room.size).length;
    };
    expect(countLines(0)).toBeLessThanOrEqual(2);
    expect(countLines(150)).toBe(1);
  }
});

// seen to fail: "by 31 Oct 2026" was on four lines of a slide
test('a day in English is on one line of a narrow table', () => {
  const heads = ['Project', 'Change', 'Before', 'Now', 'Date'];
  const columns = heads.map((label) => ({ label, right: false }));
  const rows = [
    [
      'Food and cold chain plant, block F (phase 3)',
      'Status changed, Stage set or unset',
      'In negotiation, Active',
      'Stage not set, Withdrawn by investor',
      'by 31 Oct 2026',
    ],
  ];
  const widths = columnWidths({ columns, rows }, { ...room, size: 12, room: 410 });
  expect(widths[4]).toBeGreaterThanOrEqual(textWidth('31 Oct 2026', 12));
});

test('a figure does not take the room of names that would have more lines', () => {
  const heads = ['Project', 'Industry', 'Amount', 'Owner'];
  const columns = heads.map((label, at) => ({ label, right: at === 2 }));
  const name = 'Garments and technical textiles plant of the north, block D (phase 3)';
  const rows = [[name, name, '1,929.3億フィリピン・ペソ', name]];
  const lines = (room_: number): readonly number[] => {
    const widths = columnWidths({ columns, rows }, { ...room, room: room_ });
    return (rows[0] ?? []).map((text, at) => wrapText(text, widths[at] ?? 0, room.size).length);
  };
  expect(lines(700)[2]).toBe(1);
  expect(lines(330)[2]).toBeGreaterThan(1);
  expect(Math.max(...lines(330))).toBeLessThanOrEqual(8);
});

test('figures give way to words where both have no room', () => {
  const heads = ['A', 'B', 'C', 'D'];
  const columns = heads.map((label) => ({ label, right: true }));
  const rows = [heads.map(() => '1,929.3億フィリピン・ペソ')];
  const widths = columnWidths({ columns, rows }, { ...room, room: 240 });
  expect(widths.reduce((sum, width) => sum + width, room.gap * 3)).toBeLessThanOrEqual(241);
});

// seen to fail: 就业人 | 数 and 慢于计 | 划 beside amounts in tugrik
test('short names and verdicts in Chinese stay on one line beside long amounts', () => {
  const heads = ['指标', '2028年目标', '期末值', '同比', '目标完成率', '序时进度', '判断'];
  const columns = heads.map((label, at) => ({ label, right: at > 0 && at < 6 }));
  const row = (name: string, target: string, now: string, growth: string) => [
    ...[name, target, now, growth],
    ...['38.8%', '48.0%', '慢于计划'],
  ];
  const rows = [
    row('就业人数', '不少于60,000人', '28,498人', '+19.4%'),
    row('工业总产值', '不少于9万亿蒙古图格里克', '3.49万亿蒙古图格里克', '+21.8%'),
    row('中水回用率', '不少于60%（2027年末）', '43.5%', '+1.9个百分点'),
  ];
  for (const stretch of [0, 0.1]) {
    const widths = columnWidths({ columns, rows }, { ...room, stretch });
    // a Chinese character is as wide as high in each font
    expect(widths[0]).toBeGreaterThanOrEqual(textWidth('工业总产值', room.size));
    expect(widths[6]).toBeGreaterThanOrEqual(textWidth('慢于计划', room.size));
    // seen to fail: +19.4 | %
    expect(widths[3]).toBeGreaterThanOrEqual(textWidth('+21.8%', room.size));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(442);
  }
});

// seen to fail: three rows had a target on two lines beside headings on one
test('headings have a line more where each row then has one less', () => {
  const heads = ['Indicator', 'Target 2025', 'Now', 'Share of target', 'Plan to date', 'Verdict'];
  const columns = heads.map((label, at) => ({ label, right: at > 0 && at < 5 }));
  const rows = [
    ['Companies', 'more than 200 companies', '41 companies', '20.5%', '9.6%', 'Ahead of plan'],
    ['Industrial output', 'more than CN¥35bn', 'CN¥0.79bn', '2.3%', '2.8%', 'Slightly behind'],
    ['Jobs', 'at least 35,000 jobs', '1,010 jobs', '2.9%', '3.6%', 'Behind plan'],
  ];
  const size = 9.5;
  const widths = columnWidths({ columns, rows }, { ...room, size, room: 453 });
  const countLines = (cells: readonly string[], bold: boolean): number =>
    Math.max(
      ...cells.map((cell, at) => wrapText(cell, (widths[at] ?? 0) + 0.01, size, bold).length),
    );
  expect([countLines(heads, true), ...rows.map((row) => countLines(row, false))]).toEqual([
    2, 1, 1, 1,
  ]);
});
