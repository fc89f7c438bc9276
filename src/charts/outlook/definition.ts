import { targetKey } from '#domain/zone/indicator.ts';
import type {
  ChartContext,
  ChartDefinition,
  ChartWords,
  NoteFigure,
} from '#charts/kit/definition.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type ChartTable, makeIds, type NumberColumn, statusIds } from '#charts/kit/table.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { fullText } from '#charts/kit/text/units.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import {
  dataStatusTerms,
  missingTerms,
  writeNotKnown,
  registerSource,
} from '#domain/labels/index.ts';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { compareDecimal, negateDecimal, toNumber } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { outlookChartLabels } from './labels/index.ts';
import { layOutlook, outlookAxes, outlookFocusPoints } from './layout.ts';
import { comparedTargets, findMissing, outlookSeries, type OutlookSeries } from './series.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

const write = ({ row }: TargetOutlook, value: string, language: Language): string => {
  const unit = rowUnit(row, language);
  return fullText(value, unit, unit.digits);
};

/** Finds the target that misses the largest share even if all projects are realised. */
function findWorst(overview: Overview) {
  const shares = comparedTargets(overview).flatMap((outlook) => {
    const missing = findMissing(outlook);
    const share = toNumber(missing ?? '0') / toNumber(outlook.row.target ?? '1');
    return missing === undefined ? [] : [{ outlook, missing, share }];
  });
  return shares.toSorted((a, b) => b.share - a.share)[0];
}

/**
 * Names the target that misses the largest share even if all projects are realised, else the one
 * exceeded by most.
 */
function titleText(overview: Overview, language: Language): string {
  const text = outlookChartLabels[language];
  const worst = findWorst(overview);
  if (worst === undefined) {
    if (!areProjectsKnown(overview.as_of, overview.first_known_day))
      return writeNotKnown(overview, language);
    return overview.outlook?.targets.length === 0 ? text.titleNoTarget : text.titleNone;
  }
  const { outlook, missing } = worst;
  const name = outlook.row.name[language];
  const sign = compareDecimal(missing, '0');
  const claim = (sentence: string): string => claimTitle(sentence, overview, language);
  if (sign > 0) return claim(text.title(name, write(outlook, missing, language)));
  if (sign === 0) return claim(text.titleMet(name));
  return claim(text.titleBeyond(name, write(outlook, negateDecimal(missing), language)));
}

/** Writes the assumptions of the scenario; empty without one. */
const writeScenario = ({ outlook }: Overview, language: Language): string =>
  outlook?.scenario === undefined ? '' : scenarioSentence(outlook.scenario, language);

/** The unknown data of each target, with its figures. */
function writeNotes(overview: Overview, language: Language): readonly FiguredNote[] {
  const text = outlookChartLabels[language];
  const { colon, separator } = kitLabels[language];
  return comparedTargets(overview).flatMap((outlook): FiguredNote[] => {
    const { row, range } = outlook;
    if (range === undefined) return [];
    const { unknown, late = '0', undated = '0' } = range;
    const target = targetKey(row);
    const figures: NoteFigure[] = [
      ...(unknown > 0
        ? [{ text: text.unknown(unknown), measure: 'outlook_unknown' as const, of: { target } }]
        : []),
      ...(['late', 'undated'] as const).flatMap((dated): NoteFigure[] => {
        const amount = { late, undated }[dated];
        if (compareDecimal(amount, '0') <= 0) return [];
        const words = text[dated](write(outlook, amount, language));
        return [{ text: words, measure: 'outlook_by_date', of: { target, dated } }];
      }),
    ];
    const parts = figures.map((figure) => figure.text).join(separator);
    return figures.length === 0 ? [] : [{ text: `${row.name[language]}${colon}${parts}`, figures }];
  });
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const frame = kitLabels[language];
  const title = titleText(overview, language);
  const { rows } = outlookSeries(overview, language);
  const scenario = writeScenario(overview, language);
  const status = weakestStatus([
    overview.strip.data_status,
    ...comparedTargets(overview).flatMap(({ row }) =>
      row.now === undefined ? [] : [row.now.data_status],
    ),
  ]);
  const texts = rows.map(({ name, target, now, signed, all, missing, beyond, over, note }) =>
    [name, target, now?.label, signed?.label, all?.label, missing ?? beyond ?? over, note]
      .filter((part) => part !== undefined)
      .join(frame.list),
  );
  return {
    title,
    subtitle:
      rows.length === 0 ? '' : `${scenario} ${outlookChartLabels[language].subtitle}`.trim(),
    unit: '%',
    source: joinSources(
      [
        registerSource(overview.strip.data_status)[language],
        status === 'illustrative' ? frame.inventedValues : '',
      ],
      language,
    ),
    alt: [title, ...(scenario === '' ? [] : [scenario]), ...texts].join(frame.separator),
    ...splitNotes(writeNotes(overview, language)),
    data_status: status,
    as_of: overview.as_of,
    key: [],
  };
}

