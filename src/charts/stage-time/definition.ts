import { kitLabels } from '#charts/kit/labels/index.ts';
import { valueAxis } from '#charts/kit/annotation-axis.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { type ChartTable, type FigureOf, makeIds, type NumberColumn } from '#charts/kit/table.ts';
import { claimTitle, joinNames } from '#charts/kit/text/claim.ts';
import { joinSources } from '#charts/kit/text/source.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { roundStageDays, type StageTime, type StageTimeRow } from '#domain/analysis/stage-time.ts';
import { registerSource, stageWord } from '#domain/labels/index.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { caseMarks } from './marks.ts';
import { stageTimeLabels } from './labels/index.ts';
import { layStageTime, stageTimeFocusPoints } from './layout.ts';
import { hasStrips, stageTimeSeries, type StageTimeSeries } from './series.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

const nothing: StageTime = { stages: [], on_hold: 0, stage_not_set: 0, moved_back: 0 };
const readStageTime = ({ stage_time }: Overview): StageTime => stage_time ?? nothing;
const count = (value: number): string => numberText(value, 0);

/** Chooses the noun of a stage in a sentence: the usual one, or the zone's own word. */
function chooseNoun({ stage }: StageTimeRow, { zone }: Overview, language: Language): string {
  const text = stageTimeLabels[language];
  return zone.stage_words?.[stage] === undefined
    ? text.nouns[stage]
    : text.ownNoun(stageWord(zone.stage_words, stage, language));
}

/** Says that no project is over its limit, and of how many the day of entry is known. */
function writeWithin(stages: readonly StageTimeRow[], language: Language): string {
  const text = stageTimeLabels[language];
  const limited = stages.filter(({ open }) => open.over !== undefined);
  const sum = (of: (open: StageTimeRow['open']) => number): number =>
    limited.reduce((total, { open }) => total + of(open), 0);
  return sum(({ undated }) => undated) === 0
    ? text.titleWithin
    : text.titleWithinOf(sum((open) => open.count));
}

/** Names the two stages with the most projects over their limit. */
function writeTitle(overview: Overview, language: Language): string {
  const text = stageTimeLabels[language];
  const { stages, stage_not_set } = readStageTime(overview);
  if (stages.length === 0) return stage_not_set > 0 ? text.titleNotSet : text.titleNone;
  if (stages.every(({ open }) => open.over === undefined)) return text.titleNoLimit;
  if (stages.every(({ open }) => open.count === 0 && open.undated > 0)) return text.titleUnknown;
  const late = stages
    .filter(({ open }) => (open.over ?? 0) > 0)
    .toSorted((a, b) => (b.open.over ?? 0) - (a.open.over ?? 0))
    .slice(0, 2);
  if (late.length === 0) return claimTitle(writeWithin(stages, language), overview, language);
  const parts = late.map((row) =>
    text.over(
      count(row.open.over ?? 0),
      count(row.open.count),
      chooseNoun(row, overview, language),
    ),
  );
  const lateNames = joinNames(parts, language);
  const isOne = late.length === 1 && late[0]?.open.over === 1;
  return claimTitle(isOne ? text.titleOne(lateNames) : text.title(lateNames), overview, language);
}

function limitsNote(overview: Overview, language: Language): readonly string[] {
  const text = stageTimeLabels[language];
  const limits = readStageTime(overview).stages.flatMap(({ stage, limit }) => {
    if (limit === undefined) return [];
    const name = stageWord(overview.zone.stage_words, stage, language);
    const { gate, days } = limit;
    return gate === undefined
      ? [text.usual(name, days)]
      : [text.gate(name, gate.months, gateName(gate, language))];
  });
  return limits.length === 0 ? [] : [text.limits(limits.join(kitLabels[language].list))];
}

const countUndated = ({ open, closed }: StageTimeRow): number => open.undated + closed.undated;

function writeSource(overview: Overview, language: Language): string {
  const text = stageTimeLabels[language];
  const { stages, on_hold, stage_not_set, moved_back, stage_unset = 0 } = readStageTime(overview);
  const withoutDate = stages.reduce((sum, row) => sum + countUndated(row), 0);
  const say = (value: number, words: (text: string) => string): string =>
    value === 0 ? '' : words(count(value));
  return joinSources(
    [
      registerSource(overview.strip.data_status)[language],
      say(withoutDate, text.undated),
      say(on_hold, text.onHold),
      say(stage_not_set, text.notSet),
      say(moved_back, text.movedBack),
      say(stage_unset, text.stageUnset),
    ],
    language,
  );
}

