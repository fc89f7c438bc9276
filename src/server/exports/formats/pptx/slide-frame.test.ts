import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { drawnTable, type OfficeChart, rowPlace } from '#charts/kit/office/office-chart.ts';
import { breakLines } from '#report/paper/line-breaks.ts';
import type { Slide } from './slide.ts';
import { spreadRows } from './slide-xml.ts';
import { toPptx } from './to-pptx.ts';

const emu = { inch: 914_400, point: 12_700 } as const;
const points = 10.5;
const readNumbers = (xml: string, pattern: RegExp): readonly number[] =>
  [...xml.matchAll(pattern)].map(([, value]) => Number(value));

/** A column of figures: its head, its width in points, and the text of each row. */
type Figures = readonly [head: string, width: number, text: string];

/** Draws bars under a long foot; each row has a name and figures. */
function drawFrame(
  names: readonly string[],
  figures: readonly Figures[] = [['All', 76, '1']],
): string {
  const native: OfficeChart = {
    kind: 'bar',
    across: 'row',
    unit: { id: 'projects', like: '1' },
    series: [{ name: 'All', colour: 'accent', values: names.map(() => '1') }],
    table: drawnTable('Industry', names),
    key: [{ label: '信息通信', colour: 'accent', shape: 'circle' }],
    frame: {
      before: [{ head: 'Industry', width: 165 }],
      after: figures.map(([head, width]) => ({ head, width, right: true })),
      rows: names.map((name) => ({
        cells: [{ text: name }, ...figures.map(([, , text]) => ({ text }))],
      })),
    },
  };
  const slide = {
    title: 'T',
    subtitle: 'S',
    zone: 'Z',
    notes: [],
    foot: Array.from({ length: 9 }, (_, at) => `Note ${at}`),
    parts: [
      { kind: 'chart', chart: { native, table: drawnTable('Industry', names), alt: 'A' } },
    ] as const,
  };
  const made_at = '2026-10-31T08:00:00.000Z';
  const bytes = toPptx([slide], { title: 'T', subject: 'S', made_at, language: 'en' });
  return strFromU8(unzipSync(bytes)['ppt/slides/slide1.xml'] ?? new Uint8Array());
}

// seen to fail: two rows grew with their names, and the bars below them stood beside other names
test('names before bars have room for their lines, so that no row grows and bars keep their rows', () => {
  const long = 'Semiconductor packaging and testing';
  const names = Array.from({ length: 10 }, (_, at) => (at % 3 === 0 ? long : `Industry ${at}`));
  const xml = drawFrame(names);
  const [, ...rows] = readNumbers(xml, /<a:tr h="(\d+)"/g);
  const [width = 0] = readNumbers(xml, /<a:gridCol w="(\d+)"/g);
  expect(rows).toHaveLength(names.length);
  for (const [at, name] of names.entries()) {
    const lines = breakLines(name, (width / emu.point) * 0.86 - 8, points, false).length;
    expect(lines * points * 1.24 + 4.8).toBeLessThanOrEqual((rows[at] ?? 0) / emu.point);
  }
});

// seen to fail: two columns of amounts in ボリビア・ボリビアーノ left the plot a few millimetres
test('columns of long figures leave the plot a fifth of the frame', () => {
  const amount = '53.6億–752.4億中央アフリカ・CFA・フラン';
  const xml = drawFrame(
    ['商談中'],
    [
      ['中央値', 330, amount],
      ['中央の8割', 340, amount],
      ['合計', 80, '1.75'],
    ],
  );
  const widths = readNumbers(xml, /<a:gridCol w="(\d+)"/g);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  expect((widths[1] ?? 0) / whole).toBeGreaterThan(0.199);
});

test('names that need no more room keep the width of their column', () => {
  const [width = 0] = readNumbers(drawFrame(['Energy', 'Bio']), /<a:gridCol w="(\d+)"/g);
  expect(width / emu.point).toBeCloseTo(165, 0);
});

