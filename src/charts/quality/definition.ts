import { compact } from '#domain/values/compact.ts';
import { divideDecimal } from '#domain/values/decimal.ts';
import type {
  ChartContext,
  ChartDefinition,
  ChartWords,
  NoteFigure,
} from '#charts/kit/definition.ts';
import { percentUnit, valueAxis } from '#charts/kit/annotation-axis.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  asPercent,
  type ChartTable,
  type FigureOf,
  makeIds,
  type NumberColumn,
} from '#charts/kit/table.ts';
import { type FiguredNote, splitNotes } from '#charts/kit/text/figured-notes.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { registerSource } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { qualityLabels } from './labels/index.ts';
import { layQuality, qualityFocusPoints } from './layout.ts';
import {
  drawnRows,
  findQualityGroup,
  qualityGroups,
  qualityOf,
  qualitySeries,
  rowName,
  makeQualityRows,
  type QualityGroup,
  type QualitySeries,
} from './series.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

const count = (value: number): string => numberText(value, 0);

function writeTitle(overview: Overview, group: QualityGroup, language: Language): string {
  const text = qualityLabels[language];
  const { completeness } = overview;
  if (completeness === undefined || completeness.projects === 0) return text.titleNone;
  if (group === 'owner' && completeness.owners === undefined) return text.titleNoOwners;
  const rows = makeQualityRows(overview, group);
  // a field that no project has is no gap in the register; the notes name it
  const worst = rows.find(({ filled, missing }) => filled > 0 && missing > 0) ?? rows[0];
  if (worst === undefined || worst.missing === 0)
    return claimTitle(text.titleFilled, overview, language);
  const say = group === 'owner' ? text.titleOwner : text.title;
  const name = rowName(worst, language);
  return claimTitle(say(name, count(worst.missing), count(worst.applicable)), overview, language);
}

function writeNotes(
  overview: Overview,
  group: QualityGroup,
  language: Language,
): readonly FiguredNote[] {
  const text = qualityLabels[language];
  const rows = makeQualityRows(overview, group);
  const never = group === 'owner' ? [] : rows.filter(({ filled }) => filled === 0);
  const fields = group === 'owner' ? 'all' : group;
  const notDisclosed = (overview.completeness?.fields ?? []).reduce(
    (sum, row) => (fields === 'all' || row.group === fields ? sum + row.not_disclosed : sum),
    0,
  );
  const figure: NoteFigure = {
    text: count(notDisclosed),
    measure: 'field_projects',
    of: { fields, state: 'not_disclosed' },
  };
  const { rows: drawn, hasAges } = qualitySeries(overview, group, language);
  return [
    { text: text.notFilled },
    ...(hasAges || drawn.every(({ empty }) => empty) ? [] : [{ text: text.noAges }]),
    ...(notDisclosed === 0 ? [] : [{ text: text.notDisclosed(figure.text), figures: [figure] }]),
    ...(never.length === 0
      ? []
      : [
          {
            text: text.never(
              never.map((row) => rowName(row, language)).join(kitLabels[language].list),
            ),
          },
        ]),
    ...(rows.length > drawnRows ? [{ text: text.others(count(rows.length - drawnRows)) }] : []),
  ];
}

function words(overview: Overview, { language, options }: ChartContext): ChartWords {
  const text = qualityLabels[language];
  const group = findQualityGroup(options.by);
  const title = writeTitle(overview, group, language);
  const { rows, hasAges } = qualitySeries(overview, group, language);
  const projects = text.projects(count(overview.completeness?.projects ?? 0));
  const { list, separator } = kitLabels[language];
  return {
    title,
    subtitle: (group === 'owner' ? text.subtitleOwner : text.subtitle)(projects, hasAges),
    unit: '%',
    exact_unit: 'ratio',
    source: registerSource(overview.strip.data_status)[language],
    alt: [title, ...rows.map(({ name, narrow }) => `${name}${list}${narrow}`)].join(separator),
    ...splitNotes(writeNotes(overview, group, language)),
    data_status: overview.strip.data_status,
    as_of: overview.as_of,
    key: [],
  };
}

