import {
  firstDayWithin,
  type StageTime,
  type StageTimeRow,
  roundStageDays,
} from '#domain/analysis/stage-time.ts';
import {
  type DuePeriod,
  isInQuarters,
  type ProjectTimeline,
  type QuarterPart,
  type TimelineGroup,
} from '#domain/analysis/project-timeline.ts';
import { zoneStageTerms } from '#domain/labels/projects/stage.ts';
import type { Stage } from '#domain/projects/stage.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatValue } from '#domain/values/format.ts';
import type { Terms } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import type { DayExplanation, ExplainedPart } from '#domain/measures/explanation.ts';
import {
  stateCount,
  stateValue,
  absences,
  countText,
  inAll,
  leftOut,
  reasons,
} from '#domain/measures/explain/texts.ts';

/** The time in a stage, on a day. */
export interface StageTimeSubject {
  readonly times: StageTime;
  readonly stage: Stage;
  readonly as_of: IsoDate;
  readonly stage_words: StageWords | undefined;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}
export const caseLines = ['open', 'closed', 'moved_on', 'left'] as const;
export type CaseLine = (typeof caseLines)[number];

const lineTerms: Terms<CaseLine> = analysisTerms.case_lines;

const findRow = ({ times, stage }: StageTimeSubject): StageTimeRow | undefined =>
  times.stages.find((row) => row.stage === stage);

const common = ({ stage, stage_words, sources, data_status }: StageTimeSubject) => ({
  subject: zoneStageTerms(stage_words)[stage],
  sources,
  data_status,
});

function rowsOf({ stage }: StageTimeSubject, line: CaseLine): DayExplanation['rows'] {
  if (line === 'open') return { kind: 'open', stage, dated: true };
  return line === 'closed'
    ? { kind: 'closed', stage, dated: true }
    : { kind: 'closed', stage, end: line, dated: true };
}

function listLeftOut({ times }: StageTimeSubject, row: StageTimeRow | undefined) {
  return [
    ...leftOut(reasons.no_day, (row?.open.undated ?? 0) + (row?.closed.undated ?? 0)),
    ...leftOut(analysisTerms.reasons.on_hold, times.on_hold),
    ...leftOut(analysisTerms.no_cohort.stage_unset, times.stage_not_set),
    ...leftOut(analysisTerms.reasons.moved_back, times.moved_back),
    ...leftOut(analysisTerms.reasons.stage_unset, times.stage_unset),
  ];
}

/** Explains how many projects are in a stage or have left it. */
export function explainCases(subject: StageTimeSubject, line: CaseLine): DayExplanation {
  const row = findRow(subject);
  const count =
    line === 'open' ? row?.open.count : line === 'closed' ? row?.closed.count : row?.closed[line];
  const name = lineTerms[line];
  return {
    ...common(subject),
    subject: inAll((language) => `${common(subject).subject[language]} · ${name[language]}`),
    ...stateCount(count, absences.unknown),
    left_out: listLeftOut(subject, row),
    rows: rowsOf(subject, line),
  };
}

/** The points of the days that have an explanation. */
export const dayPoints = ['median', 'p10', 'p90'] as const;
export type DayPoint = (typeof dayPoints)[number];

/** Explains the median or a percentile of the days in a stage. */
export function explainCaseDays(
  subject: StageTimeSubject,
  line: 'open' | 'closed',
  point: DayPoint,
): DayExplanation {
  const row = findRow(subject);
  const side = row?.[line];
  const days = point === 'median' ? side?.median : side?.spread?.[point];
  const value = days === undefined ? undefined : String(roundStageDays(days));
  const parts: ExplainedPart[] =
    side === undefined
      ? []
      : [
          {
            name: analysisTerms.parts.with_days,
            text: countText(side.count),
          },
        ];
  return {
    ...common(subject),
    subject: inAll(
      (language) => `${common(subject).subject[language]} · ${lineTerms[line][language]}`,
    ),
    ...stateValue(value, 'days', absences.too_few),
    parts,
    left_out: listLeftOut(subject, row),
    rows: rowsOf(subject, line),
  };
}