// seen to fail: a title of 84 characters in two lines of 20 points, with an empty line below it
test('a title that fits one line in a smaller size has one line', () => {
  const shapesOf = (title: string) => {
    const slide: Slide = {
      title,
      subtitle: 'S',
      zone: 'Z',
      notes: [],
      foot: [],
      parts: [{ kind: 'lines', lines: ['One', 'Two'] }],
    };
    const made_at = '2026-10-31T08:00:00.000Z';
    const bytes = toPptx([slide], { title: 'T', subject: 'S', made_at, language: 'en' });
    const xml = strFromU8(unzipSync(bytes)['ppt/slides/slide1.xml'] ?? new Uint8Array());
    const shape = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(xml)?.[0] ?? '';
    return [/cy="(\d+)"/.exec(shape)?.[1], /sz="(\d+)"/.exec(shape)?.[1]];
  };
  const [height, size] = shapesOf('One target is behind plan');
  const claim = 'Pharmaceuticals holds 15% of planned investment; over half of it is not signed';
  const [own, smaller] = shapesOf(claim);
  expect([own, Number(smaller) < Number(size)]).toEqual([height, true]);
  expect(shapesOf(`${claim} ${claim}`)[0]).not.toBe(height);
});

// seen to fail: nine targets with three lines each ran over the foot, and each bar stood beside the
// name of another target
test('rows without room on one slide go on further slides, each with the bars of its own names', () => {
  const names = Array.from({ length: 9 }, (_, at) => `Target ${at}`);
  const native: OfficeChart = {
    kind: 'bar',
    across: 'row',
    unit: 'share',
    axis: { min: 0, max: 1, step: 1, bare: true },
    series: [
      { name: 'Now', colour: 'accent', values: names.flatMap((_, at) => [`0.${at + 1}`, null]) },
    ],
    table: drawnTable(
      'Target',
      names.flatMap((name) => [name, `${name}: forecast`]),
    ),
    frame: {
      before: [{ head: 'Target', width: 150 }],
      after: [{ head: 'Now', width: 116 }],
      rows: names.map((text) => ({
        cells: [
          { text, under: 'at least 1' },
          { text: '0.5', under: '31 Oct 2026\nplan 0.6' },
        ],
      })),
    },
  };
  const slide: Slide = {
    title: 'T',
    subtitle: 'S',
    zone: 'Z',
    notes: [],
    foot: Array.from({ length: 8 }, (_, at) => `Note ${at}`),
    parts: [{ kind: 'chart', chart: { native, table: drawnTable('Target', names), alt: 'A' } }],
  };
  const slides = spreadRows(slide);
  const charts = slides.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'chart' ? [part.chart.native] : [])),
  );
  expect(slides.length).toBeGreaterThan(1);
  expect(
    charts.flatMap(({ frame }) => frame?.rows.map(({ cells }) => cells[0]?.text) ?? []),
  ).toEqual(names);
  for (const { frame, table, series } of charts) {
    const own = frame?.rows.map(({ cells }) => cells[0]?.text) ?? [];
    expect(table?.rows.map(([name]) => name)).toEqual(
      own.flatMap((name) => [name, `${name}: forecast`]),
    );
    expect(series[0]?.values).toEqual(
      own.flatMap((name) => [`0.${names.indexOf(name ?? '') + 1}`, null]),
    );
  }
  const made_at = '2026-10-31T08:00:00.000Z';
  const parts = unzipSync(toPptx([slide], { title: 'T', subject: 'S', made_at, language: 'en' }));
  for (const [at] of slides.entries()) {
    const xml = strFromU8(parts[`ppt/slides/slide${at + 1}.xml`] ?? new Uint8Array());
    const [, ...rows] = readNumbers(xml, /<a:tr h="(\d+)"/g);
    expect(rows.length).toBeGreaterThan(0);
    // a name or value, and two smaller lines
    for (const row of rows)
      expect(row / emu.point).toBeGreaterThanOrEqual((points + 20) * 1.24 + 4.8);
  }
});

