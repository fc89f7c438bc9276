import { keepResults } from '#charts/kit/keep-results.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { FigureOf, TableFigure } from '#charts/kit/table.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import {
  isUnknownCohort,
  type Cohort,
  type CohortEnd,
  type CohortFunnel,
} from '#domain/analysis/events/cohort-funnel.ts';
import type { IncidencePoint } from '#domain/analysis/events/incidence.ts';
import { ticksOver } from '#charts/kit/style/scale.ts';
import { compact } from '#domain/values/compact.ts';
import { dayNumber } from '#domain/values/date.ts';
import { formatCount, formatPercent } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { funnelLabels } from './labels/index.ts';

/** A part of a cohort. */
export interface FunnelPart {
  readonly end: CohortEnd;
  readonly count: number;
  /** 0 to 1. */
  readonly share: number;
  /** The share and its meaning, as "62% moved on". */
  readonly label: string;
  /** The share alone. */
  readonly short: string;
  readonly figure: TableFigure;
}
export interface FunnelRow {
  readonly key: string;
  /** Its first day and the day after its last, as numbers. */
  readonly days: readonly [number, number];
  readonly name: string;
  readonly n: string;
  /**
   * `bar`: shares. `squares`: one for each project. `none`: no project entered. `unknown`: no
   * record.
   */
  readonly kind: 'bar' | 'squares' | 'none' | 'unknown';
  readonly parts: readonly FunnelPart[];
  /** The number of projects that entered; omitted where that is not known. */
  readonly figure?: TableFigure;
  /** The text beside squares, or in place of a bar. */
  readonly text?: string;
}
/** The curves of both ends over the months since entry. */
export interface FunnelCurve {
  /** The largest share of the other side of a comparison. */
  readonly most?: number;
  readonly heading: readonly string[];
  readonly points: readonly IncidencePoint[];
  /** The subject of its figures, besides the months and the end. */
  readonly of: FigureOf;
  readonly xTicks: readonly { readonly months: number; readonly label: string }[];
  readonly ends: { readonly moved: string; readonly left: string; readonly open: string };
}
export interface FunnelSeries {
  /** The unit of the months since entry. */
  readonly monthsWord: string;
  readonly heads: {
    readonly n: string;
    readonly moved: string;
    readonly open: string;
    readonly left: string;
  };
  readonly rows: readonly FunnelRow[];
  readonly curve?: FunnelCurve;
}

/** The stages that begin a funnel, and those that end one. */
export type EnteredStage = 'lead' | 'negotiation' | 'signed' | 'construction';
export type ReachedStage = 'negotiation' | 'signed' | 'registered' | 'construction' | 'operation';
/** Returns the stage that a funnel starts from and the stage that it counts as reached. */
export const stagesOfFunnel = ({ from, to }: CohortFunnel) => ({
  from: from as EnteredStage,
  to: to as ReachedStage,
});

/** Writes a share without decimals. A share other than 0 or 1 is not written as 0 or 100 %. */
export const shareText = (share: number, language: Language): string => {
  const percent = Math.round(share * 100);
  const digits = (percent === 0 && share > 0) || (percent === 100 && share < 1) ? 1 : 0;
  return formatPercent(share, language, digits);
};
const drawnEnds = ['moved', 'open', 'unlisted', 'left'] as const;

/** The subject of the figures of a funnel. */
export const funnelOf = ({ size, from, to }: CohortFunnel): FigureOf => ({
  period: size,
  event: `${from}_${to}`,
});

/** Makes the functions that write a share or a count of each end. */
const endLabels = (language: Language): Readonly<Record<CohortEnd, (value: string) => string>> => {
  const { shareMoved, shareOpen, shareLeft, shareUnlisted } = funnelLabels[language];
  return { moved: shareMoved, open: shareOpen, left: shareLeft, unlisted: shareUnlisted };
};

