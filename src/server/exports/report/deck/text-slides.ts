import type { ReportTable } from '#domain/report/report.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { countUnlistedActions } from '#report/sections/action-summary.ts';
import { makeDeclaredTable } from '#report/sections/targets/declared-table.ts';
import { reportLabels } from '#report/labels/index.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Slide, SlidePart, SlideTable } from '#server/exports/formats/pptx/slide.ts';
import { slideRoom } from '#server/exports/formats/pptx/slide-xml.ts';
import {
  type DeckInput,
  type DeckSlide,
  findSection,
  listSentences,
  listTables,
  makeFrame,
} from './deck-input.ts';
import { makeSlideTable, type SlideTableOptions } from './deck-tables.ts';
import { deckLabels } from './labels/index.ts';

const dayOf = ({ report, subjects }: DeckInput): string =>
  formatDate(subjects.overview.as_of, report.language, 'long');

const tablePart = (
  table: ReportTable,
  options: SlideTableOptions,
): { readonly kind: 'table'; readonly table: SlideTable } => ({
  kind: 'table',
  table: makeSlideTable(table, options),
});

/** Arranges parts side by side. A single part has the whole width. */
function beside(
  parts: readonly { readonly share: number; readonly part: SlidePart }[],
): readonly SlidePart[] {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return parts.map(({ part }) => part);
  return [{ kind: 'columns', columns: parts.map(({ share, part }) => ({ share, parts: [part] })) }];
}

/** Makes the slides of moved projects and changed indicators. */
export function changeSlides(input: DeckInput): readonly DeckSlide[] {
  const { report, subjects } = input;
  const words = deckLabels[report.language];
  const blocks = findSection(report, 'changes');
  const tables = listTables(blocks);
  if (tables.reduce((sum, { table }) => sum + table.rows.length, 0) < 2) return [];
  const [first = '', second, counts] = listSentences(blocks);
  const withoutStop = (sentence: string): string => sentence.replace(/[.。]$/, '');
  const firstTables = tables.slice(0, 2);
  const width = firstTables.length > 1 ? slideRoom / 2 - 0.25 : slideRoom;
  const frame = makeFrame(input);
  const makeSlide = (room?: number): Slide => {
    const parts = firstTables.map(({ caption, table }) => ({
      share: 1,
      part: tablePart(table, { caption, most: 7, width, room }),
    }));
    const movesTotal = subjects.overview.bridge_moves?.total ?? 0;
    const omittedCount = movesTotal - (parts[0]?.part.table.rows.length ?? 0);
    return {
      ...frame,
      title: withoutStop(second ?? first),
      subtitle: counts === undefined ? words.changed : withoutStop(counts),
      parts: beside(parts),
      foot:
        omittedCount > 0
          ? [words.more(formatCount(omittedCount, report.language)), ...frame.foot]
          : frame.foot,
    };
  };
  return [{ topic: 'changes', slide: makeSlide(), makeSlide }];
}

/** Makes the slide of declared statuses beside the verdicts; none without a declared status. */
export function declaredSlides(input: DeckInput): readonly DeckSlide[] {
  const { language } = input.report;
  const table = makeDeclaredTable(input.subjects.overview, language);
  if (table === undefined) return [];
  const makeSlide = (room?: number): Slide => ({
    ...makeFrame(input),
    title: declaredStatusTerms.declared_status[language],
    subtitle: dayOf(input),
    parts: [tablePart(table, { room })],
  });
  return [{ topic: 'targets', slide: makeSlide(), makeSlide }];
}

/** Names the targets behind plan and the projects that need action. Other problems are counted. */
function writeProblemTitle(
  { report: { language }, subjects: { overview } }: DeckInput,
  problems: number,
  steps: number,
): string {
  const words = deckLabels[language];
  const count = (n: number): string => formatCount(n, language);
  const behind = overview.targets.filter(isBehindPlan).length;
  const projects = overview.actions?.total ?? 0;
  if (problems === 0) return words.steps(count(steps));
  if (behind + projects === 0) return words.problems(count(problems));
  const parts = [
    ...(behind === 0 ? [] : [words.targetsBehind(count(behind))]),
    ...(projects === 0 ? [] : [words.projectsToAct(count(projects))]),
  ];
  return parts.join(words.join);
}