function toTable(overview: Overview, { language, options }: ChartContext): ChartTable {
  const { columns: heads, groups } = qualityLabels[language];
  const group = findQualityGroup(options.by);
  const rows = makeQualityRows(overview, group);
  const rowId = group === 'owner' ? 'owner' : 'register_field';
  const number = (
    id: string,
    label: string,
    measure: NumberColumn['measure'],
    of: FigureOf = {},
  ): NumberColumn => ({ id, label, kind: 'number', measure, of });
  return {
    columns: [
      { id: rowId, label: group === 'owner' ? heads.owner : heads.field, kind: 'text' },
      group === 'owner'
        ? number('projects', heads.projects, 'field_projects')
        : { id: 'field_group', label: heads.group, kind: 'text' },
      number('applicable', heads.applicable, 'field_projects', { state: 'applicable' }),
      number('filled', heads.filled, 'field_projects', { state: 'filled' }),
      number('missing', heads.missing, 'field_projects', { state: 'missing' }),
      number('not_disclosed', heads.notDisclosed, 'field_projects', { state: 'not_disclosed' }),
      { ...number('filled_share', heads.share, 'field_share'), ...asPercent },
      number('fresh', heads.fresh, 'update_age', { age: 'fresh' }),
      number('ageing', heads.ageing, 'update_age', { age: 'ageing' }),
      number('old', heads.old, 'update_age', { age: 'old' }),
      number('unknown', heads.unknown, 'update_age', { age: 'unknown' }),
      number('oldest', heads.oldest, 'oldest_update'),
    ],
    row_of: rows.map(qualityOf),
    rows: rows.map((row) => [
      rowName(row, language),
      'field' in row ? groups[row.group] : String(row.projects),
      String(row.applicable),
      String(row.filled),
      String(row.missing),
      String(row.not_disclosed),
      row.applicable === 0 ? null : divideDecimal(String(row.filled), String(row.applicable), 6),
      String(row.ages.fresh),
      String(row.ages.ageing),
      String(row.ages.old),
      String(row.ages.unknown),
      row.oldest_days === undefined ? null : String(row.oldest_days),
    ]),
    ids: {
      [rowId]: [makeIds(rowId, rows, (row) => ('field' in row ? row.field : row.owner))],
      ...compact({
        field_group:
          group === 'owner'
            ? undefined
            : [makeIds('field_group', rows, (row) => ('field' in row ? row.group : undefined))],
      }),
    },
  };
}

/** The completeness and freshness of the register, by field and by owner. */
export const qualityChart: ChartDefinition<QualitySeries> = {
  id: 'quality',
  name: (language) => analysisChartNames.quality[language],
  page: '/charts',
  needs: ['completeness'],
  uses: [],
  isPerMeasure: false,
  showsProjects: false,
  facts: () => ['owner', 'unit'],
  takesFilters: true,
  hasData: (overview, options) =>
    makeQualityRows(overview, findQualityGroup(options.by)).length > 0,
  choices: (_, { language }) => [
    {
      option: 'by',
      label: qualityLabels[language].by,
      values: qualityGroups.map((value) => ({
        value,
        label: qualityLabels[language].groups[value],
      })),
      changes_data: false,
    },
  ],
  height: (width, series) => layQuality(series, width).height,
  leastHeight: (width, series) => layQuality(series, width).height,
  focus: {
    points: qualityFocusPoints,
    reach: { x: anyDistance, y: 20 },
    along: 'both',
    mark: 'ring',
  },
  annotationAxes: (series, width) => {
    const { bar, height, narrow } = layQuality(series, width);
    const ends = [bar.x, bar.x + bar.width] as const;
    const span = { from: narrow ? 0 : 30, to: height - 8, ends };
    return [
      valueAxis({ along: 'x', ...span }, percentUnit, (value) => bar.x + (bar.width * value) / 100),
    ];
  },
  loadView: () => import('./View.tsx'),
  toSeries: (overview, { language, options }) =>
    qualitySeries(overview, findQualityGroup(options.by), language),
  words,
  explains: (overview, { options }) => {
    const group = findQualityGroup(options.by);
    const rows = makeQualityRows(overview, group);
    const row = rows.find(({ filled, missing }) => filled > 0 && missing > 0) ?? rows[0];
    if (row === undefined) return { measure: 'listed_projects', of: {} };
    return { measure: 'field_projects', of: { ...qualityOf(row), state: 'missing' } };
  },
  toTable,
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).qualityOfficeChart }),
};
