import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { Report, ReportBlock, ReportSection } from '#domain/report/report.ts';
import type { ReportSectionId } from '#domain/zone/report/report-template.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import type { FigureSubjects } from '#server/exports/report/figure-subject.ts';

/** Overviews with the parts of charts that only slides show. */
export interface DeckParts {
  readonly outlook?: Overview;
  readonly breakdown?: Overview;
}
/** The inputs of the slides of a report. */
export interface DeckInput {
  readonly report: Report;
  readonly subjects: FigureSubjects;
  readonly stamp: FigureStamp | undefined;
  readonly parts: DeckParts;
  /**
   * The sections that the zone chose, in their order. If omitted, the deck has all slides in the
   * default order.
   */
  readonly order?: readonly ReportSectionId[] | undefined;
}
export type SlideTopic =
  | 'targets'
  | 'outlook'
  | 'measure'
  | 'pipeline'
  | 'breakdown'
  | 'changes'
  | 'problems'
  | 'projects'
  | 'revised'
  | 'saved'
  | 'sources';
/** The sections of the report that a slide covers. Its place is that of the first of them. */
export const sectionsOf: Readonly<Record<SlideTopic, readonly ReportSectionId[]>> = {
  targets: ['ledger'],
  measure: ['ledger'],
  outlook: ['outlook'],
  pipeline: ['projects'],
  breakdown: ['projects'],
  changes: ['changes'],
  problems: ['problems', 'next'],
  projects: ['projects', 'achievements'],
  revised: ['revised'],
  saved: ['figures'],
  sources: ['definitions'],
};
/** A slide with its topic, by which the summary refers to it. */
export interface DeckSlide {
  readonly topic: SlideTopic;
  readonly slide: Slide;
  /** Makes the slide again with this height of its tables, in inches. Charts have none. */
  readonly makeSlide?: (room: number) => Slide;
  /** The topic with few rows that this slide includes, and its title. */
  readonly sparse?: { readonly topic: SlideTopic; readonly title: string };
}

/** Returns the blocks of a section of the report; none where the report lacks it. */
export const findSection = (
  { sections }: Report,
  id: ReportSection['id'],
): readonly ReportBlock[] => sections.find((section) => section.id === id)?.blocks ?? [];
type TableBlock = Extract<ReportBlock, { readonly kind: 'table' }>;
/** Lists the tables among blocks. */
export const listTables = (blocks: readonly ReportBlock[]): readonly TableBlock[] =>
  blocks.filter((block) => block.kind === 'table');
/** Lists the sentences of blocks, including those in lists. */
export const listSentences = (blocks: readonly ReportBlock[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : [],
  );

/** Makes the frame of slides of a report without a chart. */
export function makeFrame({
  report,
  subjects,
}: DeckInput): Pick<Slide, 'zone' | 'foot' | 'notes' | 'mark'> {
  const { overview } = subjects;
  const { separator } = kitLabels[report.language];
  // the head already has the zone and the warning that values are invented
  const foot = report.foot
    .split(separator)
    .filter((_, at) => at !== 0 && !(at === 2 && report.warning !== undefined))
    .join(separator);
  return {
    zone: overview.zone.name[report.language],
    foot: [foot],
    notes: [report.title, report.subtitle, report.foot],
    ...compact({ mark: report.warning }),
  };
}
