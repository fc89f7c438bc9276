import { compact } from '#domain/values/compact.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import {
  dataStatusTerms,
  missingTerms,
  projectName,
  registerSource,
  stageWord,
  undatedProjects,
} from '#domain/labels/index.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { type ChartTable, makeIds, statusIds } from '#charts/kit/table.ts';
import { addSecondaryColumns, addRates } from '#charts/kit/text/secondary-currency.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { mediansClaim } from './claim.ts';
import { pipelineFocusPoints, pipelineHeight, pipelineLeast } from './layout.ts';
import { chartCurrency, toMajorUnits } from './amounts.ts';
import { industryKey, industryName } from './industries.ts';
import type { PipelineSeries } from './series-types.ts';
import { otherCurrencies } from './other-currencies.ts';
import { pipelineSeries } from './series.ts';
import { pipelineUnit } from './amounts.ts';
import { isCounted, sizeTable } from './size-table.ts';
import {
  amountsCounted,
  hasSpread,
  isSpreadHeldBack,
  notAboveZero,
  undisclosedProjects,
} from './spread.ts';
import { noProjects } from './no-projects.ts';
import { pipelineChartLabels } from './labels/index.ts';
import { inSumOnly, totalsOnly, totalsTable } from './totals.ts';

const countProjects = (overview: Overview, group: StageGroupTotals['group']): number =>
  overview.strip.groups.find((one) => one.group === group)?.count ?? 0;

function writeSubtitle(overview: Overview, unit: string, language: Language): string {
  const text = pipelineChartLabels[language];
  if (totalsOnly(overview)) return text.subtitleTotals(unit);
  return hasSpread(overview)
    ? text.subtitleSpread(currencyLabel(chartCurrency(overview), language))
    : text.subtitle(unit);
}

/**
 * Writes how many amounts the plot counts and how many projects have none; empty where a shared
 * view leaves amounts out.
 */
function countedNotes(overview: Overview, language: Language): readonly string[] {
  if (
    overview.strip.groups.some(({ rows }) =>
      rows.some((row) => row.spread === undefined && inSumOnly(row)),
    )
  )
    return [];
  const text = pipelineChartLabels[language];
  const amountCount = numberText(amountsCounted(overview), 0);
  const undisclosed = undisclosedProjects(overview);
  return [
    undisclosed === 0
      ? text.counted(amountCount)
      : text.countedBut(amountCount, numberText(undisclosed, 0)),
  ];
}

function spreadNotes(overview: Overview, language: Language): readonly string[] {
  if (!hasSpread(overview)) return [];
  const text = pipelineChartLabels[language];
  const excludedCount = notAboveZero(overview);
  return [
    text.spreadNote,
    ...countedNotes(overview, language),
    ...(excludedCount === 0 ? [] : [text.notAboveZero(numberText(excludedCount, 0))]),
  ];
}

/** Writes how many projects are established and in the pipeline. */
export function writeCounts(overview: Overview, language: Language): string {
  const text = pipelineChartLabels[language];
  const establishedCount = countProjects(overview, 'established');
  const prospects = countProjects(overview, 'pipeline');
  const withoutStage = countNotSetOfStrip(overview.strip);
  const notSet = numberText(withoutStage, 0);
  if (establishedCount + prospects === 0)
    return withoutStage > 0 ? text.titleNotSet(notSet) : noProjects(overview, language);
  if (isCountUnknown(establishedCount, withoutStage))
    return text.titlePipeline(numberText(prospects, 0), notSet);
  return isCountUnknown(prospects, withoutStage)
    ? text.titleEstablished(numberText(establishedCount, 0), notSet)
    : text.title(numberText(establishedCount, 0), numberText(prospects, 0));
}

function writeNotes(overview: Overview, language: Language): readonly string[] {
  const text = pipelineChartLabels[language];
  const { undated = 0 } = overview;
  const others = otherCurrencies(overview, language);
  const inSum =
    !totalsOnly(overview) &&
    overview.strip.groups.some(({ rows }) =>
      rows.some((row) => inSumOnly(row) && row.spread_held_back !== true),
    );
  return [
    ...(undated > 0 ? [undatedProjects(undated, language)] : []),
    ...(others === undefined ? [] : [others]),
    ...spreadNotes(overview, language),
    ...(inSum ? [text.sumOnly] : []),
    ...(isSpreadHeldBack(overview) ? [text.spreadHeldBack] : []),
  ];
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const text = pipelineChartLabels[language];
  const frame = kitLabels[language];
  const unit = pipelineUnit(overview, language);
  const { data_status, excluded = 0 } = overview.strip;
  const isUnknown = !areProjectsKnown(overview.as_of, overview.first_known_day);
  const isPublished = overview.headline.established?.source !== undefined;
  const others = otherCurrencies(overview, language);
  const title = mediansClaim(overview, language) ?? writeCounts(overview, language);
  const sums = overview.strip.groups.map(
    ({ group, count, undisclosed }) =>
      `${text.groups[group]} ${writeKnownCount(count, countNotSetOfStrip(overview.strip), language)}${undisclosed > 0 ? frame.brackets(text.disclosed(numberText(count - undisclosed, 0), numberText(count, 0))) : ''}`,
  );
  return {
    title,
    subtitle: isUnknown
      ? ''
      : addRates(writeSubtitle(overview, unit.word, language), overview, language),
    unit: unit.word,
    ...compact({ exact_unit: isCounted(overview) ? chartCurrency(overview) : undefined }),
    source: joinSources(
      [
        data_status === 'illustrative' && isPublished
          ? text.mixedSource
          : registerSource(data_status)[language],
        excluded > 0 ? text.excluded(numberText(excluded, 0)) : '',
      ],
      language,
    ),
    alt: [title, ...sums].join(frame.separator),
    notes: writeNotes(overview, language),
    ...compact({ left_out: others === undefined ? undefined : [others] }),
    data_status,
    as_of: overview.as_of,
    key: industryKey(overview, language),
  };
}

