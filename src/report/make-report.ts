import { timeIn } from '#domain/time/time-zone.ts';
import { dayOfMoment, timeZoneOf } from '#domain/zone/zone-days.ts';
import { compact } from '#domain/values/compact.ts';
import { addRates } from '#charts/kit/text/secondary-currency.ts';
import { planNote } from '#charts/kit/text/plan-basis.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { type ChartId, findChart, listFigures } from '#charts/registry.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { formatDate, formatMonth, formatQuarter, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isMonth } from '#domain/values/date.ts';
import { periodDays } from '#domain/report/report-period.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { bandRecordTerm, bandTerm } from '#domain/labels/targets/forecast.ts';
import {
  authorWords,
  changeWords,
  dataStatusTerms,
  stageGroupTerms,
  stageWord,
} from '#domain/labels/index.ts';
import { targetsWords } from '#charts/targets/labels/index.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { changeBlocks } from './changes-section.ts';
import { targetsTable } from './targets-table.ts';
import { achievementSections, doubtSections } from './month-work.ts';
import { nextBlocks, problemBlocks } from './problems.ts';
import type { Report, ReportBlock, ReportInput } from '#domain/report/report.ts';
import { limitChartTable } from './limited-tables.ts';
import { headlineSentences, targetSentence } from './statement.ts';
import { reportWords } from '#report/labels/index.ts';

const textBlock = (text: string): ReportBlock => ({ kind: 'text', text });

function titleText({ period, overview, language }: ReportInput): string {
  const t = reportWords[language].title;
  if (period === undefined) return t.day(formatDate(overview.as_of, language, 'long'));
  if (isMonth(period)) return t.month(formatMonth(period, language));
  return t.quarter(formatQuarter(periodDays(period).first.slice(0, 7), language));
}

/** The period of a report, or its day. */
function periodText({ period, overview, language }: ReportInput): string {
  if (period === undefined) return formatDate(overview.as_of, language, 'long');
  return isMonth(period)
    ? formatMonth(period, language)
    : formatQuarter(periodDays(period).first.slice(0, 7), language);
}

function statementBlocks({ overview, language }: ReportInput): readonly ReportBlock[] {
  const t = reportWords[language];
  const phase = overview.phases.find(({ id }) => id === overview.phase_now?.id);
  const now = overview.phase_now;
  return [
    textBlock(headlineSentences(overview, language).join(language === 'en' ? ' ' : '')),
    ...(phase === undefined || now === undefined
      ? []
      : [textBlock(t.phase(phase.name[language], now.month, now.months))]),
    { kind: 'list', items: overview.targets.map((row) => targetSentence(row, language, overview)) },
    textBlock(t.notComparable),
  ];
}

export const rowsShown = 14;
/** The chart of the targets section; the others stand together. */
const targetsChart: ChartId = 'targets';

/** The targets with their figure; a sentence in place of it where the zone has none. */
const targetsBlocks = ({ overview, language }: ReportInput): readonly ReportBlock[] => [
  findChart(targetsChart).hasData(overview, {})
    ? { kind: 'figure', chart: targetsChart, table: targetsTable(overview, language) }
    : textBlock(targetsWords[language].noTargets.title + reportWords[language].stop),
];

/** Every other figure that has data, with the rows that it draws. */
const figureBlocks = ({ overview, language }: ReportInput): readonly ReportBlock[] =>
  listFigures(overview)
    .filter(({ id, options }) => id !== targetsChart && findChart(id).hasData(overview, options))
    .map(({ id, options }) => ({
      kind: 'figure',
      chart: id,
      ...compact({ measure: options.measure }),
      table: limitChartTable(
        findChart(id).toTable(overview, { language, options }),
        language,
        rowsShown,
      ),
    }));

/**
 * Start, path and checkpoints of the plan of each target, so that a reader can compute it again.
 */
const planNotes = (overview: Overview, language: Language): readonly string[] =>
  overview.targets.flatMap((row) => {
    const note = planNote(row, overview.plan, rowUnit(row, language), language);
    return note === undefined
      ? []
      : [`${row.name[language]}${reportWords[language].list}${note}${reportWords[language].stop}`];
  });

/** A table of texts; none without rows. */
const textTable = (
  caption: string,
  labels: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ReportBlock[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption,
          table: { columns: labels.map((label) => ({ label, right: false })), rows },
        },
      ];

