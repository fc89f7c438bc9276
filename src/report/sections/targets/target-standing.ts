import { kitLabels } from '#charts/kit/labels/index.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import { statedText } from '#charts/kit/text/units.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { earlierText } from '#domain/labels/targets/earlier-target.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { basisTerms, verdictTerms } from '#domain/labels/index.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { addMonths, toMonth } from '#domain/values/date.ts';
import { formatDate, formatMonth, formatPercent, formatShare } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { reportLabels } from '#report/labels/index.ts';
import { declaredBlocks } from './declared-table.ts';
import { yearOnYearText } from '#report/sections/year-on-year.ts';

const none = '—';
/** Above this share of the target a multiple is written. */
const mostShare = 9.99;

const yearOf = (date: string): string => date.slice(0, 4);
const isCovered = ({ now }: TargetRow): boolean => now !== undefined;

/**
 * The share of the plan to date: months of twelve for a yearly value, else plan ÷ target, or
 * target ÷ plan for an upper limit, as its share of target is target ÷ value.
 */
function planShare(row: TargetRow): number | undefined {
  const { plan, target, now } = row;
  if (now === undefined || plan === undefined) return undefined;
  if (now.basis === 'year_to_date') return Number(now.date.slice(5, 7)) / 12;
  if (target === undefined || Number(target) <= 0) return undefined;
  if (getDirection(row.comparator) === 1) return plan.value / Number(target);
  return plan.value > 0 ? Number(target) / plan.value : undefined;
}

interface Column {
  readonly label: string;
  readonly right: boolean;
  readonly cell: (row: TargetRow) => string;
  /** The measure of its figures. */
  readonly measure?: MeasureId;
  /** Left out where no row has a value. */
  readonly optional?: true;
}

const deadlineColumn = (language: Language): Column => ({
  label: reportLabels[language].standingColumns.deadline,
  right: true,
  cell: ({ deadline }) =>
    deadline.endsWith('-12-31')
      ? reportLabels[language].yearEnd(yearOf(deadline))
      : formatDate(deadline, language, 'short'),
});

/**
 * Finds the year of the deadlines of most targets, which the heading names.
 * @returns undefined if fewer than two thirds of the targets end in one year
 */
function findCommonYear(targets: readonly TargetRow[]): string | undefined {
  const years = targets.map(({ deadline }) => yearOf(deadline));
  const count = (year: string): number => years.filter((one) => one === year).length;
  const year = years.toSorted((a, b) => count(b) - count(a))[0];
  return year !== undefined && count(year) * 3 >= years.length * 2 ? year : undefined;
}

/** Whether the name of a target names its deadline, the end of a year: 2026年就业人数. */
const namesDeadline = ({ name, deadline }: TargetRow, language: Language): boolean =>
  deadline.endsWith('-12-31') && name[language].includes(yearOf(deadline));

/**
 * Finds how the table names its targets: without the year where a heading names the year of all and
 * no two targets have one indicator.
 */
function makeNames({ overview, profile, language }: ReportInput): (row: TargetRow) => string {
  const { targets } = overview;
  const year = findCommonYear(targets);
  const isPlain =
    targets.every(({ deadline }) => deadline === `${year}-12-31`) &&
    new Set(targets.map(({ indicator }) => indicator)).size === targets.length;
  const plainName = ({ indicator }: TargetRow): string | undefined =>
    profile.indicators.find(({ id }) => id === indicator)?.name[language];
  return (row) => (isPlain ? plainName(row) : undefined) ?? row.name[language];
}

/** Writes the deadline of a target behind its value if heading and name do not name it. */
const writeOtherYear = (
  row: TargetRow,
  year: string | undefined,
  { cell }: Column,
  language: Language,
): string =>
  year === undefined || yearOf(row.deadline) === year || namesDeadline(row, language)
    ? ''
    : kitLabels[language].brackets(cell(row));

/** Writes a share of the target; far above the target it says only that. */
function writeShare(value: number | undefined, language: Language): string {
  if (value === undefined) return none;
  return value > mostShare
    ? reportLabels[language].standingColumns.overTenTimes
    : formatPercent(value, language);
}

/** Writes a share of the target, which reads as 100% only if it is. */
function writeCompletion({ completion, target }: TargetRow, language: Language): string {
  // no value has a share of a target of 0
  const share = Number(target) === 0 ? undefined : completion;
  return share === undefined || share > mostShare
    ? writeShare(share, language)
    : formatShare(share, [100], language);
}

function writeTarget(row: TargetRow, overview: Overview, language: Language): string {
  const { target, unit, comparator } = row;
  if (target === undefined) return none;
  const text = formatTarget(comparator, target, unit, language);
  return addSecondary(text, target, unit, overview, language);
}

/** Writes the value of a target, the items of its checklist, or why it has no value. */
function writeNow(row: TargetRow, overview: Overview, language: Language): string {
  if (row.checklist !== undefined)
    return targetsChartLabels[language].checklist(row.checklist.done, row.checklist.total);
  if (row.now === undefined) return sentenceStart(absentValue(row, language));
  const now = statedText(row.now.value, rowUnit(row, language));
  return addSecondary(now, row.now.value, row.unit, overview, language);
}

