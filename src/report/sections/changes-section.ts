import { eventDayText } from '#domain/labels/projects/event-day.ts';
import type { Bridge } from '#domain/changes/bridge.ts';
import { changeText } from '#domain/labels/targets/indicator-change.ts';
import { promiseText } from '#domain/labels/targets/earlier-target.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { ValueOn } from '#domain/changes/indicator-changes.ts';
import { moneyText, pageUnits } from '#domain/overview/money-units.ts';
import {
  areKnown,
  type KnownChanges,
  type Move,
  type MoveKind,
  type MoveSide,
  type RegisterChanges,
} from '#domain/changes/moves.ts';
import { noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import {
  basisTerms,
  coveredName,
  moveCountsText,
  moveTerms,
  writeNotComparable,
  projectName,
  replanText,
  stageWord,
  statusTerms,
} from '#domain/labels/index.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { cutTable, dropEmptyColumns } from './limited-tables.ts';
import { reportWords } from '#report/labels/index.ts';

const mostMoves = 12;
const countProjects = (
  bridge: Bridge,
  group: 'established' | 'pipeline',
  kind: 'opening' | 'closing',
  language: Language,
): string =>
  formatCount(
    bridge.groups.find((one) => one.group === group)?.steps.find((step) => step.kind === kind)
      ?.count ?? 0,
    language,
    'projects',
  );

function changeSentences({ bridge, counts }: KnownChanges, language: Language): readonly string[] {
  const t = reportWords[language];
  const of = (group: 'established' | 'pipeline', kind: 'opening' | 'closing'): string =>
    countProjects(bridge, group, kind, language);
  const [before, now] = [of('established', 'opening'), of('established', 'closing')];
  const [pipelineBefore, pipeline] = [of('pipeline', 'opening'), of('pipeline', 'closing')];
  const countsText = moveCountsText(counts, language);
  return [
    ...(before === now && pipelineBefore === pipeline
      ? [t.unchanged(now, pipeline)]
      : [t.became.established(before, now), t.became.pipeline(pipelineBefore, pipeline)]),
    ...(countsText === '' ? [] : [countsText]),
  ];
}

/** Kinds of change that are not visible in the stage of a project. */
const kindsBesideStage: readonly MoveKind[] = ['status', 'gone', 'revised', 'replanned'];

/** The changed property of a project: its stage, its status or its amount. */
function sideText(
  side: MoveSide | undefined,
  move: Move,
  { overview, profile, language }: ReportInput,
): string {
  if (side === undefined) return '—';
  const parts = [
    ...(move.kinds.some((kind) => !kindsBesideStage.includes(kind)) || move.regression
      ? [stageWord(profile.stage_words, side.stage, language)]
      : []),
    ...(move.kinds.includes('status') || move.kinds.includes('gone')
      ? [statusTerms[side.status][language]]
      : []),
    ...(move.kinds.includes('revised')
      ? [
          side.money === undefined
            ? noAmountTerm[language]
            : moneyText(side.money, pageUnits(overview), language),
        ]
      : []),
  ];
  return parts.join(reportWords[language].list) || '—';
}

/** Makes the blocks of targets that were changed since the first day, with their sources. */
function targetBlocks({ targets }: RegisterChanges, language: Language): readonly ReportBlock[] {
  const t = reportWords[language];
  if (targets.length === 0) return [];
  const rows = targets.map(({ name, unit, from, to, date }) => [
    name[language],
    from === undefined ? '—' : promiseText(from, unit, language),
    to === undefined ? t.targetRemoved : promiseText(to, unit, language),
    formatDate(date, language, 'short'),
    to === undefined
      ? '—'
      : `${to.source[language]}${frameWords[language].brackets(formatDate(to.source_date, language, 'short'))}`,
  ]);
  return [
    {
      kind: 'table',
      caption: t.targetsChanged,
      table: {
        columns: t.targetColumns.map((label) => ({ label, right: false })),
        rows,
        figures: targets.map(({ indicator }) => {
          const figure = writeFigureName('target', { target: indicator });
          return [null, figure, figure, null, null];
        }),
      },
    },
  ];
}

/**
 * Lists the amounts of a project before and now where they changed, and its delay where its plan
 * changed.
 */
function listMoveFigures(
  { code, kinds, replans: [replan] = [] }: Move,
  { bridge }: KnownChanges,
): readonly (string | null)[] {
  const amount = (as_of: IsoDate): string | null =>
    kinds.includes('revised') ? writeFigureName('project_amount', { code, as_of }) : null;
  const delay =
    replan === undefined
      ? null
      : writeFigureName('project_delay', { code, milestone: replan.type });
  return [null, delay, amount(bridge.from), amount(bridge.to), null];
}

/** Makes the sentences and the table of the projects that moved. */
function movedBlocks(changes: KnownChanges, input: ReportInput): readonly ReportBlock[] {
  const { language } = input;
  const t = reportWords[language];
  const omittedCount = changes.total - changes.moves.length;
  const rows = changes.moves.map((move) => [
    projectName(move, language),
    [
      ...move.kinds.map((kind) => moveTerms[kind][language]),
      ...(move.replans ?? []).map((replan) => replanText(replan, language)),
    ].join(t.list),
    sideText(move.from, move, input),
    sideText(move.to, move, input),
    move.date === undefined
      ? '—'
      : eventDayText({ date: move.date, by: move.by }, language, 'short'),
  ]);
  const table = cutTable(
    dropEmptyColumns({
      columns: t.moveColumns.map((label) => ({ label, right: false })),
      rows,
      figures: changes.moves.map((move) => listMoveFigures(move, changes)),
    }),
    mostMoves,
    language,
  );
  return [
    ...changeSentences(changes, language).map((text) => ({ kind: 'text' as const, text })),
    rows.length === 0
      ? { kind: 'text', text: t.noChanges }
      : {
          kind: 'table',
          caption: t.moves,
          table:
            omittedCount > 0
              ? { ...table, more: t.more(formatCount(changes.total - table.rows.length, language)) }
              : table,
        },
  ];
}

/** The day of most values of a column, which its heading names. The earlier of two. */
function findCommonDay(values: readonly (ValueOn | undefined)[]): IsoDate | undefined {
  const days = values.flatMap((value) => value?.date ?? []).toSorted();
  const count = (day: IsoDate): number => days.filter((one) => one === day).length;
  return days.toSorted((a, b) => count(b) - count(a))[0];
}

/** Writes a value with what it covers, and with its day where the heading names another. */
function writeValueOn(
  at: ValueOn | undefined,
  unit: string,
  common: IsoDate | undefined,
  language: Language,
): string {
  if (at === undefined) return '—';
  const parts = [
    ...(at.covers === undefined ? [] : [basisTerms[at.covers][language]]),
    ...(at.date === common ? [] : [formatDate(at.date, language, 'short')]),
  ];
  const note =
    parts.length === 0 ? '' : frameWords[language].brackets(parts.join(reportWords[language].list));
  return formatValue(at.value, unit, language).text + note;
}

/** Makes the block of each indicator's values on the two days, whose headings name the days. */
function indicatorBlocks(
  { indicators }: RegisterChanges,
  language: Language,
): readonly ReportBlock[] {
  const t = reportWords[language];
  if (indicators.length === 0) return [];
  const days = [
    undefined,
    findCommonDay(indicators.map(({ from }) => from)),
    findCommonDay(indicators.map(({ to }) => to)),
  ];
  const writeHeading = (label: string, day: IsoDate | undefined): string =>
    day === undefined
      ? label
      : label + frameWords[language].brackets(formatDate(day, language, 'short'));
  const table = {
    columns: t.indicatorColumns.map((label, i) => ({
      label: writeHeading(label, days[i]),
      right: i > 0,
    })),
    rows: indicators.map((change) => [
      coveredName(change, language),
      writeValueOn(change.from, change.unit, days[1], language),
      writeValueOn(change.to, change.unit, days[2], language),
      changeText(change, language),
    ]),
    figures: indicators.map(({ indicator }) => {
      const figure = writeFigureName('indicator_change', { target: indicator });
      return [null, figure, figure, figure];
    }),
  };
  return [{ kind: 'table', caption: t.indicators, table }];
}

/** Makes the blocks of changes since the compared day: sentences, projects and indicators. */
export function changeBlocks(input: ReportInput): readonly ReportBlock[] {
  const { changes, language } = input;
  if (changes === undefined) return [{ kind: 'text', text: reportWords[language].noCompare }];
  return [
    ...(areKnown(changes)
      ? movedBlocks(changes, input)
      : [
          {
            kind: 'text' as const,
            text: writeNotComparable(changes, changes.bridge.from, language),
          },
        ]),
    ...targetBlocks(changes, language),
    ...indicatorBlocks(changes, language),
  ];
}