/** Makes the slides of problems and of next steps with their owners. */
export function problemSlides(input: DeckInput): readonly DeckSlide[] {
  const { report } = input;
  const { language } = report;
  const words = deckLabels[language];
  const { headings } = reportLabels[language];
  const blocks = findSection(report, 'problems');
  const items = [
    ...listSentences(blocks),
    ...listTables(blocks).flatMap(({ table }) =>
      table.rows.map((row) => row.filter((cell) => cell !== '').join(reportLabels[language].list)),
    ),
  ];
  const [steps] = listTables(findSection(report, 'next'));
  const count = (n: number): string => formatCount(n, language);
  const tables = [
    ...(items.length === 0
      ? []
      : [
          {
            columns: [{ label: headings.problems, right: false }],
            rows: items.map((item) => [item]),
          },
        ]),
    ...(steps === undefined ? [] : [steps.table]),
  ];
  const rowCount = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (rowCount < 2) return [];
  const all = rowCount + countUnlistedActions(input.subjects.overview);
  const frame = makeFrame(input);
  const makeSlide = (room?: number): Slide => {
    const width = tables.length > 1 ? slideRoom / 2 - 0.25 : slideRoom;
    const parts = tables.map((table) => ({
      share: 1,
      part: tablePart(table, { width, room }),
    }));
    const omittedCount = all - parts.reduce((sum, { part }) => sum + part.table.rows.length, 0);
    return {
      ...frame,
      title: writeProblemTitle(input, items.length, steps?.table.rows.length ?? 0),
      subtitle: words.problemsAndSteps(dayOf(input)),
      parts: beside(parts),
      foot: omittedCount > 0 ? [words.more(count(omittedCount)), ...frame.foot] : frame.foot,
    };
  };
  return [{ topic: 'problems', slide: makeSlide(), makeSlide }];
}

/** Makes the slides of the largest projects, below the achievements. */
export function projectSlides(input: DeckInput): readonly DeckSlide[] {
  const { report, subjects } = input;
  const { language } = report;
  const words = deckLabels[language];
  const [table] = listTables(findSection(report, 'projects'));
  if (table === undefined || table.table.rows.length < 2) return [];
  const all =
    subjects.overview.strip.groups.find(({ group }) => group === 'established')?.count ?? 0;
  const achievements = listSentences(findSection(report, 'achievements')).slice(0, 2);
  const makeSlide = (room?: number): Slide => {
    const part = tablePart(table.table, { room });
    const rowCount = part.table.rows.length;
    return {
      ...makeFrame(input),
      title: words.keyProjects(
        formatCount(rowCount, language),
        formatCount(Math.max(all, rowCount), language),
      ),
      subtitle: words.keyProjectsHow(dayOf(input)),
      parts: [
        ...(achievements.length === 0 ? [] : [{ kind: 'lines' as const, lines: achievements }]),
        part,
      ],
    };
  };
  return [{ topic: 'projects', slide: makeSlide(), makeSlide }];
}

/** Makes the slides of figures revised since the month was closed. */
export function revisedSlides(input: DeckInput): readonly DeckSlide[] {
  const { report } = input;
  const [table] = listTables(findSection(report, 'revised'));
  if (table === undefined || table.table.rows.length < 2) return [];
  const words = deckLabels[report.language];
  const makeSlide = (room?: number): Slide => ({
    ...makeFrame(input),
    title: words.revised(formatCount(table.table.rows.length, report.language)),
    subtitle: table.caption,
    parts: [tablePart(table.table, { room })],
  });
  return [{ topic: 'revised', slide: makeSlide(), makeSlide }];
}

/** Makes the slides of sources and definitions. */
export function sourceSlides(input: DeckInput): readonly DeckSlide[] {
  const { report } = input;
  const words = deckLabels[report.language];
  const [rules, ...others] = findSection(report, 'definitions');
  if (rules === undefined) return [];
  const slide = {
    ...makeFrame(input),
    title: words.sources,
    subtitle: words.sourcesHow,
    parts: beside(
      [listSentences([rules]), listSentences(others)]
        .filter((lines) => lines.length > 0)
        .map((lines, at) => ({
          share: at === 0 ? 1.35 : 1,
          part: { kind: 'lines' as const, lines, colour: 'ink-2' as const, points: 11 },
        })),
    ),
  };
  return [{ topic: 'sources', slide }];
}