/** Counts the cases that are drawn one by one, by kind. */
function countKinds({ rows }: StageTimeSeries) {
  const marks = rows.flatMap(({ open, closed }) =>
    [open, closed].flatMap((line) => line.marks ?? []),
  );
  return (['open', 'over', 'moved_on', 'left'] as const).filter((kind) =>
    marks.some((mark) => mark.kind === kind),
  );
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const text = stageTimeLabels[language];
  const series = stageTimeSeries(overview, language);
  const title = writeTitle(overview, language);
  const { colon, list } = kitLabels[language];
  const texts = series.rows.map(
    ({ name, cases, narrow }) => `${name}${colon}${cases}${list}${narrow}`,
  );
  return {
    title,
    subtitle: hasStrips(series) ? text.subtitleStrips : text.subtitle,
    unit: text.days,
    exact_unit: 'days',
    source: writeSource(overview, language),
    alt: [title, ...texts].join(kitLabels[language].separator),
    notes: limitsNote(overview, language),
    data_status: overview.strip.data_status,
    as_of: overview.as_of,
    key: countKinds(series).map((kind) => ({ label: text.kinds[kind], ...caseMarks[kind] })),
  };
}

const number = (
  id: string,
  label: string,
  measure: NumberColumn['measure'],
  of: FigureOf = {},
): NumberColumn => ({ id, label, kind: 'number', measure, of });
const daysOf = (id: string, label: string, of: FigureOf): NumberColumn => ({
  ...number(id, label, 'stage_case_days', of),
  digits: 1,
});

function toTable(overview: Overview, { language }: ChartContext): ChartTable {
  const { columns: heads } = stageTimeLabels[language];
  const days = (value: number | undefined): string | null =>
    value === undefined ? null : String(roundStageDays(value));
  return {
    columns: [
      { id: 'stage', label: heads.stage, kind: 'text' },
      number('open_cases', heads.open, 'stage_cases', { line: 'open' }),
      daysOf('open_median', heads.openMedian, { line: 'open', point: 'median' }),
      daysOf('open_p10', heads.openLow, { line: 'open', point: 'p10' }),
      daysOf('open_p90', heads.openHigh, { line: 'open', point: 'p90' }),
      number('limit', heads.limit, 'stage_limit'),
      number('over', heads.over, 'stage_over'),
      number('closed', heads.closed, 'stage_cases', { line: 'closed' }),
      number('moved_on', heads.movedOn, 'stage_cases', { line: 'moved_on' }),
      number('left_cases', heads.left, 'stage_cases', { line: 'left' }),
      daysOf('closed_median', heads.closedMedian, { line: 'closed', point: 'median' }),
      number('without_day', heads.undated, 'stage_undated'),
      { id: 'over_codes', label: heads.overCodes, kind: 'text' },
    ],
    row_of: readStageTime(overview).stages.map(({ stage }) => ({ key: stage })),
    rows: readStageTime(overview).stages.map((row) => {
      const { stage, limit, open, closed } = row;
      const late = open.cases?.filter(({ over }) => over === true).map(({ code }) => code) ?? [];
      return [
        stageWord(overview.zone.stage_words, stage, language),
        String(open.count),
        days(open.median),
        days(open.spread?.p10),
        days(open.spread?.p90),
        days(limit?.days),
        open.over === undefined ? null : String(open.over),
        String(closed.count),
        String(closed.moved_on),
        String(closed.left),
        days(closed.median),
        String(countUndated(row)),
        late.length === 0 ? null : late.join(' '),
      ];
    }),
    ids: { stage: [makeIds('stage', readStageTime(overview).stages, ({ stage }) => stage)] },
  };
}

/** Days that projects stay in each stage, against the limit of the stage. */
export const stageTimeChart: ChartDefinition<StageTimeSeries> = {
  id: 'stage_time',
  name: (language) => analysisChartNames.stage_time[language],
  page: '/charts',
  needs: ['stage_time'],
  uses: [],
  isPerMeasure: false,
  showsProjects: true,
  facts: () => [],
  takesFilters: true,
  hasData: (overview) => readStageTime(overview).stages.length > 0,
  height: (width, series) => layStageTime(series, width).height,
  leastHeight: (width, series) => layStageTime(series, width).height,
  focus: {
    points: stageTimeFocusPoints,
    reach: { x: 14, y: 12 },
    along: 'both',
    mark: 'ring',
  },
  annotationAxes: (series, width) => {
    const { left, right, height, toX } = layStageTime(series, width);
    const unit = { unit: 'days', scale: 0, word: series.words.days };
    return [valueAxis({ along: 'x', from: 18, to: height - 2, ends: [left, right] }, unit, toX)];
  },
  loadView: () => import('./View.tsx'),
  toSeries: (overview, { language }) => stageTimeSeries(overview, language),
  words,
  explains: (overview) => {
    const { stages } = readStageTime(overview);
    const late = stages.toSorted((a, b) => (b.open.over ?? 0) - (a.open.over ?? 0))[0];
    return late === undefined
      ? { measure: 'listed_projects', of: {} }
      : { measure: 'stage_over', of: { key: late.stage } };
  },
  toTable,
  loadOffice: async () => ({
    officeChart: (await import('./office-chart.ts')).stageTimeOfficeChart,
  }),
};
