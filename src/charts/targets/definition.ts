import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Verdict } from '#domain/targets/target-row.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { addRates } from '#charts/kit/text/secondary-currency.ts';
import { plansNote } from '#charts/kit/text/plan-basis.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { needsComparisonNote } from '#charts/kit/text/comparison-note.ts';
import { forecastNotes } from '#charts/kit/text/forecast-notes.ts';
import { targetsClaim } from '#charts/targets/data/claim.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { targetsFocusPoints, targetsLeast } from '#charts/targets/layout/layout.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';
import { sharedTargetYear, targetsSeries } from '#charts/targets/data/series.ts';
import { targetsTable } from '#charts/targets/data/table.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';

const finalVerdicts: readonly Verdict[] = ['met', 'missed'];
const judgements: readonly Verdict[] = [
  ...finalVerdicts,
  'not_yet_exceeded',
  'ahead',
  'on_plan',
  'slightly_behind',
  'behind',
];
/**
 * Writes the targets in a sentence: which are met and which are behind plan; after the deadline,
 * how many were met.
 */
function titleText(overview: Overview, language: Language): string {
  const text = targetsChartLabels[language];
  if (overview.targets.length === 0) return text.noTargets.title;
  const year = sharedTargetYear(overview);
  const verdicts = overview.targets
    .map(({ verdict }) => verdict)
    .filter((verdict) => judgements.includes(verdict));
  if (verdicts.length === 0) return text.titleNone(year);
  if (verdicts.every((verdict) => finalVerdicts.includes(verdict)))
    return text.titleEnded(
      verdicts.filter((verdict) => verdict === 'met').length,
      verdicts.length,
      year,
    );
  return targetsClaim(overview, language) ?? text.title(0, verdicts.length, year);
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const text = targetsChartLabels[language];
  const frame = kitLabels[language];
  const year = sharedTargetYear(overview);
  const series = targetsSeries(overview, language);
  const status = weakestStatus(
    overview.targets.flatMap((row) => [row.now?.data_status ?? 'reported', row.verdict_status]),
  );
  const title = titleText(overview, language);
  const publishedRow = overview.targets.find((row) => row.target_source !== undefined);
  const day =
    publishedRow === undefined ? '' : formatDate(publishedRow.target_source_date, language, 'long');
  const name = publishedRow?.target_source[language] ?? '';
  const sourceText = name === '' || name.includes(day) ? name : `${name}${frame.list}${day}`;
  return {
    title,
    subtitle:
      overview.targets.length === 0
        ? text.noTargets.subtitle
        : addRates(text.subtitle(year), overview, language),
    unit: '%',
    source: joinSources(
      [sourceText, status === 'illustrative' ? frame.inventedValues : ''],
      language,
    ),
    alt: [title, ...series.rows.map(({ alt }) => alt)].join(frame.separator),
    notes: [
      ...(needsComparisonNote(overview.targets) ? [text.note] : []),
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

/** Every target against its plan. */
export const targets: ChartDefinition<TargetsSeries> = {
  id: 'targets',
  name: (language) => targetsChartLabels[language].name,
  page: '/',
  needs: ['targets'],
  uses: [
    'main_measure',
    'plan',
    'thresholds',
    'phases',
    'phase_now',
    'phase_note',
    'compare',
    'indicator_changes',
  ],
  isPerMeasure: false,
  showsProjects: false,
  facts: () => [],
  hasData: (overview) => overview.targets.length > 0,
  leastHeight: (width, series) => targetsLeast(series, width),
  focus: {
    points: targetsFocusPoints,
    reach: { x: anyDistance, y: 60 },
    along: 'both',
    mark: 'none',
  },
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).targetsOfficeChart }),
  height: (width, series) => Math.ceil(targetsLeast(series, width) + series.rows.length * 8),
  toSeries: (overview, { language }) => targetsSeries(overview, language),
  words,
  explains: ({ main_measure }) => ({ measure: 'verdict', of: { target: main_measure } }),
  toTable: (overview, { language }) => targetsTable(overview, language),
};
