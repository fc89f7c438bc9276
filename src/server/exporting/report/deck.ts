import type { FigureStamp } from '#charts/frame/stamp.ts';
import { isChartId } from '#charts/registry.ts';
import type { Report, ReportBlock, ReportSection } from '#domain/report.ts';
import type { Overview } from '#domain/overview.ts';
import { chartSlide } from '#server/exporting/pptx/chart-slide.ts';
import type { Slide } from '#server/exporting/pptx/slide.ts';

const linesOnSlide = 7;
const rowsOnSlide = 10;
const columnsOnSlide = 7;

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** The slides of one block that is no figure: some lines, or a part of a table, to each. */
function slidesOf(
  section: ReportSection,
  block: ReportBlock,
  common: Pick<Slide, 'subtitle' | 'foot' | 'notes' | 'band'>,
): readonly Slide[] {
  if (block.kind !== 'table') return [];
  const columns = block.table.columns.slice(0, columnsOnSlide);
  return chunks(block.table.rows, rowsOnSlide).map((rows) => ({
    ...common,
    title: `${section.heading} · ${block.caption}`,
    grid: { columns, rows: rows.map((row) => row.slice(0, columns.length)) },
  }));
}
const linesIn = ({ blocks }: ReportSection): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : []));

/** The report as slides: its sentences, its tables, and each figure as a native chart, in the order of its sections. */
export function reportSlides(report: Report, overview: Overview, stamp: FigureStamp | undefined): readonly Slide[] {
  const { title, subtitle, warning, foot, language, sections } = report;
  const common = {
    subtitle,
    ...(warning === undefined ? {} : { band: warning }),
    foot: [foot],
    notes: [title, subtitle, foot],
    ...(stamp?.link === undefined ? {} : { address: stamp.link }),
  };
  return sections.flatMap((section, index): readonly Slide[] => [
    ...chunks(linesIn(section), linesOnSlide).map((lines, part) => ({
      ...common,
      title: index === 0 && part === 0 ? title : section.heading,
      lines,
    })),
    ...section.blocks.flatMap((block) =>
      block.kind === 'figure' && isChartId(block.chart)
        ? [chartSlide(block.chart, overview, { language, options: block.measure === undefined ? {} : { measure: block.measure } }, stamp)]
        : slidesOf(section, block, common),
    ),
  ]);
}
