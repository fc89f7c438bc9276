import { targetKey } from '#domain/zone/indicator.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import type { Verdict } from '#domain/targets/target-row.ts';
import { dataStatusTerms, verdictTerms } from '#domain/labels/index.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { addSecondaryColumns, addRates } from '#charts/kit/text/secondary-currency.ts';
import { planBasisCells, planBasisColumns, plansNote } from '#charts/kit/text/plan-basis.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { forecastNotes } from '#charts/kit/text/forecast-notes.ts';
import { targetsClaim } from '#charts/targets/data/claim.ts';
import { outcomeText } from '#charts/targets/data/outcome.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { targetsFocusPoints, targetsLeast } from '#charts/targets/layout/layout.ts';
import { targetsOfficeChart } from './office-chart.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';
import { targetsSeries, targetYear } from '#charts/targets/data/series.ts';
import { targetsWords } from '#charts/targets/labels/index.ts';

const ended: readonly Verdict[] = ['met', 'missed'];
const judgements: readonly Verdict[] = [
  ...ended,
  'not_yet_exceeded',
  'ahead',
  'on_plan',
  'slightly_behind',
  'behind',
];
/**
 * The targets in a sentence: which are met and which are behind plan; after the deadline, how many
 * were met.
 */
function titleText(overview: Overview, language: Language): string {
  const text = targetsWords[language];
  if (overview.targets.length === 0) return text.noTargets.title;
  const year = targetYear(overview);
  const judged = overview.targets
    .map(({ verdict }) => verdict)
    .filter((verdict) => judgements.includes(verdict));
  if (judged.length === 0) return text.titleNone(year);
  if (judged.every((verdict) => ended.includes(verdict)))
    return text.titleEnded(
      judged.filter((verdict) => verdict === 'met').length,
      judged.length,
      year,
    );
  return targetsClaim(overview, language) ?? text.title(0, judged.length, year);
}

/** What a forecast is made of, in the order of its columns. */
const percentiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

const decimal = (value: number | undefined): string | null =>
  value === undefined ? null : String(value);

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const text = targetsWords[language];
  const frame = frameWords[language];
  const year = targetYear(overview);
  const series = targetsSeries(overview, language);
  const status = weakestStatus(
    overview.targets.flatMap((row) => [row.now?.data_status ?? 'reported', row.verdict_status]),
  );
  const title = titleText(overview, language);
  const published = overview.targets.find((row) => row.target_source !== undefined);
  const day =
    published === undefined ? '' : formatDate(published.target_source_date, language, 'long');
  const name = published?.target_source[language] ?? '';
  const reported = name === '' || name.includes(day) ? name : `${name}${frame.list}${day}`;
  return {
    title,
    subtitle:
      overview.targets.length === 0
        ? text.noTargets.subtitle
        : addRates(text.subtitle(year), overview, language),
    unit: '%',
    source: joinSources(
      [reported, status === 'illustrative' ? frame.inventedValues : ''],
      language,
    ),
    alt: [title, ...series.rows.map(({ alt }) => alt)].join(frame.separator),
    notes: [
      text.note,
      ...forecastNotes(overview.targets, language),
      ...[
        plansNote(overview.targets, overview.plan, (row) => rowUnit(row, language), language),
      ].filter((note) => note !== undefined),
    ],
    data_status: status,
    as_of: overview.as_of,
    key: [],
  };
}

function toTable(overview: Overview, { language }: ChartContext): ChartTable {
  const { columns: heads, forecastAt, atThisPace } = targetsWords[language];
  const table: ChartTable = {
    columns: [
      { id: 'target_name', label: heads.name, kind: 'text' },
      { id: 'unit', label: heads.unit, kind: 'text' },
      { id: 'target', label: heads.target, kind: 'number' },
      { id: 'deadline', label: heads.deadline, kind: 'date' },
      { id: 'now', label: heads.now, kind: 'number' },
      { id: 'date', label: heads.date, kind: 'date' },
      { id: 'plan_to_date', label: heads.plan, kind: 'number' },
      { id: 'gap', label: heads.gap, kind: 'number' },
      { id: 'points_ahead', label: heads.points, kind: 'number', digits: 2 },
      { id: 'now_to_plan', label: heads.attainment, kind: 'number', digits: 3 },
      { id: 'now_to_target', label: heads.completion, kind: 'number', digits: 3 },
      ...percentiles.map((id) => ({
        id: `forecast_${id}`,
        label: id === 'p50' ? heads.forecast : forecastAt(`${id.slice(1)}%`),
        kind: 'number' as const,
      })),
      { id: 'verdict', label: heads.status, kind: 'text' },
      { id: 'at_this_pace', label: atThisPace, kind: 'text' },
      { id: 'data_status', label: heads.dataStatus, kind: 'text' },
      { id: 'target_id', label: heads.id, kind: 'text' },
      ...planBasisColumns(language),
    ],
    rows: overview.targets.map((row) => [
      row.name[language],
      row.unit,
      row.target ?? null,
      row.deadline,
      row.now?.value ?? null,
      (row.now ?? row.checklist)?.date ?? null,
      decimal(row.plan?.value),
      decimal(row.gap),
      decimal(pointsAhead(row)),
      decimal(row.attainment),
      decimal(row.completion),
      ...percentiles.map((id) => (row.forecast.kind === 'range' ? String(row.forecast[id]) : null)),
      verdictTerms[row.verdict][language],
      outcomeText(row, language)?.long ?? null,
      row.now === undefined
        ? (targetsSeries(overview, language).rows.find(
            ({ indicator }) => indicator === targetKey(row),
          )?.absent ?? null)
        : dataStatusTerms[row.now.data_status][language],
      targetKey(row),
      ...planBasisCells(row, overview.plan, language),
    ]),
  };
  const amounts = [
    'target',
    'now',
    'plan_to_date',
    'gap',
    'baseline',
    ...percentiles.map((id) => `forecast_${id}`),
  ];
  return addSecondaryColumns(
    table,
    { columns: amounts, unitOf: ([, of]) => of ?? null },
    overview,
    language,
  );
}

/** Every target against its plan. */
export const targets: ChartDefinition<TargetsSeries> = {
  id: 'targets',
  name: (language) => targetsWords[language].name,
  page: '/',
  needs: ['targets'],
  uses: ['main_measure', 'plan', 'thresholds', 'phases', 'phase_now', 'phase_note'],
  isPerMeasure: false,
  showsProjects: false,
  hasData: (overview) => overview.targets.length > 0,
  leastHeight: (width, series) => targetsLeast(series, width),
  focus: {
    points: targetsFocusPoints,
    reach: { x: anyDistance, y: 60 },
    along: 'y',
    mark: 'none',
  },
  loadView: () => import('./View.tsx'),
  officeChart: targetsOfficeChart,
  height: (width, series) => Math.ceil(targetsLeast(series, width) + series.rows.length * 8),
  toSeries: (overview, { language }) => targetsSeries(overview, language),
  words,
  toTable,
};
