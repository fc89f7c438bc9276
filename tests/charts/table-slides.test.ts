import { expect, it } from 'vitest';
import { tableSlides } from '#server/exports/report/table-slides.ts';
import { gridLayout } from '#server/exports/formats/pptx/slide-grid.ts';

const common = { subtitle: 'S', foot: ['foot'], notes: [] };
const table = (
  columns: number,
  rows: number,
  cell = (row: number, column: number) =>
    `r${row}c${column}${column === 0 ? '' : ' with some more words'}`,
) => ({
  columns: Array.from({ length: columns }, (_, at) => ({ label: `head ${at}`, right: at > 3 })),
  rows: Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, at) => cell(row, at)),
  ),
});

it('a table whose texts all have room is one slide, and says nothing of others', () => {
  const slides = tableSlides(
    'T',
    table(9, 8, () => 'short'),
    'en',
    common,
  );
  expect(slides.map(({ grid, foot }) => [grid?.columns.length, grid?.rows.length, foot])).toEqual([
    [9, 8, ['foot']],
  ]);
});

it.each(['zh-CN', 'ja', 'en'] as const)(
  'no cell of a wide and long table is lost, and each slide says in %s what is to come',
  (language) => {
    const slides = tableSlides(
      'T',
      { ...table(13, 40), more: 'and 160 more in the data pack' },
      language,
      common,
    );
    const seen = new Set(slides.flatMap(({ grid }) => grid?.rows.flat() ?? []));
    expect(seen.size).toBe(13 * 40);
    for (const { grid } of slides) {
      expect(grid?.columns[0]?.label).toBe('head 0');
      expect(grid?.columns.length).toBeLessThanOrEqual(7);
      for (const row of grid?.rows ?? []) expect(row[0]).toMatch(/^r\d+c0$/);
    }
    const said = slides.map(({ foot }) => foot.length > 1);
    expect(said).toEqual(said.map(() => true));
    expect(slides[0]?.foot[0]).toMatch(
      { 'zh-CN': /^另有6列/, ja: /^残り6列/, en: /^6 columns/ }[language],
    );
    expect(slides.at(-1)?.foot[0]).toBe('and 160 more in the data pack');
  },
);

it('long words make fewer rows on a slide, and all of each slide fits', () => {
  const long = '很长的说明文字，'.repeat(12);
  const slides = tableSlides(
    'T',
    table(5, 30, (row, column) => (column === 3 ? `${row}${long}` : `r${row}c${column}`)),
    'zh-CN',
    common,
  );
  expect(slides.length).toBeGreaterThan(3);
  for (const { grid } of slides) {
    if (grid === undefined) throw new Error('no table');
    const { widths, heights } = gridLayout(grid, 888);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(889);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(307);
  }
  expect(slides.flatMap(({ grid }) => grid?.rows ?? [])).toHaveLength(30);
});