/** Writes the ends that occur, with their counts: "1 moved on, 2 open". */
export const countsText = (
  counts: Readonly<Record<CohortEnd, number>>,
  count: (value: number) => string,
  language: Language,
): string =>
  drawnEnds
    .filter((end) => counts[end] > 0)
    .map((end) => endLabels(language)[end](count(counts[end])))
    .join(kitLabels[language].list);

function makeParts(cohort: Cohort, funnel: CohortFunnel, language: Language): FunnelPart[] {
  const label = endLabels(language);
  return drawnEnds.flatMap((end) => {
    const count = cohort[end];
    if (count === 0) return [];
    const share = count / cohort.n;
    const short = shareText(share, language);
    const figure: TableFigure = {
      measure: cohort.is_small ? 'cohort_projects' : 'cohort_share',
      of: { ...funnelOf(funnel), first_month: cohort.first_month, end },
    };
    return [{ end, count, share, short, label: label[end](short), figure }];
  });
}

function makeRow(cohort: Cohort, funnel: CohortFunnel, language: Language): FunnelRow {
  const text = funnelLabels[language];
  const count = (value: number): string => formatCount(value, language);
  const { n, is_small } = cohort;
  const kind = isUnknownCohort(cohort)
    ? 'unknown'
    : n === 0
      ? 'none'
      : is_small
        ? 'squares'
        : 'bar';
  const words = {
    bar: undefined,
    squares: countsText(cohort, count, language),
    none: text.empty,
    unknown: text.unknown,
  };
  return {
    key: cohort.key,
    days: [dayNumber(cohort.start), dayNumber(cohort.end) + 1],
    name: periodName(cohort, language),
    n: kind === 'unknown' ? '—' : count(n),
    kind,
    parts: makeParts(cohort, funnel, language),
    ...compact({
      text: words[kind],
      figure:
        kind === 'unknown'
          ? undefined
          : ({
              measure: 'cohort_projects',
              of: { ...funnelOf(funnel), first_month: cohort.first_month },
            } as const),
    }),
  };
}

const monthsApart = 6;

function makeCurve(funnel: CohortFunnel, language: Language): FunnelCurve | undefined {
  const { incidence } = funnel;
  const last = incidence?.points.at(-1);
  if (incidence === undefined || last === undefined || last.months === 0) return undefined;
  const text = funnelLabels[language];
  const ticks = Math.max(1, Math.ceil(last.months / monthsApart));
  return {
    heading: [text.byMonths, text.nIs(formatCount(incidence.n, language))],
    points: incidence.points,
    of: funnelOf(funnel),
    xTicks: Array.from({ length: ticks + 1 }, (_, at) => ({
      months: at * monthsApart,
      label: at === ticks ? text.months(String(at * monthsApart)) : String(at * monthsApart),
    })),
    ends: {
      moved: text.shareMoved(shareText(last.moved, language)),
      left: text.shareLeft(shareText(last.left, language)),
      open: text.shareOpen(shareText(Math.max(0, 1 - last.moved - last.left), language)),
    },
  };
}

/** The cohorts, oldest first, and the curves over all of them. */
export const funnelSeries = keepResults((overview: Overview, language: Language): FunnelSeries => {
  const text = funnelLabels[language];
  const { funnel } = overview;
  const to = funnel === undefined ? 'signed' : stagesOfFunnel(funnel).to;
  return {
    monthsWord: text.monthsUnit,
    heads: { n: text.n, moved: text.moved[to], open: text.open, left: text.left },
    rows:
      funnel === undefined ? [] : funnel.cohorts.map((cohort) => makeRow(cohort, funnel, language)),
    ...compact({ curve: funnel === undefined ? undefined : makeCurve(funnel, language) }),
  };
});

/** The round numbers on the axis of a curve, in percent. */
export function curveTicks({ points, most = 0 }: FunnelCurve): readonly number[] {
  const { moved = 0, left = 0 } = points.at(-1) ?? {};
  return ticksOver(Math.max(0.05, moved, left, most) * 100, 3);
}
