import { keepResults } from '#charts/kit/keep-results.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { compact } from '#domain/values/compact.ts';
import { dayNumber, type IsoDate } from '#domain/values/date.ts';
import {
  type DuePeriod,
  type ProjectTimeline,
  quarterParts,
} from '#domain/analysis/project-timeline.ts';
import type { TimelineMilestone, TimelineProject } from '#domain/analysis/timeline-project.ts';
import { projectName, stageWord } from '#domain/labels/index.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { MilestoneType } from '#domain/projects/project.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { findWindow, timeTicks } from './zoom.ts';
import { timelineLabels } from './labels/index.ts';
import { quarterBars, type QuarterBar } from './quarters.ts';
import { daysBehind, dueText, verdictText } from './words.ts';

/** A milestone or a gate on the axis; `x` and `original` count days. */
export interface TimelineMark {
  readonly type: MilestoneType | 'gate';
  readonly x: number;
  readonly done: boolean;
  readonly original?: number;
  /** Days against the original date. */
  readonly slip: number;
  readonly overdue: boolean;
  readonly text: string;
}
export interface TimelineRow {
  readonly code: string;
  readonly name: string;
  readonly stage: string;
  readonly marks: readonly TimelineMark[];
  readonly verdict: string;
  readonly behind: number;
  /** Its id with the days behind. */
  readonly delay: string;
  readonly early: boolean;
  /** The next milestone, for a narrow drawing. */
  readonly next?: number;
}
export interface TimelineSeries {
  readonly form: 'rows' | 'lines' | 'quarters';
  readonly today: number;
  readonly todayText: string;
  readonly soon: number;
  readonly soonText: string;
  readonly from: number;
  readonly to: number;
  readonly years: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  readonly heads: Readonly<Record<MilestoneType, string>>;
  readonly against: string;
  readonly longest: string;
  readonly rows: readonly TimelineRow[];
  readonly groups: readonly {
    readonly name: string;
    readonly count: string;
    readonly rows: number;
  }[];
  readonly bars: readonly QuarterBar[];
  readonly parts: readonly string[];
  /** The group of projects of its quarters. */
  readonly by: string;
  readonly lists: readonly TimelineList[];
}
/** Dates in words, cut after the first ones. */
interface TimelineList {
  readonly head: string;
  readonly items: readonly string[];
  /** All dates of the list. Omitted where there are none. */
  readonly all?: { readonly text: string; readonly figure: TableFigure };
}

/** Up to this number, projects have a row with all their marks. */
const mostDetailed = 20;
const mostItems = 6;

function toMark(
  { type, original, plan, actual, passed, slip = 0, overdue }: TimelineMilestone,
  language: Language,
): TimelineMark[] {
  const text = timelineLabels[language];
  const day = actual ?? plan ?? original;
  if (day === undefined) return [];
  const isDone = actual !== undefined || passed === true;
  const formatDay = (one: IsoDate): string => formatDate(one, language, 'short');
  const state =
    actual !== undefined ? text.states.done : isDone ? text.states.passed : text.states.planned;
  return [
    {
      type,
      x: dayNumber(day),
      done: isDone,
      slip,
      overdue: overdue !== undefined,
      text: [
        `${state} ${formatDay(day)}`,
        ...(original === undefined || original === day
          ? []
          : [`${text.states.original} ${formatDay(original)}`]),
      ].join(' · '),
      ...compact({ original: original === undefined ? undefined : dayNumber(original) }),
    },
  ];
}

/** Finds the first deadline of a project; the table has the others. */
const firstGate = ({ gates }: TimelineProject, language: Language): TimelineMark[] =>
  gates
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .slice(0, 1)
    .map((gate) => ({
      type: 'gate',
      x: dayNumber(gate.due),
      done: false,
      slip: 0,
      overdue: gate.left < 0,
      text: `${gateName(gate, language)} ${formatDate(gate.due, language, 'short')}`,
    }));

function toRow(project: TimelineProject, overview: Overview, language: Language): TimelineRow {
  const { code, stage, milestones, verdict, next } = project;
  return {
    code,
    name: projectName(project, language),
    stage: stageWord(overview.zone.stage_words, stage, language),
    marks: [...milestones.flatMap((one) => toMark(one, language)), ...firstGate(project, language)],
    verdict: verdictText(verdict, language),
    behind: daysBehind(verdict),
    delay: timelineLabels[language].delay(code, numberText(daysBehind(verdict), 0)),
    early: verdict.kind === 'earlier',
    ...compact({ next: next === undefined ? undefined : dayNumber(next.day) }),
  };
}