test('rows with room on one slide stay on it', () => {
  const xml = drawFrame(['Energy', 'Bio']);
  expect(readNumbers(xml, /<a:tr h="(\d+)"/g)).toHaveLength(3);
});

// seen to fail: milestones of ten projects with long names ran over the dates below them, and each
// stood beside the name of another project
test('marks of long names go on further slides with their rows, and texts below them on the last', () => {
  const long = 'Semiconductor packaging and testing complex of the second extension, phase 2';
  const names = Array.from({ length: 10 }, (_, at) => `${long} (${at}, ${long.toLowerCase()})`);
  const native: OfficeChart = {
    kind: 'scatter',
    rows: names.length,
    unit: { id: 'days', like: '1' },
    axis: { min: 0, max: 10, step: 1 },
    series: [
      {
        name: 'Start',
        colour: 'accent',
        places: names.map((_, at) => String(at)),
        values: names.map((_, at) => rowPlace(names.length, at)),
      },
      { name: 'Today', colour: 'ink', line: 1, places: ['5', '5'], values: ['0', '10'] },
    ],
    table: { columns: [], rows: [] },
    frame: {
      before: [{ head: '', width: 165 }],
      after: [{ head: 'Against plan', width: 150 }],
      rows: names.map((text) => ({ cells: [{ text }, { text: '+46 d' }] })),
    },
  };
  const slides = spreadRows({
    title: 'T',
    subtitle: 'S',
    zone: 'Z',
    notes: [],
    foot: ['Note', 'Day'],
    parts: [
      { kind: 'chart', chart: { native, table: { columns: [], rows: [] }, alt: 'A' } },
      { kind: 'lines', lines: ['Next 90 days', 'Deadline passed'], points: 12.5 },
    ],
  });
  expect(slides.length).toBeGreaterThan(1);
  expect(slides.map(({ parts }) => parts.length)).toEqual(
    slides.map((_, at) => (at === slides.length - 1 ? 2 : 1)),
  );
  const shownNames = slides.flatMap(({ parts: [part] }) => {
    if (part?.kind !== 'chart' || part.chart.native.kind !== 'scatter') return [];
    const { rows, frame, series } = part.chart.native;
    const [start, today] = series;
    expect(today?.values).toEqual(['0', String(rows)]);
    return (frame?.rows ?? []).map(({ cells }, row) => {
      const point = start?.values?.indexOf(rowPlace(rows, row)) ?? -1;
      expect(start?.places?.[point]).toBe(String(names.indexOf(cells[0]?.text ?? '')));
      return cells[0]?.text;
    });
  });
  expect(shownNames).toEqual(names);
});

// seen to fail: lines of Chinese are higher than those of Latin letters in most fonts, so the rows
// of a table grew and the bars beside them did not
test('lines of a table have a given height, so that a row is as high in every font', () => {
  const heights = readNumbers(drawFrame(['能源', 'Bio']), /<a:lnSpc><a:spcPts val="(\d+)"/g);
  expect(heights.length).toBeGreaterThan(0);
  for (const height of heights) expect(height).toBeLessThanOrEqual(12 * 124);
});

// seen to fail: an empty cell had the size of a title in some programs, and its row grew
test('a cell without text has no run', () => {
  expect(drawFrame(['', 'Bio'])).not.toContain('<a:t></a:t>');
});

// seen to fail: a sign beside Chinese words was twice as large as one beside Latin words
test('the signs of a key have one font beside words of each script', () => {
  const [, fonts] =
    /<a:rPr [^>]*>((?:(?!<\/a:rPr>).)*)<\/a:rPr><a:t>●/.exec(drawFrame(['A'])) ?? [];
  expect(fonts).toContain('<a:latin typeface="Arial"/><a:ea typeface="Arial"/>');
});