function listColumns(input: ReportInput): readonly Column[] {
  const { overview, language, values_before = {} } = input;
  const t = reportLabels[language].standingColumns;
  const { targets } = overview;
  const year = findCommonYear(targets);
  const deadline = deadlineColumn(language);
  const targetOf = (row: TargetRow): string =>
    writeTarget(row, overview, language) + writeOtherYear(row, year, deadline, language);
  return [
    { label: t.name, right: false, cell: makeNames(input) },
    {
      label: year === undefined ? t.target : t.targetOf(year),
      right: true,
      measure: 'target',
      cell: targetOf,
    },
    ...(year === undefined && !targets.every((row) => namesDeadline(row, language))
      ? [deadline]
      : []),
    {
      label: t.now,
      right: true,
      measure: 'target_value',
      cell: (row) => writeNow(row, overview, language),
    },
    {
      label: t.yearOnYear,
      right: true,
      measure: 'target_value',
      optional: true,
      cell: (row) => yearOnYearText(row, values_before[targetKey(row)], language, t.points) ?? none,
    },
    {
      label: t.share,
      right: true,
      measure: 'target_share',
      optional: true,
      cell: (row) => writeCompletion(row, language),
    },
    {
      label: t.plan,
      right: true,
      optional: true,
      measure: 'plan_to_date',
      cell: (row) => writeShare(planShare(row), language),
    },
    {
      label: t.verdict,
      right: false,
      measure: 'verdict',
      cell: ({ verdict }) => verdictTerms[verdict][language],
    },
  ];
}

/** Joins the names of the targets with the same text, in their order. */
function joinNames(
  input: ReportInput,
  write: (row: TargetRow) => string | undefined,
): readonly (readonly [text: string, names: string])[] {
  const { overview, language } = input;
  const writeName = makeNames(input);
  const names = new Map<string, string[]>();
  for (const row of overview.targets) {
    const text = write(row);
    if (text !== undefined) names.set(text, [...(names.get(text) ?? []), writeName(row)]);
  }
  return [...names].map(([text, list]) => [text, list.join(reportLabels[language].list)]);
}

/** Writes what the values cover, and their day where it is not the day of the report. */
function notesOf(input: ReportInput): readonly string[] {
  const { overview, profile, language } = input;
  const { targets, as_of } = overview;
  const t = reportLabels[language];
  const breakTexts = targets.flatMap(({ indicator, name, now }) => {
    const { breaks = [] } = profile.indicators.find(({ id }) => id === indicator) ?? {};
    if (now === undefined) return [];
    const month = toMonth(now.date);
    const last = breaks.findLast((one) => one.month > addMonths(month, -12) && one.month <= month);
    return last === undefined
      ? []
      : [t.brokenSeries(name[language], formatMonth(last.month, language), last.reason)];
  });
  const bases = joinNames(input, ({ now }) =>
    now === undefined || now.basis === 'level' ? undefined : basisTerms[now.basis][language],
  ).map(([basis, names]) => t.covers(names, basis));
  const days = joinNames(input, ({ now }) =>
    now === undefined || now.date === as_of ? undefined : formatDate(now.date, language, 'long'),
  ).map(([day, names]) => t.ofDay(names, day));
  const ownTargets = targets
    .filter(({ now }) => now?.data_status === 'illustrative')
    .map(({ name }) => name[language]);
  const isMixed = ownTargets.length > 0 && ownTargets.length < targets.filter(isCovered).length;
  const earlier = targets.flatMap((row) =>
    row.earlier?.[0] === undefined
      ? []
      : [t.ofTarget(row.name[language], earlierText(row.earlier[0], row, language))],
  );
  return [
    ...bases,
    ...days,
    ...breakTexts,
    ...earlier,
    ...(isMixed ? [t.inventedOnly(ownTargets)] : []),
  ];
}

/**
 * Makes the table of the standing of each target with the notes that explain it, and the table of
 * declared statuses.
 */
export function standingBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, language } = input;
  const t = reportLabels[language];
  const all = listColumns(input).map((column) => ({
    ...column,
    cells: overview.targets.map(column.cell),
  }));
  const columns = all.filter(
    ({ optional, cells }) => optional !== true || cells.some((text) => text !== none),
  );
  const notes = notesOf(input);
  return [
    {
      kind: 'table',
      caption: t.standingCaption(formatDate(overview.as_of, language, 'long')),
      table: {
        columns: columns.map(({ label, right }) => ({ label, right })),
        rows: overview.targets.map((_, at) => columns.map(({ cells }) => cells[at] ?? none)),
        figures: overview.targets.map((row, at) =>
          columns.map(({ measure, cells }) =>
            measure === undefined || (cells[at] ?? none) === none
              ? null
              : writeFigureName(row.checklist === undefined ? measure : 'checklist', {
                  target: targetKey(row),
                }),
          ),
        ),
      },
    },
    ...(notes.length === 0
      ? []
      : [{ kind: 'text' as const, note: true as const, text: t.note(notes) }]),
    ...declaredBlocks(overview, language),
  ];
}