const chooseForm = ({ rows }: ProjectTimeline): TimelineSeries['form'] =>
  rows === undefined ? 'quarters' : rows.length <= mostDetailed ? 'rows' : 'lines';

/** Lists due and passed dates, cut, with the number of the rest. */
function makeLists(
  timeline: ProjectTimeline,
  by: string,
  as_of: IsoDate,
  language: Language,
): readonly TimelineList[] {
  const text = timelineLabels[language];
  const listAll = (due: DuePeriod, total: number): NonNullable<TimelineList['all']> => ({
    text: text.dates(numberText(total, 0)),
    figure: { measure: 'due_dates', of: { by, due } },
  });
  const cut = (due: ProjectTimeline['due'], total: number): readonly string[] => {
    // a shared link without names of projects lists none
    if (due.length === 0) return [text.dates(numberText(total, 0))];
    return [
      ...due.slice(0, mostItems).map((one) => dueText(one, as_of, language)),
      ...(total > mostItems ? [text.more(numberText(total - mostItems, 0))] : []),
    ];
  };
  const { due_total, passed_total } = timeline;
  return [
    {
      head: text.nextHead(timeline.due_days),
      items: due_total === 0 ? [text.nothingDue] : cut(timeline.due, due_total),
      ...compact({ all: due_total === 0 ? undefined : listAll('next', due_total) }),
    },
    ...(passed_total === 0
      ? []
      : [
          {
            head: text.passedHead,
            items: cut(timeline.passed, passed_total),
            all: listAll('passed', passed_total),
          },
        ]),
    ...(timeline.rows === undefined && timeline.delays.length > 0
      ? [
          {
            head: text.longest,
            items: timeline.delays.map(({ code, verdict }) =>
              text.delay(code, numberText(daysBehind(verdict), 0)),
            ),
          },
        ]
      : []),
  ];
}

/** Orders projects: rows by id, lines by stage and next milestone. */
export function orderProjects(timeline: ProjectTimeline): readonly TimelineProject[] {
  const rows = timeline.rows ?? [];
  return chooseForm(timeline) === 'rows'
    ? rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))
    : rows;
}

/** Removes invisible marks; a mark with one visible end stays. */
const zoomRows = (
  rows: readonly TimelineRow[],
  [from, to]: readonly [number, number],
): readonly TimelineRow[] =>
  rows.map((row) => ({
    ...row,
    marks: row.marks.filter(
      ({ x, original = x }) => Math.max(x, original) >= from && Math.min(x, original) <= to,
    ),
  }));

/** Milestones, deadlines and delays of projects on one axis of time. */
export const timelineSeries = keepResults(
  (
    overview: Overview,
    language: Language,
    zoom?: string,
    by: string = 'established',
  ): TimelineSeries | undefined => {
    const { timeline } = overview;
    if (timeline === undefined || timeline.projects === timeline.undated) return undefined;
    const { as_of } = overview;
    const text = timelineLabels[language];
    const rows = orderProjects(timeline).map((project) => toRow(project, overview, language));
    const today = dayNumber(as_of);
    const form = chooseForm(timeline);
    // lines have no marks of gates
    const days = rows
      .flatMap(({ marks }) => marks.filter(({ type }) => form === 'rows' || type !== 'gate'))
      .flatMap(({ x, original = x }) => [x, original]);
    const all = [Math.min(today - 90, ...days) - 40, Math.max(today + 180, ...days) + 60] as const;
    const [from, to] = findWindow(zoom, today, all);
    const stages = Map.groupBy(rows, ({ stage }) => stage);
    return {
      form,
      today,
      todayText: formatDate(as_of, language, 'short'),
      soon: today + timeline.due_days,
      soonText: text.next(timeline.due_days),
      from,
      to,
      years: timeTicks(from, to, language),
      heads: text.marks,
      against: text.against,
      longest: text.longest,
      rows: zoomRows(rows, [from, to]),
      groups: [...stages].map(([name, own]) => ({
        name,
        count: text.projects(numberText(own.length, 0)),
        rows: own.length,
      })),
      bars: quarterBars(timeline, as_of, language, zoom),
      by,
      parts: quarterParts.map((part) => text.parts[part]),
      lists: makeLists(timeline, by, as_of, language),
    };
  },
);
