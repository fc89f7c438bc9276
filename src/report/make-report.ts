import { timeIn } from '#domain/time/time-zone.ts';
import { dayOfMoment, timeZoneOf } from '#domain/zone/zone-days.ts';
import { compact } from '#domain/values/compact.ts';
import { addRates } from '#charts/kit/text/secondary-currency.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { findChart } from '#charts/registry.ts';
import { areKnown } from '#domain/changes/moves.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { formatDate, formatMonth, formatQuarter } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import { isMonth } from '#domain/values/date.ts';
import { periodDays } from '#domain/report/report-period.ts';
import { authorWords, changeWords, dataStatusTerms, projectName } from '#domain/labels/index.ts';
import type {
  Report,
  ReportBlock,
  ReportExtent,
  ReportInput,
  ReportSection,
} from '#domain/report/report.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import { reportLabels } from '#report/labels/index.ts';
import { makeMessages } from './messages.ts';
import { numberSections } from './number-sections.ts';
import { changeBlocks, shortChangeBlocks } from '#report/sections/changes-section.ts';
import { achievementBlocks, doubtBlocks } from '#report/sections/month-work.ts';
import { definitionBlocks, shortDefinitionBlocks } from '#report/sections/definitions-section.ts';
import {
  hasPaceTable,
  outlookBlocks,
  shortOutlookBlocks,
} from '#report/sections/outlook-section.ts';
import { periodText } from '#report/sections/period-text.ts';
import { summariseActions } from '#report/sections/action-summary.ts';
import { issueBlocks } from '#report/sections/problems.ts';
import { projectBlocks } from '#report/sections/projects-section.ts';
import { revisedBlocks } from '#report/sections/revised-section.ts';
import { stepBlocks } from '#report/sections/steps-section.ts';
import { summaryBlocks } from '#report/sections/summary.ts';
import { paceSentences, writeBehind } from '#report/sections/targets/target-causes.ts';
import { splitBlocks } from '#report/sections/split-blocks.ts';
import { standingBlocks } from '#report/sections/targets/target-standing.ts';
import type { ForeignName } from '#domain/report/foreign-names.ts';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';

/** Lists the names of projects that a report writes in a language other than its own, each once. */
function listForeignNames({
  overview,
  changes,
  issues = [],
  language,
}: ReportInput): readonly ForeignName[] {
  const projects = [
    ...overview.established,
    ...(overview.actions?.items ?? []),
    ...(overview.undisclosed?.projects ?? []),
    ...(changes?.moves ?? []),
    ...issues,
  ];
  const names = new Map<string, string>();
  for (const project of projects) {
    const other = projectNameLanguage(project, language);
    if (other === undefined) continue;
    names.set(projectName(project, language), other);
  }
  return [...names].map(([text, other]) => ({ text, language: other }));
}

function titleText({ period, overview, language }: ReportInput): string {
  const t = reportLabels[language].title;
  const zone = overview.zone.name[language];
  if (period === undefined) return t.day(zone, formatDate(overview.as_of, language, 'long'));
  if (isMonth(period)) return t.month(zone, formatMonth(period, language));
  return t.quarter(zone, formatQuarter(periodDays(period).first.slice(0, 7), language));
}

export const maxListedProjects = 14;
/** The open issues that a report on paper lists. */
const mostPaperIssues = 5;

/** The measure of the target furthest behind its plan; else the main measure. */
function findFurthestBehind({ targets, main_measure }: Overview): string {
  const behind = targets
    .filter(({ attainment }) => attainment !== undefined && attainment < 1)
    .toSorted((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1));
  const [furthest] = behind;
  return furthest === undefined ? main_measure : targetKey(furthest);
}