const dateColumn = (id: 'on_time' | 'late' | 'undated', label: string): NumberColumn => ({
  id,
  label,
  kind: 'number',
  measure: 'outlook_by_date',
  of: { dated: id },
});

function toTable(overview: Overview, { language }: ChartContext): ChartTable {
  const heads = outlookChartLabels[language].columns;
  const scenario = writeScenario(overview, language);
  const targets = comparedTargets(overview);
  return {
    columns: [
      { id: 'target_name', label: heads.name, kind: 'text' },
      { id: 'unit', label: heads.unit, kind: 'text' },
      { id: 'target_value', label: heads.target, kind: 'number', measure: 'target' },
      { id: 'now', label: heads.now, kind: 'number', measure: 'target_value' },
      { id: 'signed', label: heads.signed, kind: 'number', measure: 'outlook_signed' },
      { id: 'all', label: heads.all, kind: 'number', measure: 'outlook_ceiling' },
      { id: 'missing_even_then', label: heads.missing, kind: 'number', measure: 'outlook_missing' },
      dateColumn('on_time', heads.onTime),
      dateColumn('late', heads.late),
      dateColumn('undated', heads.undated),
      { id: 'unknown_projects', label: heads.unknown, kind: 'number', measure: 'outlook_unknown' },
      { id: 'data_status', label: heads.status, kind: 'text' },
      ...(scenario === ''
        ? []
        : [{ id: 'scenario', label: heads.scenario, kind: 'text' as const }]),
    ],
    row_of: targets.map(({ row }) => ({ target: targetKey(row) })),
    rows: targets.map(({ row, range }) => [
      row.name[language],
      row.unit,
      row.target ?? null,
      row.now?.value ?? null,
      range?.signed ?? null,
      range?.ceiling ?? null,
      range?.missing ?? null,
      range?.on_time ?? null,
      range?.late ?? null,
      range?.undated ?? null,
      range === undefined ? null : String(range.unknown),
      row.now === undefined
        ? missingTerms.not_reported[language]
        : dataStatusTerms[row.now.data_status][language],
      ...(scenario === '' ? [] : [scenario]),
    ]),
    ids: {
      target_name: [
        makeIds('target_id', targets, ({ row }) => targetKey(row)),
        makeIds('indicator', targets, ({ row }) => row.indicator),
      ],
      data_status: statusIds(targets, ({ row }) => row.now?.data_status ?? 'not_reported'),
    },
  };
}

/** The present value of each target, with the signed projects, and with all projects. */
export const outlookChart: ChartDefinition<OutlookSeries> = {
  id: 'outlook',
  name: (language) => analysisChartNames.outlook[language],
  page: '/charts',
  needs: ['outlook'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: () => ['jobs_plan', 'jobs_actual', 'output_plan', 'output_actual', 'total_investment'],
  takesScenario: true,
  hasData: (overview) => comparedTargets(overview).length > 0,
  leastHeight: (width, series) => layOutlook(series, width).height,
  focus: {
    points: (series, width) => outlookFocusPoints(series, width),
    reach: { x: anyDistance, y: 40 },
    along: 'both',
    mark: 'ring',
  },
  annotationAxes: outlookAxes,
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).outlookOfficeChart }),
  height: (width, series) => layOutlook(series, width).height,
  toSeries: (overview, { language }) => outlookSeries(overview, language),
  words,
  explains: (overview) => {
    const worst = findWorst(overview);
    return worst === undefined
      ? { measure: 'listed_projects', of: {} }
      : {
          measure: compareDecimal(worst.missing, '0') > 0 ? 'outlook_missing' : 'outlook_ceiling',
          of: { target: targetKey(worst.outlook.row) },
        };
  },
  toTable,
};
