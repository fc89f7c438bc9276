import { columnWidths } from './column-widths.ts';
import { breakLines, type PageFlow, paper, room, svgText, type TextLook } from './page-flow.ts';
import type { ReportTable } from '#domain/report/report.ts';

const gap = 8;
const least = 26;
/**
 * A table of so few rows is never split; of a longer one, so many rows are never left alone at the
 * top of a page.
 */
const [together, last] = [6, 3];

/**
 * How the texts of a table are set: their sizes, the widths of the columns, and each row in lines.
 */
function setting(table: ReportTable) {
  const size = table.columns.length > 9 ? 6.5 : 8;
  const look: TextLook = { size, lead: size * 1.5, colour: 'ink' };
  const head: TextLook = { ...look, bold: true, colour: 'ink-2' };
  const widths = columnWidths(table, { size, room, gap, least, spare: 40 });
  const broken = (cells: readonly string[], style: TextLook) =>
    cells.map((cell, i) => breakLines(cell, widths[i] ?? 0, size, style.bold));
  const measureHeight = (cells: readonly string[], style: TextLook): number =>
    Math.max(1, ...broken(cells, style).map(({ length }) => length)) * style.lead + 5;
  const heightOfRows = (rows: ReportTable['rows']): number =>
    rows.reduce((sum, cells) => sum + measureHeight(cells, look), 0);
  const labels = table.columns.map(({ label }) => label);
  return {
    size,
    look,
    head,
    widths,
    labels,
    broken,
    heightOf: measureHeight,
    heightOfRows,
    headHeight: measureHeight(labels, head),
  };
}

/**
 * Height of the start of a table that is not split: all of a short one, else its headings and two
 * rows.
 */
export function tableStart(table: ReportTable): number {
  const { headHeight, heightOfRows } = setting(table);
  return (
    headHeight + heightOfRows(table.rows.length <= together ? table.rows : table.rows.slice(0, 2))
  );
}

/**
 * A table across the page: headings repeated on each page, cells broken into lines, a hairline
 * under each row.
 */
export function putTable(flow: PageFlow, table: ReportTable): void {
  const { size, look, head, widths, labels, broken, heightOf, heightOfRows } = setting(table);
  const starts = widths.map(
    (_, i) => paper.margin + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0),
  );
  const row = (cells: readonly string[], style: TextLook): void => {
    const height = heightOf(cells, style);
    if (flow.left < height) {
      flow.breakPage();
      if (style !== head) row(labels, head);
    }
    for (const [i, texts] of broken(cells, style).entries()) {
      const right = table.columns[i]?.right === true;
      const x = (starts[i] ?? 0) + (right ? (widths[i] ?? 0) : 0);
      for (const [n, text] of texts.entries())
        flow.add(svgText(text, x, flow.y + 2 + style.lead * (n + 0.74), style, right));
    }
    flow.space(height);
    flow.rule(style === head ? 'rule-strong' : 'rule');
  };
  flow.need(tableStart(table));
  row(labels, head);
  for (const [index, cells] of table.rows.entries()) {
    const rest = table.rows.slice(index);
    if (rest.length === last && index > 0 && flow.left < heightOfRows(rest)) {
      flow.breakPage();
      row(labels, head);
    }
    row(cells, look);
  }
  if (table.more !== undefined) {
    flow.space(3);
    flow.text(table.more, { size, lead: size * 1.6, colour: 'ink-3' });
  }
}