/** The rules by which the figures are made, one sentence each. */
function rules({ profile, overview, language }: ReportInput): readonly string[] {
  const t = reportWords[language];
  const { ahead, on, slightly } = overview.thresholds;
  const { definitions } = overview.zone;
  const percent = (n: number): string => `${n}%`;
  const group = (id: 'established' | 'pipeline'): string =>
    t.mapping(
      stageGroupTerms[id][language],
      profile.stage_mapping[id]
        .map((stage) => stageWord(profile.stage_words, stage, language))
        .join(t.list),
    );
  return [
    group('established'),
    group('pipeline'),
    t.planRule[overview.plan.path],
    ...planNotes(overview, language),
    t.verdictRule(percent(ahead), percent(on), percent(slightly)),
    ...(overview.targets.some(({ forecast }) => forecast.kind === 'range')
      ? [`${bandTerm[language]}${t.stop} ${bandRecordTerm[language]}`]
      : []),
    t.missing,
    t.rounding,
    ...(definitions === undefined ? [] : [definitionsLine(definitions, language) + t.stop]),
  ];
}

function definitionBlocks(input: ReportInput): readonly ReportBlock[] {
  const { profile, overview, language } = input;
  const t = reportWords[language];
  const targeted = new Set(overview.targets.map(({ indicator }) => indicator));
  return [
    ...textTable(
      t.headings.definitions,
      t.definitionColumns,
      profile.indicators
        .filter(({ id }) => targeted.has(id))
        .map(({ name, unit, definition }) => [
          name[language],
          unitLabel(unit, language),
          definition[language],
        ]),
    ),
    { kind: 'list', items: rules(input) },
    ...textTable(
      t.sources,
      t.sourceColumns,
      profile.sources.map(({ title, date, url }) => [
        title[language],
        formatDate(date, language, 'short'),
        url ?? '—',
      ]),
    ),
    textBlock(t.statuses),
  ];
}

function logBlocks({ log, log_total = 0, language, profile }: ReportInput): readonly ReportBlock[] {
  const t = reportWords[language];
  if (log === undefined || log.length === 0) return [textBlock(t.noLog)];
  const left = log_total - log.length;
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
        ...compact({ more: left > 0 ? t.more(String(left)) : undefined }),
      },
    },
  ];
}

/**
 * The report of a month, a quarter or a day: which sections, which sentences, which tables and
 * figures. Page, PDF and slides are made from it alone.
 */
export function makeReport(input: ReportInput): Report {
  const { overview, language, recorded_at } = input;
  const t = reportWords[language];
  const frame = frameWords[language];
  const day = formatDate(overview.as_of, language, 'long');
  const status = overview.illustrative
    ? 'illustrative'
    : weakestStatus(overview.targets.map(({ now }) => now?.data_status ?? 'reported'));
  const figures = [...figureBlocks(input), ...(input.saved ?? [])];
  const known = t.known(
    overview.revision,
    formatDate(dayOfMoment(recorded_at, input.profile), language, 'long'),
  );
  const subtitle = [
    t.subtitle(overview.zone.name[language], day),
    ...(overview.compare === undefined
      ? []
      : [t.compared(formatDate(overview.compare, language, 'long'))]),
  ].join(frame.separator);
  return {
    language,
    title: titleText(input),
    subtitle: addRates(subtitle, overview, language),
    ...compact({ warning: overview.illustrative ? frame.illustrative : undefined }),
    data_status: status,
    foot: [
      overview.zone.name[language],
      frame.asOf(day),
      `${frame.status}${frame.colon}${dataStatusTerms[status][language]}`,
      known,
    ].join(frame.separator),
    header: t.header(overview.zone.name[language], periodText(input)),
    issued: {
      by: overview.zone.name[language],
      day: formatDate(dayOfMoment(recorded_at, input.profile), language, 'long'),
    },
    sections: [
      { id: 'statement', heading: t.headings.statement, blocks: statementBlocks(input) },
      { id: 'ledger', heading: t.headings.ledger, blocks: targetsBlocks(input) },
      { id: 'changes', heading: t.headings.changes, blocks: changeBlocks(input) },
      ...achievementSections(input),
      { id: 'problems', heading: t.headings.problems, blocks: problemBlocks(input) },
      { id: 'next', heading: t.headings.next, blocks: nextBlocks(input) },
      ...doubtSections(input),
      ...(figures.length === 0
        ? []
        : [{ id: 'figures' as const, heading: t.headings.figures, blocks: figures }]),
      { id: 'definitions', heading: t.headings.definitions, blocks: definitionBlocks(input) },
      ...(input.log === undefined
        ? []
        : [{ id: 'log' as const, heading: t.headings.log, blocks: logBlocks(input) }]),
    ],
  };
}
