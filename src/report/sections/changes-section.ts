import { eventDayText } from '#domain/labels/projects/event-day.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { countBridgeGroups, isNothingKnown, isSame } from '#domain/changes/group-change.ts';
import { promiseText } from '#domain/labels/targets/earlier-target.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
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
  moveCountsText,
  moveTerms,
  writeNotComparable,
  projectName,
  replanText,
  stageWord,
  statusTerms,
} from '#domain/labels/index.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import type { ReportBlock, ReportInput, ReportTable } from '#domain/report/report.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { indicatorBlocks, mostIndicators, shortIndicatorBlocks } from './indicator-blocks.ts';
import { cutTable, dropEmptyColumns, foldColumn } from './limited-tables.ts';
import { hasAllMoves } from './passed-stages.ts';
import { joinProjectNames } from './project-names.ts';
import { paperLabels } from '#report/sections/labels/index.ts';
import { reportLabels } from '#report/labels/index.ts';

const mostMoves = 12;
/** The names of each list on paper where the moves have no table. */
const mostPaperNames = 2;
function changeSentences({ bridge, counts }: KnownChanges, language: Language): readonly string[] {
  const t = reportLabels[language];
  const { established, pipeline } = countBridgeGroups(bridge);
  const count = (n: number | undefined): string =>
    n === undefined ? '—' : formatCount(n, language, 'projects');
  const countsText = moveCountsText(counts, language);
  const { established: noEstablished, pipeline: noPipeline } = t.groupUnknown;
  return [
    ...(isNothingKnown({ established, pipeline })
      ? [sentenceStart(t.headlineNoAmount(noEstablished, noPipeline))]
      : isSame(established) && isSame(pipeline)
        ? [t.unchanged(count(established.now), count(pipeline.now))]
        : (['established', 'pipeline'] as const).map((name) => {
            const { before, now } = { established, pipeline }[name];
            return before === undefined && now === undefined
              ? `${sentenceStart(t.groupUnknown[name])}${t.stop}`
              : t.became[name](count(before), count(now));
          })),
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
  return parts.join(reportLabels[language].list) || '—';
}

/** Makes the blocks of targets that were changed since the first day, with their sources. */
function targetBlocks({ targets }: RegisterChanges, language: Language): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (targets.length === 0) return [];
  const rows = targets.map(({ name, unit, from, to, date }) => [
    name[language],
    from === undefined ? '—' : promiseText(from, unit, language),
    to === undefined ? t.targetRemoved : promiseText(to, unit, language),
    formatDate(date, language, 'short'),
    to === undefined
      ? '—'
      : `${to.source[language]}${kitLabels[language].brackets(formatDate(to.source_date, language, 'short'))}`,
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

/** Makes the table of some of the moves, with the number of the others. */
function movesTable(
  moves: readonly Move[],
  most: number,
  changes: KnownChanges,
  input: ReportInput,
): ReportTable {
  const { language } = input;
  const t = reportLabels[language];
  const rows = moves.map((move) => [
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
      figures: moves.map((move) => listMoveFigures(move, changes)),
    }),
    most,
    language,
  );
  const omittedCount = changes.total - table.rows.length;
  return omittedCount > 0 ? { ...table, more: t.more(formatCount(omittedCount, language)) } : table;
}

/** Makes the sentences and the table of the projects that moved. */
function movedBlocks(changes: KnownChanges, input: ReportInput): readonly ReportBlock[] {
  const { language } = input;
  const t = reportLabels[language];
  return [
    ...changeSentences(changes, language).map((text) => ({ kind: 'text' as const, text })),
    changes.moves.length === 0
      ? { kind: 'text', text: t.noChanges }
      : {
          kind: 'table',
          caption: t.moves,
          table: movesTable(changes.moves, mostMoves, changes, input),
        },
  ];
}

/**
 * Names the projects that were put on hold or ended, by their status.
 * @returns an empty list also where only the first moves are listed
 */
function leftSentence(changes: KnownChanges, language: Language): readonly string[] {
  if (!hasAllMoves(changes)) return [];
  const left = changes.moves.flatMap((move) =>
    move.to === undefined || move.to.status === 'active' || !move.kinds.includes('status')
      ? []
      : [{ move, status: move.to.status }],
  );
  const parts = [...new Set(left.map(({ status }) => status))].map((status) => {
    const group = left.filter((one) => one.status === status).map(({ move }) => move);
    return paperLabels[language].left(
      statusTerms[status][language],
      formatCount(group.length, language),
      joinProjectNames(group, group.length, language, mostPaperNames),
    );
  });
  const { separator, stop } = kitLabels[language];
  return parts.length === 0 ? [] : [parts.join(separator) + stop];
}

/**
 * Makes the text of the projects that moved for paper. A few are a table below it, and a day of all
 * rows is in its caption. Of many the text names those that left.
 */
function shortMovedBlocks(changes: KnownChanges, input: ReportInput): readonly ReportBlock[] {
  const { language } = input;
  const t = reportLabels[language];
  const isMany = changes.total > mostMoves;
  const { established, pipeline } = input.overview.headline.before;
  const isInSummary =
    orderSections(input.template).includes('statement') &&
    (established !== undefined || pipeline !== undefined);
  const sentences = isMany
    ? [
        ...(isInSummary
          ? [moveCountsText(changes.counts, language)]
          : changeSentences(changes, language)),
        ...leftSentence(changes, language),
        ...(changes.indicators.length > mostIndicators ? [] : [paperLabels[language].allMoves]),
      ]
    : [...changeSentences(changes, language), ...(changes.total === 0 ? [t.noChanges] : [])];
  const text = sentences.join(language === 'en' ? ' ' : '');
  if (isMany || changes.moves.length === 0) return [{ kind: 'text', text }];
  const { table, note } = foldColumn(movesTable(changes.moves, mostMoves, changes, input));
  const caption = note === undefined ? t.moves : t.moves + kitLabels[language].brackets(note);
  return [
    { kind: 'text', text },
    { kind: 'table', caption, table },
  ];
}

/** Makes the blocks of changes since the compared day: sentences, projects and indicators. */
export const changeBlocks = (input: ReportInput): readonly ReportBlock[] =>
  makeBlocks(input, movedBlocks, indicatorBlocks);

/** Makes the blocks of changes for paper: one text, a short table, and a note of the indicators. */
export const shortChangeBlocks = (input: ReportInput): readonly ReportBlock[] =>
  makeBlocks(input, shortMovedBlocks, shortIndicatorBlocks);

function makeBlocks(
  input: ReportInput,
  makeMoves: typeof movedBlocks,
  makeIndicators: typeof indicatorBlocks,
): readonly ReportBlock[] {
  const { changes, language } = input;
  if (changes === undefined) return [{ kind: 'text', text: reportLabels[language].noCompare }];
  return [
    ...(areKnown(changes)
      ? makeMoves(changes, input)
      : [
          {
            kind: 'text' as const,
            text:
              writeNotComparable(changes, changes.bridge.from, language) + kitLabels[language].stop,
          },
        ]),
    ...targetBlocks(changes, language),
    ...makeIndicators(changes, language),
  ];
}
