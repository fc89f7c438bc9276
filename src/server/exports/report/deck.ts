import { compact } from '#domain/values/compact.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { Report, ReportSection } from '#domain/report/report.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { type FigureSubjects, findSubject } from './figure-subject.ts';
import { tableSlides } from './table-slides.ts';

const linesOnSlide = 7;

/** Splits a list into parts of about the same length, `most` at most. */
function chunks<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, i) => list.slice(i * size, (i + 1) * size));
}

const linesIn = ({ blocks }: ReportSection): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : [],
  );

const writeTitle = (heading: string, caption: string): string =>
  heading === caption ? heading : `${heading} · ${caption}`;

/**
 * Makes the report as slides: its sentences, its tables, and each figure as an office chart with
 * its table, in the order of the sections.
 */
export function reportSlides(
  report: Report,
  subjects: FigureSubjects,
  stamp: FigureStamp | undefined,
): readonly Slide[] {
  const { title, subtitle, warning, foot, language, sections } = report;
  const common = {
    subtitle,
    ...compact({ band: warning }),
    foot: [foot],
    notes: [title, subtitle, foot],
    ...compact({ address: stamp?.link === undefined ? undefined : stamp.link }),
  };
  return sections.flatMap((section, index): readonly Slide[] => [
    ...chunks(linesIn(section), linesOnSlide).map((lines, part) => ({
      ...common,
      title: index === 0 && part === 0 ? title : section.heading,
      lines,
    })),
    ...section.blocks.flatMap((block): readonly Slide[] => {
      if (block.kind === 'table')
        return tableSlides(
          writeTitle(section.heading, block.caption),
          block.table,
          language,
          common,
        );
      if (block.kind !== 'figure') return [];
      const { chart, overview, options } = findSubject(block, subjects);
      const figure = chartSlide(chart, overview, { language, options }, stamp);
      return [
        figure,
        ...(block.table === undefined
          ? []
          : tableSlides(figure.title, block.table, language, {
              ...common,
              subtitle: figure.subtitle,
            })),
      ];
    }),
  ]);
}
