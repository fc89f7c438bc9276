import type { DataStatus } from '#domain/values/data-status.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { heldBackTerm } from '#domain/labels/general/missing-figure.ts';
import { dataStatusTerms, stageWord } from '#domain/labels/index.ts';
import { type ChartTable, makeIds, statusIds } from '#charts/kit/table.ts';
import { toMajorUnits } from './amounts.ts';
import { pipelineChartLabels } from './labels/index.ts';

/** Whether neither projects nor their distribution are known of a stage. */
const hasNoSizes = ({ dots, spread }: StageTotals): boolean =>
  dots.length === 0 && spread === undefined;
/** Whether a shared view shows no single project of any stage. Bars of counts replace the dots. */
export const totalsOnly = (overview: Overview): boolean => {
  const rows = overview.strip.groups.flatMap((group) => group.rows);
  return rows.some(({ count }) => count > 0) && rows.every(hasNoSizes);
};
/** Whether a shared view shows only the sum of the projects of this stage. */
export const inSumOnly = (row: StageTotals): boolean => row.count > 0 && hasNoSizes(row);

/**
 * Makes the sums of a group of projects as cells of amount, currency and status: a row for each
 * currency, and for each withheld one.
 */
export function amountCells(
  { amounts, held_back = [] }: Pick<StageTotals, 'amounts' | 'held_back'>,
  data_status: DataStatus,
  language: Language,
): readonly (readonly (string | null)[])[] {
  const status = dataStatusTerms[data_status][language];
  return [
    ...amounts.map((money) => [toMajorUnits(money), money.currency, status]),
    ...held_back.map((currency) => [null, currency, heldBackTerm[language]]),
    ...(amounts.length === 0 && held_back.length === 0 ? [[null, null, status]] : []),
  ];
}

/**
 * Makes counts and sums by stage, instead of a row for each project; each currency has a row of its
 * own. The count is in the first row of a stage only, so that it is added once.
 */
export function totalsTable(overview: Overview, language: Language): ChartTable {
  const text = pipelineChartLabels[language];
  const { columns } = text;
  const { data_status, groups } = overview.strip;
  const withoutStage = countNotSetOfStrip(overview.strip);
  const projectRows = groups.flatMap(({ group, rows }) =>
    rows.flatMap((row) =>
      amountCells(row, data_status, language).map((amount, at) => ({
        group,
        row,
        amount,
        isFirst: at === 0,
      })),
    ),
  );
  return {
    columns: [
      { id: 'project_group', label: columns.group, kind: 'text' },
      { id: 'stage', label: columns.stage, kind: 'text' },
      {
        id: 'projects',
        label: columns.count,
        kind: 'number',
        digits: 0,
        measure: 'stage_projects',
      },
      {
        id: 'total_investment',
        label: columns.amount,
        kind: 'number',
        measure: 'stage_investment',
      },
      { id: 'total_investment_currency', label: columns.currency, kind: 'text' },
      { id: 'data_status', label: columns.status, kind: 'text' },
    ],
    rows: projectRows.map(({ group, row, amount, isFirst }) => [
      text.groups[group],
      stageWord(overview.zone.stage_words, row.stage, language),
      isFirst && !isCountUnknown(row.count, withoutStage) ? String(row.count) : null,
      ...amount,
    ]),
    row_of: projectRows.map(({ row }) => ({ stage: row.stage })),
    ids: {
      project_group: [makeIds('project_group', projectRows, ({ group }) => group)],
      stage: [makeIds('stage', projectRows, ({ row }) => row.stage)],
      data_status: statusIds(projectRows, ({ row: { held_back = [] }, amount: [, currency] }) =>
        held_back.some((one) => one === currency) ? 'not_shown' : data_status,
      ),
    },
  };
}
