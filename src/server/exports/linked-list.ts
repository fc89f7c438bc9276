import { countStageNotSet } from '#domain/overview/stage-not-set.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { ChartWords } from '#charts/kit/definition.ts';
import { type ChartTable, makeIds, statusIds } from '#charts/kit/table.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { amountCells } from '#charts/pipeline/totals.ts';
import { toMajorUnits } from '#charts/pipeline/amounts.ts';
import { pipelineChartLabels } from '#charts/pipeline/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import type { SharedProjects } from '#domain/redaction/shared-projects.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import {
  dataStatusTerms,
  measureTerms,
  missingTerms,
  projectFieldTerms,
  projectName,
  registerSource,
  stageWord,
  statusTerms,
} from '#domain/labels/index.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { describeFilters } from '#server/exports/tables/filter-labels.ts';
import { toCsv } from '#server/exports/formats/csv/to-csv.ts';
import { toXlsx } from '#server/exports/formats/xlsx/to-xlsx.ts';

/** The project list of a link, in the form of a file. */
export interface SharedList {
  readonly table: ChartTable;
  readonly words: ChartWords;
}

/**
 * Makes the table of a link without names, which has counts and sums by stage. Counts are in the
 * first row of a stage only, so that they are added once.
 */
function stagesTable(
  { stages, data_status }: SharedProjects,
  word: (stage: string) => string,
  language: Language,
): ChartTable {
  const { columns, undisclosed } = pipelineChartLabels[language];
  const notSet = countStageNotSet(stages);
  const totals = stages.flatMap((row) =>
    amountCells(row, data_status, language).map((amount, at) => ({
      row,
      amount,
      hasCount: at === 0 && !isCountUnknown(row.count, notSet),
    })),
  );
  return {
    columns: [
      { id: 'stage', label: columns.stage, kind: 'text' },
      {
        id: 'projects',
        label: columns.count,
        kind: 'number',
        digits: 0,
        measure: 'stage_projects',
      },
      {
        id: 'undisclosed',
        label: undisclosed,
        kind: 'number',
        digits: 0,
        measure: 'undisclosed_projects',
      },
      {
        id: 'total_investment',
        label: columns.amount,
        kind: 'number',
        measure: 'stage_investment',
      },
      { id: 'total_investment_currency', label: columns.currency, kind: 'text' },
      { id: 'data_status', label: sheetLabels[language].status, kind: 'text' },
    ],
    rows: totals.map(({ row, amount, hasCount }) => [
      word(row.stage),
      hasCount ? String(row.count) : null,
      hasCount ? String(row.undisclosed) : null,
      ...amount,
    ]),
    ids: {
      stage: [makeIds('stage', totals, ({ row }) => row.stage)],
      data_status: statusIds(totals, ({ row: { held_back = [] }, amount: [, currency] }) =>
        held_back.some((one) => one === currency) ? 'not_shown' : data_status,
      ),
    },
  };
}

function itemsTable(
  items: NonNullable<SharedProjects['items']>,
  data_status: SharedProjects['data_status'],
  translate: {
    readonly stage: (id: string) => string;
    readonly industry: (id: string | undefined) => string | null;
  },
  language: Language,
): ChartTable {
  const { columns } = pipelineChartLabels[language];
  return {
    columns: [
      { id: 'code', label: columns.code, kind: 'text' },
      { id: 'name', label: columns.name, kind: 'text' },
      { id: 'stage', label: columns.stage, kind: 'text' },
      { id: 'status', label: projectFieldTerms['status']?.[language] ?? 'status', kind: 'text' },
      { id: 'industry', label: columns.industry, kind: 'text' },
      {
        id: 'total_investment',
        label: columns.amount,
        kind: 'number',
        measure: 'project_amount',
      },
      { id: 'total_investment_currency', label: columns.currency, kind: 'text' },
      { id: 'data_status', label: sheetLabels[language].status, kind: 'text' },
    ],
    rows: items.map((item) => [
      item.code,
      projectName(item, language),
      translate.stage(item.stage),
      statusTerms[item.status][language],
      translate.industry(item.industry),
      item.money === undefined ? null : toMajorUnits(item.money),
      item.money?.currency ?? null,
      item.missing === undefined
        ? dataStatusTerms[data_status][language]
        : missingTerms[item.missing][language],
    ]),
    ids: {
      stage: [makeIds('stage', items, ({ stage }) => stage)],
      status: [makeIds('status', items, ({ status }) => status)],
      industry: [makeIds('industry', items, ({ industry }) => industry)],
      data_status: statusIds(items, ({ missing }) => missing ?? data_status),
    },
  };
}

/** The columns to remove by the fact that may not be redistributed. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  total_investment: ['total_investment', 'total_investment_currency', 'undisclosed'],
  industry: ['industry'],
};
function withoutWithheld(
  { columns, rows, ids }: ChartTable,
  withheld: WithheldData | undefined,
): ChartTable {
  const withheldColumns = new Set(
    (withheld?.fields ?? []).flatMap((field) => columnsOf[field] ?? []),
  );
  const visiblePositions = columns.flatMap(({ id }, at) => (withheldColumns.has(id) ? [] : [at]));
  return {
    columns: visiblePositions.flatMap((at) => columns[at] ?? []),
    rows: rows.map((row) => visiblePositions.map((at) => row[at] ?? null)),
    ...compact({ ids }),
  };
}

/**
 * Makes the project list of a link: named projects, or totals by stage, with the filters in words.
 *
 * @returns undefined if the link has no list
 */
export function makeSharedList(
  { link, view, projects, ...payload }: SharedPayload,
  language: Language,
): SharedList | undefined {
  if (projects === undefined) return undefined;
  const { zone, as_of } = toDrawableOverview(payload.overview);
  const { data_status, items } = projects;
  const stage = (id: string): string => stageWord(zone.stage_words, id, language);
  const industry = (id: string | undefined): string | null =>
    zone.industries.find((one) => one.id === id)?.name[language] ?? id ?? null;
  const whole =
    items === undefined
      ? stagesTable(projects, stage, language)
      : itemsTable(items, data_status, { stage, industry }, language);
  const table = withoutWithheld(whole, zone.withheld);
  const profile = { ...zone, function_zones: projects.zones };
  const measure = measureTerms.total_investment[language];
  return {
    table,
    words: {
      title: link.title ?? [zone.short_name[language], sheetLabels[language].projects].join(' · '),
      subtitle: [
        measure,
        ...describeFilters({ filters: view.filters ?? {}, language, profile }),
      ].join(' · '),
      unit: zone.base_currency,
      source: joinSources([registerSource(data_status)[language]], language),
      alt: '',
      notes:
        items === undefined || items.length === projects.total.count
          ? []
          : [`${items.length} / ${projects.total.count}`],
      data_status,
      as_of,
      key: [],
    },
  };
}

/** Writes the list as CSV, or as a workbook with day, source and status above the rows. */
export const listFile = (
  { table, words }: SharedList,
  format: 'csv' | 'xlsx',
  excel: boolean,
  language: Language,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } =>
  format === 'csv'
    ? {
        bytes: new TextEncoder().encode(
          toCsv(table, words, { excel, language, register_as_of: words.as_of }),
        ),
        type: 'text/csv; charset=utf-8',
      }
    : {
        bytes: toXlsx(table, words, language),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      };