/**
 * Makes a row for each project. Industries are those of the picture: those that share the mark of
 * others are named so, and a separate column has the name from the register.
 */
function rowsTable(overview: Overview, language: Language): ChartTable {
  const text = pipelineChartLabels[language];
  const { columns } = text;
  const { data_status, groups } = overview.strip;
  const projectRows = groups.flatMap(({ group, rows }) =>
    rows.flatMap(({ stage, dots }) => dots.map((dot) => ({ group, stage, dot }))),
  );
  return {
    columns: [
      { id: 'project_group', label: columns.group, kind: 'text' },
      { id: 'stage', label: columns.stage, kind: 'text' },
      { id: 'code', label: columns.code, kind: 'text' },
      { id: 'name', label: columns.name, kind: 'text' },
      { id: 'industry', label: columns.industry, kind: 'text' },
      {
        id: 'total_investment',
        label: columns.amount,
        kind: 'number',
        measure: 'project_amount',
      },
      { id: 'total_investment_currency', label: columns.currency, kind: 'text' },
      { id: 'data_status', label: columns.status, kind: 'text' },
    ],
    rows: projectRows.map(({ group, stage, dot }) => [
      text.groups[group],
      stageWord(overview.zone.stage_words, stage, language),
      dot.code,
      projectName(dot, language),
      // also an industry that the drawing marks as another
      industryName(overview, dot.industry, language),
      dot.money === undefined ? null : toMajorUnits(dot.money),
      dot.money !== undefined && isCurrency(dot.money.currency) ? dot.money.currency : null,
      dot.money === undefined
        ? missingTerms[dot.missing ?? 'not_reported'][language]
        : dataStatusTerms[data_status][language],
    ]),
    row_of: projectRows.map(({ dot }) => ({ code: dot.code })),
    ids: {
      project_group: [makeIds('project_group', projectRows, ({ group }) => group)],
      stage: [makeIds('stage', projectRows, ({ stage }) => stage)],
      industry: [makeIds('industry', projectRows, ({ dot }) => dot.industry)],
      data_status: statusIds(projectRows, ({ dot }) =>
        dot.money === undefined ? (dot.missing ?? 'not_reported') : data_status,
      ),
    },
  };
}

function toTable(overview: Overview, { language }: ChartContext): ChartTable {
  if (isCounted(overview)) return sizeTable(overview, language);
  const table = totalsOnly(overview)
    ? totalsTable(overview, language)
    : rowsTable(overview, language);
  const currency = table.columns.findIndex(({ id }) => id === 'total_investment_currency');
  return addSecondaryColumns(
    table,
    { columns: ['total_investment'], unitOf: (row) => row[currency] ?? null },
    overview,
    language,
  );
}

/** Every project as a mark, by stage. */
export const pipeline: ChartDefinition<PipelineSeries> = {
  id: 'pipeline',
  name: (language) => pipelineChartLabels[language].name,
  page: '/',
  needs: ['strip'],
  // its title and its groups show published counts and sums
  uses: ['headline'],
  isPerMeasure: false,
  showsProjects: true,
  facts: () => ['total_investment', 'industry'],
  hasData: ({ as_of, first_known_day }) => areProjectsKnown(as_of, first_known_day),
  leastHeight: (width, series) => pipelineLeast(series, width),
  focus: {
    points: pipelineFocusPoints,
    reach: { x: 14, y: 16 },
    along: 'both',
    mark: 'ring',
  },
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({
    officeChart: (await import('./office/office-chart.ts')).pipelineOfficeChart,
  }),
  height: (width, series) => pipelineHeight(series, width),
  toSeries: (overview, { language }) => pipelineSeries(overview, language),
  words,
  explains: () => ({ measure: 'stage_projects', of: { stage: 'pipeline' } }),
  toTable,
};
