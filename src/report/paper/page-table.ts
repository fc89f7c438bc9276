import { fitTable } from './column-widths.ts';
import { textHeight } from './page-style.ts';
import { type PageFlow, svgText, type TextLook } from './page-flow.ts';
import { wrapCell } from './phrases.ts';
import type { ReportTable } from '#domain/report/report.ts';

const gap = 8;
/**
 * A table of at most this share of a page is never split, so that it leaves no larger gap. Of a
 * higher one, at least two rows are on the first page, and `last` rows on the last page.
 */
const togetherShare = 0.12;
const last = 2;

/**
 * Prepares a table for setting: its sizes, the widths of the columns, and the lines of each row.
 */
function setting(table: ReportTable, { style, room }: Pick<PageFlow, 'style' | 'room'>) {
  const usual = table.columns.length > 9 ? style.table * 0.8 : style.table;
  const { size, widths: ownWidths } = fitTable(table, {
    size: usual,
    room,
    gap,
    least: usual * 2.4,
    spare: room,
  });
  const look: TextLook = { size, lead: size * 1.28, colour: 'ink' };
  const head: TextLook = { ...look, bold: true };
  const wide = ownWidths.reduce((sum, width) => sum + width, gap * (ownWidths.length - 1));
  // too many columns for the page are narrower than a word
  const widths = ownWidths.map((width) => width * Math.min(1, room / wide));
  const wrap = (cells: readonly string[], style: TextLook) =>
    cells.map((cell, i) => wrapCell(cell, widths[i] ?? 0, { size, bold: style.bold === true }));
  const measureHeight = (cells: readonly string[], style: TextLook): number =>
    Math.max(1, ...wrap(cells, style).map(({ length }) => length)) * style.lead + 4;
  const heightOfRows = (rows: ReportTable['rows']): number =>
    rows.reduce((sum, cells) => sum + measureHeight(cells, look), 0);
  const labels = table.columns.map(({ label }) => label);
  return {
    size,
    look,
    head,
    widths,
    labels,
    wrap,
    heightOf: measureHeight,
    heightOfRows,
    headHeight: measureHeight(labels, head),
  };
}

/**
 * The height of the start of a table that stays on one page: all of a low table, else its headings
 * and two rows.
 * @returns points
 */
export function tableStart(table: ReportTable, flow: PageFlow): number {
  const { headHeight, heightOfRows } = setting(table, flow);
  const all = headHeight + heightOfRows(table.rows);
  return all <= textHeight(flow.style) * togetherShare
    ? all
    : headHeight + heightOfRows(table.rows.slice(0, 2));
}

/** The kind of a row: headings, the headings again on a later page, or figures. */
type RowKind = 'head' | 'repeated' | 'body';

/**
 * Writes a table with three rules over the width of the page. Its head is repeated on each page,
 * and cells are broken into lines.
 */
export function putTable(flow: PageFlow, table: ReportTable): void {
  const { look, head, widths, labels, wrap, heightOf, heightOfRows } = setting(table, flow);
  const element = flow.element('Table');
  const starts = widths.map(
    (_, i) => flow.start + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0),
  );
  /** The structure elements of the cells of a row; a repeated head has none. */
  const tagsOf = (cells: readonly string[], kind: RowKind): readonly string[] => {
    if (kind === 'repeated') return cells.map(() => 'Artifact');
    const inRow = flow.element('TR', element);
    return cells.map((_, i) => {
      const scope = kind === 'head' ? ':Column' : i === 0 ? ':Row' : undefined;
      return flow.element(scope === undefined ? 'TD' : 'TH', inRow) + (scope ?? '');
    });
  };
  const row = (cells: readonly string[], kind: RowKind): void => {
    const style = kind === 'body' ? look : head;
    const height = heightOf(cells, style);
    if (flow.remainingHeight < height) {
      if (kind === 'body') flow.rule(1.5);
      flow.breakPage();
      if (kind === 'body') row(labels, 'repeated');
    }
    if (kind !== 'body') flow.rule(1.5);
    const tags = tagsOf(cells, kind);
    for (const [i, texts] of wrap(cells, style).entries()) {
      const right = table.columns[i]?.right === true;
      const x = (starts[i] ?? 0) + (right ? (widths[i] ?? 0) : 0);
      const place = { x, anchor: right ? 'end' : 'start', tag: tags[i] ?? '' } as const;
      if (texts.length === 0) flow.add(`<g data-tag="${place.tag}"/>`);
      for (const [n, text] of texts.entries()) {
        const y = flow.y + 2 + style.lead * (n + 0.78);
        flow.add(svgText(text, { ...place, y }, style, flow.names));
      }
    }
    flow.space(height);
    if (kind !== 'body') flow.rule(0.75);
  };
  flow.need(tableStart(table, flow));
  row(labels, 'head');
  for (const [index, cells] of table.rows.entries()) {
    const rest = table.rows.slice(index);
    if (rest.length === last && index > 0 && flow.remainingHeight < heightOfRows(rest)) {
      flow.rule(1.5);
      flow.breakPage();
      row(labels, 'repeated');
    }
    row(cells, 'body');
  }
  flow.rule(1.5);
  flow.space(2);
  if (table.more !== undefined) {
    flow.space(3);
    flow.text(table.more, { size: flow.style.note, lead: flow.style.note * 1.5, colour: 'ink-2' });
  }
}
