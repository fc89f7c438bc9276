import {
  findUndatedPart,
  writeDifference,
  writeOutlook,
  writePace,
  writeProspect,
  writeRange,
  writeTargetValue,
} from '#charts/outlook/sentence.ts';
import type { OutlookRange, TargetOutlook } from '#domain/outlook/outlook.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import type { ReportBlock, ReportInput, ReportTable } from '#domain/report/report.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import { findPaceOutcome } from '#domain/targets/pace-outcome.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { dropEmptyColumns } from '#report/sections/limited-tables.ts';
import { paperLabels } from '#report/sections/labels/index.ts';
import { reportLabels } from '#report/labels/index.ts';

/**
 * The rows of a target: today, with signed projects, with all projects, and what is missing even
 * then.
 */
function rowsOf(
  targets: readonly TargetOutlook[],
  language: Language,
): readonly (readonly string[])[] {
  return targets.flatMap(({ row, range }) => {
    if (range === undefined || row.target === undefined) return [];
    const value = (text: string | undefined): string =>
      text === undefined ? '—' : writeTargetValue(row, text, language);
    return [
      [
        row.name[language],
        formatTarget(row.comparator, row.target, row.unit, language),
        value(range.now),
        value(range.signed),
        value(range.ceiling),
        writeDifference(row, Number(range.missing) > 0 ? range.missing : '0', language),
        formatCount(range.unknown, language),
      ],
    ];
  });
}

/** The measures of the columns, in their order. */
const columnMeasures = [
  'target',
  'target_value',
  'outlook_signed',
  'outlook_ceiling',
  'outlook_missing',
  'outlook_unknown',
] as const satisfies readonly MeasureId[];

const figuresOf = (targets: readonly TargetOutlook[]): readonly (readonly (string | null)[])[] =>
  targets
    .filter(({ row, range }) => range !== undefined && row.target !== undefined)
    .map(({ row }) => [
      null,
      ...columnMeasures.map((measure) => writeFigureName(measure, { target: targetKey(row) })),
    ]);

const none = '—';
/** More targets than this are a table on paper. */
const mostSentences = 3;
const noteOf = (text: string): ReportBlock => ({ kind: 'text', note: true, text });

/** Lists the targets that are not met and whose deadline has not passed. @returns their outlooks */
export const listOpenTargets = ({ outlook }: ReportInput): readonly TargetOutlook[] =>
  (outlook?.targets ?? []).filter(
    ({ row, refused }) =>
      row.now !== undefined &&
      row.target !== undefined &&
      row.verdict !== 'met' &&
      refused !== 'deadline_passed',
  );

/**
 * Makes the outlook section: a sentence on whether each target will be met, and a table of what the
 * registered projects add. Targets that are met or whose deadline has passed are left out.
 */
export function outlookBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, language } = input;
  const open = listOpenTargets(input);
  if (open.length === 0) return [];
  const items = open.map((one) => writeOutlook(one, language, overview.as_of));
  return [{ kind: 'list', items }, ...rangeBlocks(open, 1, language)];
}

/** Whether a report on paper has the pace of each target in a table. */
export const hasPaceTable = (input: ReportInput): boolean =>
  orderSections(input.template).includes('outlook') &&
  listOpenTargets(input).length > mostSentences;

/**
 * Makes the outlook section for paper: of each target what the tables do not have. One target has no
 * table of its own, since its sentence has the sum.
 */
export function shortOutlookBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, language, template } = input;
  const open = listOpenTargets(input);
  if (open.length === 0) return [];
  if (hasPaceTable(input))
    return [
      {
        kind: 'table',
        caption: reportLabels[language].headings.outlook,
        table: paceTable(open, language),
      },
      noteOf(
        [...listPaceNotes(open, language), ...writeSoleRange(open, language)].join(
          language === 'en' ? ' ' : '',
        ),
      ),
      ...rangeBlocks(open, 2, language),
    ];
  const hasTargetTable = orderSections(template).includes('ledger');
  const ranges = rangeBlocks(open, 2, language);
  const items = open.flatMap((one) => {
    const isRow = ranges.length > 0 && one.range !== undefined && isWholeInTable(one.range);
    const prospect = hasTargetTable ? writeProspect(isRow ? dropRange(one) : one, language) : '';
    if (prospect !== '')
      return [reportLabels[language].outlookOf(one.row.name[language], prospect)];
    return isRow && hasTargetTable ? [] : [writeOutlook(one, language, overview.as_of)];
  });
  return [...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]), ...ranges];
}

