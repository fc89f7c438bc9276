import { keepResults } from '#charts/kit/keep-results.ts';
import { ticksOver } from '#charts/kit/style/scale.ts';
import { numberText } from '#charts/kit/text/units.ts';
import {
  type DaysSpread,
  roundStageDays,
  type StageTime,
  type StageTimeRow,
} from '#domain/analysis/stage-time.ts';
import { projectName, stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { stageTimeLabels } from './labels/index.ts';

type CaseKind = 'open' | 'over' | 'moved_on' | 'left';
export interface CaseMark {
  readonly code: string;
  readonly name: string;
  readonly days: number;
  readonly kind: CaseKind;
  readonly label: string;
}
interface CaseStrip extends DaysSpread {
  readonly median: number;
  readonly medianText: string;
  readonly range: string;
}
export interface CaseLine {
  readonly count: string;
  readonly marks?: readonly CaseMark[];
  /** Replaces marks, where there are many. */
  readonly strip?: CaseStrip;
}
export interface StageTimeChartRow {
  readonly id: string;
  readonly name: string;
  readonly cases: string;
  readonly limit?: { readonly days: number; readonly text: string };
  /** On a phone: limit, median and over in one line. */
  readonly narrow: string;
  readonly limitText: string;
  readonly median: string;
  readonly closedMedian: string;
  readonly over: string;
  readonly isOver: boolean;
  readonly open: CaseLine;
  readonly closed: CaseLine;
}
export interface StageTimeSeries {
  readonly ticks: readonly { readonly days: number; readonly text: string }[];
  readonly end: number;
  readonly words: {
    readonly days: string;
    readonly limit: string;
    readonly median: string;
    readonly over: string;
    readonly openCases: string;
    readonly closedCases: string;
    readonly count: string;
    readonly middle: string;
  };
  readonly rows: readonly StageTimeChartRow[];
  /** The rows of the other side of a comparison: both have one axis. */
  readonly beside?: readonly StageTimeChartRow[];
}

const none = '—';

/** Writes days with one decimal, as a median between two projects needs it. */
const daysText = (days: number, language: Language): string =>
  formatNumber(roundStageDays(days), language, Number.isInteger(roundStageDays(days)) ? 0 : 1);

function makeLine(
  line: StageTimeRow['open'] | StageTimeRow['closed'],
  language: Language,
): CaseLine {
  const text = stageTimeLabels[language];
  const { count, cases, spread, median } = line;
  const marks = cases?.map((one): CaseMark => {
    const kind: CaseKind = 'end' in one ? one.end : one.over === true ? 'over' : 'open';
    const { code, days } = one;
    const label = text.inDays(numberText(days, 0));
    return { code, name: projectName(one, language), days, kind, label };
  });
  return {
    count: numberText(count, 0),
    ...compact({
      marks,
      strip:
        marks !== undefined || spread === undefined || median === undefined
          ? undefined
          : {
              ...spread,
              median,
              medianText: daysText(median, language),
              range: text.from(daysText(spread.p10, language), daysText(spread.p90, language)),
            },
    }),
  };
}

/** Writes how many open and closed cases a stage has, and for how many the days are known. */
function writeCases({ open, closed }: StageTimeRow, language: Language): string {
  const text = stageTimeLabels[language];
  const [here, ended] = [open, closed].map(({ count, undated }) => {
    const [knownCount, all] = [numberText(count, 0), numberText(count + undated, 0)];
    return undated === 0 ? all : text.of(knownCount, all);
  });
  const isKnown = open.undated + closed.undated === 0;
  return (isKnown ? text.cases : text.casesKnown)(here ?? '', ended ?? '');
}

function makeRow(row: StageTimeRow, overview: Overview, language: Language): StageTimeChartRow {
  const text = stageTimeLabels[language];
  const { stage, limit, open, closed } = row;
  const limitText = limit === undefined ? none : numberText(limit.days, 0);
  const median = open.median === undefined ? none : daysText(open.median, language);
  const isKnown = open.over !== undefined && open.count > 0;
  const over = isKnown ? numberText(open.over, 0) : none;
  return {
    id: stage,
    name: stageWord(overview.zone.stage_words, stage, language),
    cases: writeCases(row, language),
    ...compact({
      limit: limit === undefined ? undefined : { days: limit.days, text: text.inDays(limitText) },
    }),
    narrow: text.narrow(limitText, median, over),
    limitText,
    median,
    closedMedian: closed.median === undefined ? none : daysText(closed.median, language),
    over,
    isOver: (open.over ?? 0) > 0,
    open: makeLine(open, language),
    closed: makeLine(closed, language),
  };
}

/** Finds the end of the axis: twice the longest limit, where cases are longer than that. */
function findEnd(stages: StageTime['stages']): number {
  const longest = Math.max(
    10,
    ...stages.flatMap(({ open, closed }) =>
      [open, closed].flatMap(({ cases, spread }) => [
        ...(cases?.map(({ days }) => days) ?? []),
        spread === undefined || cases !== undefined ? 0 : spread.p90,
      ]),
    ),
  );
  const limits = stages.flatMap(({ limit, open }) => [limit?.days ?? 0, open.median ?? 0]);
  const most = Math.max(...limits, 0) * 2;
  return Math.max(Math.min(longest, most === 0 ? longest : most), ...limits);
}

/** Makes open and closed cases of each stage on one axis of days. */
export const stageTimeSeries = keepResults(
  (overview: Overview, language: Language): StageTimeSeries => {
    const text = stageTimeLabels[language];
    const { stages } = overview.stage_time ?? { stages: [] };
    const ticks = ticksOver(findEnd(stages), 4);
    const { openCases, closedCases, count, middle, days } = text;
    return {
      end: ticks.at(-1) ?? 1,
      ticks: ticks.map((tick) => ({ days: tick, text: numberText(tick, 0) })),
      words: { days, ...text.heads, openCases, closedCases, count, middle },
      rows: stages.map((row) => makeRow(row, overview, language)),
    };
  },
);

/** Whether some stage has too many cases to draw them one by one. */
export const hasStrips = ({ rows }: StageTimeSeries): boolean =>
  rows.some(({ open, closed }) => [open, closed].some(({ strip }) => strip !== undefined));
