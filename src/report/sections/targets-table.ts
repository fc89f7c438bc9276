import { formatTarget } from '#domain/targets/format-target.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { verdictText } from '#charts/targets/data/outcome.ts';
import { targetsWords } from '#charts/targets/labels/index.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { formatDate, formatShare } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { ReportTable } from '#domain/report/report.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';

/** The columns of the figure's table that fit a page. */
const tableColumns = [
  'name',
  'target',
  'deadline',
  'now',
  'date',
  'plan',
  'gap',
  'completion',
  'status',
  'dataStatus',
] as const;
const numberColumns: ReadonlySet<string> = new Set(['now', 'plan', 'gap', 'completion']);

function makeRow(row: TargetRow, overview: Overview, language: Language): readonly string[] {
  const { now, plan, gap } = againstPlan(row, language);
  const day = (row.now ?? row.checklist)?.date;
  const status = row.checklist === undefined ? row.now?.data_status : row.verdict_status;
  const pair = (text: string | undefined, value: string | number | undefined): string =>
    text === undefined || value === undefined
      ? '—'
      : addSecondary(text, value, row.unit, overview, language);
  return [
    // a qualitative target stands among the sentences
    row.name[language],
    row.target === undefined
      ? '—'
      : pair(formatTarget(row.comparator, row.target, row.unit, language), row.target),
    formatDate(row.deadline, language, 'short'),
    row.checklist === undefined
      ? pair(now, row.now?.value)
      : targetsWords[language].checklist(row.checklist.done, row.checklist.total),
    day === undefined ? '—' : formatDate(day, language, 'short'),
    pair(plan, row.plan?.value),
    pair(gap, row.gap),
    row.completion === undefined ? '—' : formatShare(row.completion, [100], language),
    verdictText(row, language),
    status === undefined
      ? sentenceStart(absentValue(row, language))
      : dataStatusTerms[status][language],
  ];
}

/**
 * The targets table of the report: the columns of the figure's table that fit a page, in the
 * reader's units.
 */
export const targetsTable = (overview: Overview, language: Language): ReportTable => ({
  columns: tableColumns.map((column) => ({
    label: targetsWords[language].columns[column],
    right: numberColumns.has(column),
  })),
  rows: overview.targets.map((row) => makeRow(row, overview, language)),
});