/** Explains the limit of a stage. */
export function explainLimit(subject: StageTimeSubject): DayExplanation {
  const limit = findRow(subject)?.limit;
  const months = limit?.gate?.months;
  return {
    ...common(subject),
    ...stateValue(
      limit === undefined ? undefined : String(limit.days),
      'days',
      analysisTerms.absences.no_limit,
    ),
    parts:
      months === undefined
        ? []
        : [
            {
              name: analysisTerms.parts.gate,
              text: inAll(
                (language) => formatValue(String(months), 'months', language, { digits: 0 }).text,
              ),
            },
          ],
    rows: { kind: 'none' },
  };
}

/** Explains how many projects are over the limit of their stage. */
export function explainOverLimit(subject: StageTimeSubject): DayExplanation {
  const row = findRow(subject);
  const over = row?.open.over;
  const limit = row?.limit;
  return {
    ...common(subject),
    ...stateCount(over, analysisTerms.absences.no_limit),
    parts:
      limit === undefined
        ? []
        : [
            {
              name: analysisTerms.parts.limit,
              text: inAll((language) => formatValue(String(limit.days), 'days', language).text),
            },
          ],
    left_out: listLeftOut(subject, row),
    rows:
      limit === undefined
        ? { kind: 'none' }
        : {
            kind: 'open',
            stage: subject.stage,
            dated: true,
            before: firstDayWithin(limit, subject.as_of),
          },
  };
}

/** Explains how many cases of a stage have no day. */
export function explainUndated(subject: StageTimeSubject): DayExplanation {
  const row = findRow(subject);
  const [open, closed] = [row?.open.undated ?? 0, row?.closed.undated ?? 0];
  const total = open + closed;
  return {
    ...common(subject),
    text: countText(total),
    exact: [{ value: String(total), unit: 'projects' }],
    parts: [
      { name: lineTerms.open, text: countText(open) },
      { name: lineTerms.closed, text: countText(closed) },
    ],
    rows:
      closed > 0 && open === 0
        ? { kind: 'closed', stage: subject.stage, dated: false }
        : { kind: 'open', stage: subject.stage, dated: false },
  };
}

interface TimelineSubject {
  readonly timeline: ProjectTimeline;
  readonly by: TimelineGroup;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}

/** Explains how many projects are behind their original dates. */
export function explainBehind({
  timeline,
  by,
  data_status,
  sources,
}: TimelineSubject): DayExplanation {
  const { behind, projects, undated, no_original, median_delay } = timeline;
  return {
    text: countText(behind),
    exact: [{ value: String(behind), unit: 'projects' }],
    parts: [
      { name: analysisTerms.parts.in_chart, text: countText(projects) },
      ...(median_delay === undefined
        ? []
        : [
            {
              name: analysisTerms.parts.median_delay,
              text: inAll((language) => formatValue(String(median_delay), 'days', language).text),
            },
          ]),
    ],
    left_out: [
      ...leftOut(analysisTerms.reasons.undated, undated),
      ...leftOut(analysisTerms.reasons.no_original, no_original),
    ],
    sources,
    data_status,
    rows: { kind: 'behind', by },
  };
}

/** Explains how many dates of the next days, or passed deadlines, a timeline lists. */
export function explainDue(
  { timeline, by, data_status, sources }: TimelineSubject,
  due: DuePeriod,
): DayExplanation {
  const count = due === 'next' ? timeline.due_total : timeline.passed_total;
  return {
    subject: analysisTerms.due_periods[due],
    text: inAll((language) => formatValue(String(count), 'items', language).text),
    exact: [{ value: String(count), unit: 'items' }],
    left_out: leftOut(analysisTerms.reasons.undated, timeline.undated),
    sources,
    data_status,
    rows: { kind: 'due', by, due },
  };
}

const partTerms: Terms<QuarterPart> = analysisTerms.quarter_parts;

/** Explains how many milestones of a quarter are in a state. */
export function explainQuarter(
  { timeline, by, data_status, sources }: TimelineSubject,
  quarter: string,
  part: QuarterPart,
): DayExplanation {
  const count = timeline.quarters
    .filter((one) => isInQuarters(one.quarter, quarter))
    .reduce((sum, one) => sum + one[part], 0);
  return {
    subject: inAll((language) => `${quarter} · ${partTerms[part][language]}`),
    text: inAll((language) => formatValue(String(count), 'items', language).text),
    exact: [{ value: String(count), unit: 'items' }],
    left_out: leftOut(analysisTerms.reasons.undated, timeline.undated),
    sources,
    data_status,
    rows: { kind: 'quarter', by, quarter, part },
  };
}