/** Makes the blocks of the targets: the standing of each, those behind, and the furthest behind. */
function targetsBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { overview } = input;
  // the summary says that there are none
  if (overview.targets.length === 0) return [];
  const paces = extent === 'short' && hasPaceTable(input) ? [] : paceSentences(input, extent);
  const measure = findFurthestBehind(overview);
  return [
    ...standingBlocks(input),
    ...splitBlocks(input),
    ...(paces.length === 0 ? [] : [{ kind: 'list' as const, items: paces }]),
    ...(findChart('progress').hasData(overview, { measure })
      ? [{ kind: 'figure' as const, chart: 'progress', measure }]
      : []),
  ];
}

/** Makes the blocks of problems: targets behind with their causes, projects, and open issues. */
function makeProblemBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { sentences, blocks } = summariseActions(input, extent);
  const behind = writeBehind(input, extent);
  const items = [...behind.sentences, ...sentences];
  return [
    ...behind.blocks,
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ...blocks,
    ...issueBlocks(input, extent === 'short' ? mostPaperIssues : undefined),
  ];
}

/** Makes the blocks of changes; empty only where it is known that nothing changed. */
function makeChangeBlocks(
  input: ReportInput,
  makeBlocks: typeof changeBlocks,
): readonly ReportBlock[] {
  const { changes } = input;
  if (changes === undefined) return [];
  const isQuiet = areKnown(changes) && changes.total === 0 && changes.targets.length === 0;
  return isQuiet ? [] : makeBlocks(input);
}

/** Makes the blocks of the changes log; empty where the reader may not see it. */
function logBlocks({ log, log_total = 0, language, profile }: ReportInput): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (log === undefined || log.length === 0) return [];
  const omittedCount = log_total - log.length;
  return [
    {
      kind: 'table',
      caption: t.headings.log,
      table: {
        columns: t.logColumns.map((label, i) => ({ label, right: i === 0 })),
        rows: log.map(({ revision, recorded_at, author, ...change }) => [
          String(revision),
          `${formatDate(dayOfMoment(recorded_at, profile), language, 'short')} ${timeIn(new Date(recorded_at), timeZoneOf(profile))}`,
          author === undefined ? '—' : authorWords(author, language),
          changeWords(change, language, profile.indicators),
        ]),
        ...compact({ more: omittedCount > 0 ? t.more(String(omittedCount)) : undefined }),
      },
    },
  ];
}

type SectionBlocks = Readonly<
  Record<ReportSection['id'], (input: ReportInput) => readonly ReportBlock[]>
>;
const fullBlocks: SectionBlocks = {
  statement: (input) => summaryBlocks(input, 'full'),
  ledger: (input) => targetsBlocks(input, 'full'),
  outlook: outlookBlocks,
  projects: (input) => projectBlocks(input, 'full'),
  achievements: achievementBlocks,
  changes: (input) => makeChangeBlocks(input, changeBlocks),
  problems: (input) => makeProblemBlocks(input, 'full'),
  next: (input) => stepBlocks(input, 'full'),
  revised: (input) => revisedBlocks(input, 'full'),
  doubts: doubtBlocks,
  figures: ({ saved = [] }) => saved,
  definitions: definitionBlocks,
  log: logBlocks,
};
/** Blocks for paper: a report of many projects has two to four pages. */
const shortBlocks: SectionBlocks = {
  ...fullBlocks,
  statement: (input) => summaryBlocks(input, 'short'),
  ledger: (input) => targetsBlocks(input, 'short'),
  outlook: shortOutlookBlocks,
  projects: (input) => projectBlocks(input, 'short'),
  changes: (input) => makeChangeBlocks(input, shortChangeBlocks),
  problems: (input) => makeProblemBlocks(input, 'short'),
  revised: (input) => revisedBlocks(input, 'short'),
  next: (input) => stepBlocks(input, 'short'),
  definitions: shortDefinitionBlocks,
};