/** Whether the table of what projects add has all that a sentence says: no part is late or undated. */
const isWholeInTable = (range: OutlookRange): boolean =>
  compareDecimal(range.late ?? '0', '0') <= 0 && findUndatedPart(range) === undefined;

const dropRange = ({ range: _inTable, ...others }: TargetOutlook): TargetOutlook => others;

/** Writes what a target lacks at the present pace, or by how much it is exceeded. */
function writeOutcome(row: TargetRow, language: Language): string {
  const outcome = findPaceOutcome(row);
  if (outcome === undefined) return none;
  if (outcome.kind === 'met') return paperLabels[language].paceMet;
  const amount = writeDifference(row, outcome.by, language);
  return outcome.kind === 'over' ? paperLabels[language].paceOver(amount) : amount;
}

/** The measures of the columns of the table of pace, in their order. */
const paceMeasures = ['forecast', 'forecast', 'pace_needed', 'pace'] as const;

/** Writes the cells of a target: forecast, its result, needed and actual pace. */
function writePaceCells(row: TargetRow, language: Language): readonly string[] {
  const { neededPerMonth, actual } = findNeededPace(row) ?? {};
  const pace = (value: number | undefined): string =>
    value === undefined ? none : writePace(row, value, language).replace('-', '−');
  return [
    row.forecast.kind === 'range' ? writeTargetValue(row, row.forecast.p50, language) : none,
    writeOutcome(row, language),
    pace(neededPerMonth),
    pace(actual),
  ];
}

/** Makes the table of the forecast of each target, its result, and its needed and actual pace. */
function paceTable(open: readonly TargetOutlook[], language: Language): ReportTable {
  const cells = open.map(({ row }) => writePaceCells(row, language));
  return dropEmptyColumns({
    columns: paperLabels[language].paceColumns.map((label, at) => ({ label, right: at !== 0 })),
    rows: open.map(({ row }, at) => [row.name[language], ...(cells[at] ?? [])]),
    figures: open.map(({ row }, at) => [
      null,
      ...paceMeasures.map((measure, column) =>
        cells[at]?.[column] === none ? null : writeFigureName(measure, { target: targetKey(row) }),
      ),
    ]),
  });
}

/** Lists what the table of pace shows. Without any forecast it has no columns of forecasts. */
function listPaceNotes(open: readonly TargetOutlook[], language: Language): readonly string[] {
  const { forecastNote, noForecastNote, paceNote } = paperLabels[language];
  const hasForecast = open.some(({ row }) => row.forecast.kind === 'range');
  return [hasForecast ? forecastNote : noForecastNote, paceNote];
}

/** Writes what the projects add to the only target to which they add; empty for several. */
function writeSoleRange(open: readonly TargetOutlook[], language: Language): readonly string[] {
  const [first, ...others] = open.filter(({ range }) => range !== undefined);
  if (first === undefined || others.length > 0) return [];
  const text = writeRange(first, language);
  const { name } = first.row;
  return text === '' ? [] : [reportLabels[language].outlookOf(name[language], text)];
}

/** Makes the table of what the registered projects add; empty with fewer rows than `fewest`. */
function rangeBlocks(
  open: readonly TargetOutlook[],
  fewest: number,
  language: Language,
): readonly ReportBlock[] {
  const t = reportLabels[language];
  const rows = rowsOf(open, language);
  return [
    ...(rows.length < fewest
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t.outlookCaption,
            table: {
              columns: t.outlookColumns.map((label, i) => ({ label, right: i > 0 })),
              rows,
              figures: figuresOf(open),
            },
          },
          noteOf(t.outlookNote),
        ]),
  ];
}
