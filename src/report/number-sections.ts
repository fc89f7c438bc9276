import { compact } from '#domain/values/compact.ts';
import type { ReportBlock, ReportSection } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';

/**
 * Sections that are not numbered: the basis of the figures and the log come after the numbered
 * sections.
 */
const withoutNumber: ReadonlySet<ReportSection['id']> = new Set(['definitions', 'log']);
/** Lists whose items are numbered in official documents. */
const withItems: ReadonlySet<ReportSection['id']> = new Set(['ledger', 'outlook', 'problems']);

/** Numbers the sections, items, tables and figures of a report in the style of its language. */
export function numberSections(
  sections: readonly ReportSection[],
  language: Language,
): readonly ReportSection[] {
  const t = reportLabels[language];
  let [headings, tables, figures] = [0, 0, 0];
  const mark = (block: ReportBlock, { id, heading }: ReportSection): ReportBlock => {
    // a table under a heading of its own name has no caption, and takes no number
    if (block.kind === 'table' && block.caption === heading) return block;
    if (block.kind === 'table') return { ...block, label: t.tableLabel((tables += 1)) };
    if (block.kind === 'figure') return { ...block, label: t.figureLabel((figures += 1)) };
    // one item needs no number
    if (block.kind !== 'list' || block.items.length === 1 || !withItems.has(id)) return block;
    return { ...block, items: block.items.map((item, at) => t.item(at + 1) + item) };
  };
  return sections.map((section) => {
    const number = withoutNumber.has(section.id) ? '' : t.number((headings += 1));
    return {
      ...section,
      ...compact({ number: number === '' ? undefined : number }),
      blocks: section.blocks.map((block) => mark(block, section)),
    };
  });
}
