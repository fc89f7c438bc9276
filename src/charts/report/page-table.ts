import { columnWidths } from './column-widths.ts';
import { linesOf, type PageFlow, paper, room, svgText, type TextLook } from './page-flow.ts';
import type { ReportTable } from '#domain/report.ts';

const gap = 8;
const least = 26;
/** A table of so few rows is never parted. */
const together = 6;

/** A table across the page: headings repeated on each page, cells broken into lines, a hairline under each row. */
export function putTable(flow: PageFlow, table: ReportTable): void {
  const size = table.columns.length > 9 ? 6.5 : 8;
  const look: TextLook = { size, lead: size * 1.5, colour: 'ink' };
  const head: TextLook = { ...look, bold: true, colour: 'ink-2' };
  const widths = columnWidths(table, { size, room, gap, least, spare: 40 });
  const starts = widths.map((_, i) => paper.margin + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const labels = table.columns.map(({ label }) => label);
  const broken = (cells: readonly string[], style: TextLook) => cells.map((cell, i) => linesOf(cell, widths[i] ?? 0, size, style.bold));
  const heightOf = (lines: readonly (readonly string[])[], style: TextLook): number =>
    Math.max(1, ...lines.map(({ length }) => length)) * style.lead + 5;
  const row = (cells: readonly string[], style: TextLook): void => {
    const lines = broken(cells, style);
    const height = heightOf(lines, style);
    if (flow.left < height) {
      flow.breakPage();
      if (style !== head) row(labels, head);
    }
    lines.forEach((texts, i) => {
      const right = table.columns[i]?.right === true;
      const x = (starts[i] ?? 0) + (right ? (widths[i] ?? 0) : 0);
      for (const [n, text] of texts.entries()) flow.add(svgText(text, x, flow.y + 2 + style.lead * (n + 0.74), style, right));
    });
    flow.space(height);
    flow.rule(style === head ? 'rule-strong' : 'rule');
  };
  if (table.rows.length <= together)
    flow.need(table.rows.reduce((sum, cells) => sum + heightOf(broken(cells, look), look), heightOf(broken(labels, head), head)));
  row(labels, head);
  for (const cells of table.rows) row(cells, look);
  if (table.more !== undefined) {
    flow.space(3);
    flow.text(table.more, { size, lead: size * 1.6, colour: 'ink-3' });
  }
}
