import type { Report, ReportBlock } from '#domain/report/report.ts';
import { measureReport, type PageOptions } from './pages.ts';

/** Puts each figure before the list above it, which can break between two lines. */
function leadWithFigures(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  const blocksInOrder = [...blocks];
  for (const [at, block] of blocks.entries()) {
    const list = blocks[at - 1];
    if (block.kind === 'figure' && list?.kind === 'list')
      blocksInOrder.splice(at - 1, 2, block, list);
  }
  return blocksInOrder;
}

/**
 * Puts the figures of a report before or after the lists above them: after them, unless the pages
 * then have more space without content.
 */
export function orderFigures(report: Report, options: PageOptions): Report {
  const sections = report.sections.map((section) => ({
    ...section,
    blocks: leadWithFigures(section.blocks),
  }));
  const other = { ...report, sections };
  return measureReport(other, options) < measureReport(report, options) ? other : report;
}