/** Lists the sections that have content, in the order of the zone. */
function listSections(input: ReportInput, blocksOf: SectionBlocks): readonly ReportSection[] {
  const { headings } = reportLabels[input.language];
  return orderSections(input.template).flatMap((id): readonly ReportSection[] => {
    const blocks = blocksOf[id](input);
    return blocks.length === 0 ? [] : [{ id, heading: headings[id], blocks }];
  });
}

/**
 * Makes the sections of a message from those for paper. A message has no table of targets, so its
 * outlook has whole sentences.
 */
const makeMessageSections = (
  input: ReportInput,
  sections: readonly ReportSection[],
): readonly ReportSection[] =>
  numberSections(
    sections.map((section) =>
      section.id === 'outlook' ? { ...section, blocks: outlookBlocks(input) } : section,
    ),
    input.language,
  );

/** Writes the day and the data status of the figures, under the title. */
function subtitleText({ overview, profile, language, closed }: ReportInput): string {
  const t = reportLabels[language];
  const day = (date: string): string => formatDate(date, language, 'long');
  const { as_of, compare } = overview;
  return [
    t.subtitle(day(as_of)),
    ...(compare === undefined ? [] : [t.compared(day(compare))]),
    ...(closed === undefined
      ? []
      : [
          t.closed(
            formatMonth(closed.period, language, 'long'),
            day(dayOfMoment(closed.closed_at, profile)),
          ),
        ]),
  ].join(kitLabels[language].separator);
}

/** Writes who issues, prepared and signs the report. A blank line counts as none. */
function writeIssuer(
  { overview, language, template = {} }: ReportInput,
  day: string,
): Report['issued'] {
  const line = (text: Text | undefined): string | undefined => text?.[language].trim() || undefined;
  const by = line(template.issuer) ?? overview.zone.name[language];
  const { logo } = template;
  return {
    by,
    day,
    ...compact({
      contact: line(template.contact),
      signature: line(template.signature),
      logo: logo === undefined ? undefined : { ...logo, alt: reportLabels[language].logoOf(by) },
    }),
  };
}

/**
 * Makes the report of a month, a quarter or a day: its sections, sentences, tables and figures.
 * Page, PDF and document are made from it alone. A section without content is left out, and the
 * numbering has no gaps.
 */
export function makeReport(input: ReportInput): Report {
  const { overview, language, recorded_at } = input;
  const t = reportLabels[language];
  const frame = kitLabels[language];
  const day = formatDate(overview.as_of, language, 'long');
  const status = overview.illustrative
    ? 'illustrative'
    : weakestStatus(overview.targets.map(({ now }) => now?.data_status ?? 'reported'));
  const recordDay = formatDate(dayOfMoment(recorded_at, input.profile), language, 'long');
  const names = listForeignNames(input);
  const sections = listSections(input, shortBlocks);
  const report: Omit<Report, 'messages'> = {
    language,
    title: titleText(input),
    title_start: overview.zone.name[language],
    subtitle: addRates(subtitleText(input), overview, language),
    ...compact({ warning: overview.illustrative ? frame.illustrative : undefined }),
    data_status: status,
    foot: [
      overview.zone.name[language],
      frame.asOf(day),
      `${frame.status}${frame.colon}${dataStatusTerms[status][language]}`,
      t.known(overview.revision, recordDay),
    ].join(frame.separator),
    header: t.header(overview.zone.short_name[language], periodText(input)),
    issued: writeIssuer(input, recordDay),
    sections: numberSections(sections, language),
    ...compact({
      foreign_names: names.length === 0 ? undefined : names,
      known_at: input.known_at,
    }),
  };
  const message = { ...report, sections: makeMessageSections(input, sections) };
  return { ...report, messages: makeMessages(input, message) };
}

/**
 * Makes the report with all rows of its tables, from which slides are made.
 * @param report - the report of the same input
 */
export const makeFullReport = (input: ReportInput, report = makeReport(input)): Report => ({
  ...report,
  sections: numberSections(listSections(input, fullBlocks), input.language),
});
