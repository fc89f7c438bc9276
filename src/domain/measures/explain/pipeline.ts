import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { formatValue } from '#domain/values/format.ts';
import { registerAsSource } from './own-source.ts';
import { stageGroupTerms, zoneStageTerms } from '#domain/labels/projects/stage.ts';
import type { ActionList } from '#domain/projects/actions.ts';
import type { Pipeline, PipelineStage } from '#domain/projects/pipeline.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { sumWire } from '#domain/values/money.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import type { DayExplanation, ProjectsInput } from '#domain/measures/explanation.ts';
import { countStageNotSet } from '#domain/overview/stage-not-set.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { addAmounts } from './register.ts';
import { absences, countText, inAll, leftOut, reasons, sumText, withheldUnits } from './texts.ts';
import { explainTerms } from './labels/index.ts';

const writeSource = ({ data_status, as_of }: Pick<Pipeline, 'data_status' | 'as_of'>) => [
  registerAsSource(data_status, as_of),
];
const explainUnknown = ({ data_status }: Pipeline): DayExplanation => ({
  absent: absences.unknown,
  data_status,
  rows: { kind: 'none' },
});
/** A stage, or all stages of a group. */
export type StageSubject = StageOrUnknown | 'established' | 'pipeline';
const isGroup = (stage: StageSubject): stage is 'established' | 'pipeline' =>
  stage === 'established' || stage === 'pipeline';

const findStage = ({ stages }: Pipeline, stageOrGroup: StageSubject): readonly PipelineStage[] =>
  stages.filter(({ stage, group }) =>
    isGroup(stageOrGroup) ? group === stageOrGroup : stage === stageOrGroup,
  );

/**
 * The sums of a stage or of a group; undefined where the register is not known. The pipeline has
 * sums of its own: a link may withhold those of its stages.
 */
function sumStages({ pipeline }: Pipeline, rows: readonly PipelineStage[], subject: StageSubject) {
  if (pipeline === undefined) return undefined;
  if (subject === 'pipeline') return pipeline;
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only;
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    undisclosed: rows.reduce((sum, row) => sum + row.undisclosed, 0),
    amounts: sumWire(rows.map((row) => row.amounts)),
  };
}

const subjectOf = (stageOrGroup: StageSubject, stage_words: StageWords | undefined) =>
  isGroup(stageOrGroup) ? stageGroupTerms[stageOrGroup] : zoneStageTerms(stage_words)[stageOrGroup];

const find = (rows: readonly PipelineStage[], adds: ProjectsInput['adds']): ProjectsInput => ({
  kind: 'find',
  stages: rows.map(({ stage }) => stage),
  statuses: ['active'],
  adds,
});

interface StageInput {
  readonly pipeline: Pipeline;
  readonly stageOrGroup: StageSubject;
  readonly stage_words: StageWords | undefined;
}

/** The projects that no stage counts, since theirs is not set. */
const leftOutWithoutStage = ({ stages }: Pipeline, stageOrGroup: StageSubject) =>
  stageOrGroup === 'unknown' ? [] : leftOut(reasons.stage_unset, countStageNotSet(stages));

/** Explains why the projects of a stage are unknown. @returns undefined if they are known */
function explainNotSet(
  { pipeline, stageOrGroup, stage_words }: StageInput,
  count: number,
): DayExplanation | undefined {
  return isCountUnknown(count, countStageNotSet(pipeline.stages))
    ? {
        ...explainUnknown(pipeline),
        subject: subjectOf(stageOrGroup, stage_words),
        absent: absences.stage_unset,
        left_out: leftOutWithoutStage(pipeline, stageOrGroup),
      }
    : undefined;
}

/** Explains how many projects a stage has, or all stages of the pipeline. */
export function explainStageProjects({
  pipeline,
  stageOrGroup,
  stage_words,
}: StageInput): DayExplanation {
  const rows = findStage(pipeline, stageOrGroup);
  const total = sumStages(pipeline, rows, stageOrGroup)?.count;
  if (total === undefined) return explainUnknown(pipeline);
  const unknown = explainNotSet({ pipeline, stageOrGroup, stage_words }, total);
  if (unknown !== undefined) return unknown;
  const parts = rows
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => ({ name: subjectOf(stage, stage_words), text: countText(count) }));
  const text = countText(total);
  const isSum = isGroup(stageOrGroup) && parts.length > 1;
  return {
    subject: subjectOf(stageOrGroup, stage_words),
    text,
    exact: [{ value: String(total), unit: 'projects' }],
    ...compact({
      filled: isSum ? sumText(parts, text) : undefined,
      parts: isSum ? parts : undefined,
    }),
    left_out: [
      ...leftOut(reasons.undated, pipeline.undated_projects),
      ...leftOutWithoutStage(pipeline, stageOrGroup),
    ],
    sources: writeSource(pipeline),
    data_status: pipeline.data_status,
    rows: find(rows, 'one'),
  };
}

/** Explains the planned investment of a stage, or of all stages of the pipeline. */
export function explainStageInvestment({
  pipeline,
  stageOrGroup,
  stage_words,
}: StageInput): DayExplanation {
  const rows = findStage(pipeline, stageOrGroup);
  const sums = sumStages(pipeline, rows, stageOrGroup);
  if (sums === undefined) return explainUnknown(pipeline);
  const unknown = explainNotSet({ pipeline, stageOrGroup, stage_words }, sums.count);
  if (unknown !== undefined) return unknown;
  const knownRows = rows.filter(({ amounts }) => amounts.length > 0);
  const parts = knownRows.map(({ stage, amounts }) => ({
    name: subjectOf(stage, stage_words),
    text: addAmounts(amounts).text ?? absences.no_amount,
  }));
  const withheld = 'held_back' in sums ? sums.held_back : undefined;
  const sum = addAmounts(sums.amounts, withheld);
  // a link may withhold some stages: then the others are not the whole
  const isWhole = rows.every(({ held_back }) => held_back === undefined);
  const isSum = isGroup(stageOrGroup) && isWhole && parts.length > 1;
  return {
    subject: subjectOf(stageOrGroup, stage_words),
    ...sum,
    ...compact({
      filled: isSum && sum.text !== undefined ? sumText(parts, sum.text) : undefined,
    }),
    parts: isSum && sum.text !== undefined ? parts : withheldUnits(withheld),
    left_out: leftOut(reasons.no_amount, sums.undisclosed),
    sources: writeSource(pipeline),
    data_status: pipeline.data_status,
    rows: find(rows, 'total_investment'),
  };
}

/**
 * Explains the median of the days in a stage, or the days of 8 in 10. A group of stages has none, but
 * projects without a day.
 */
export function explainStageDays(
  { pipeline, stageOrGroup, stage_words }: StageInput,
  field: 'median_days' | 'p80_days',
): DayExplanation {
  const rows = findStage(pipeline, stageOrGroup);
  const [row] = rows;
  if (row === undefined) return explainUnknown(pipeline);
  const days = isGroup(stageOrGroup) ? undefined : row[field];
  const add = (value: (one: PipelineStage) => number): number =>
    rows.reduce((sum, one) => sum + value(one), 0);
  const text =
    days === undefined
      ? undefined
      : inAll(
          (language) =>
            formatValue(days, 'days', language, Number.isInteger(days) ? {} : { digits: 1 }).text,
        );
  return {
    subject: subjectOf(stageOrGroup, stage_words),
    ...compact({
      absent:
        text !== undefined
          ? undefined
          : isGroup(stageOrGroup)
            ? absences.each_stage
            : absences.too_few,
      text,
      exact: days === undefined ? undefined : [{ value: String(days), unit: 'days' }],
    }),
    parts: [
      {
        name: explainTerms.parts.with_entry_day,
        text: countText(add(({ dated }) => dated)),
      },
    ],
    left_out: leftOut(
      reasons.no_day,
      add(({ undated }) => undated),
    ),
    sources: writeSource(pipeline),
    data_status: pipeline.data_status,
    rows: find(rows, 'stage_days'),
  };
}

/** Explains the projects on hold. */
export const explainOnHold = (pipeline: Pipeline): DayExplanation =>
  pipeline.on_hold === undefined
    ? explainUnknown(pipeline)
    : {
        text: countText(pipeline.on_hold),
        exact: [{ value: String(pipeline.on_hold), unit: 'projects' }],
        sources: writeSource(pipeline),
        data_status: pipeline.data_status,
        rows: { kind: 'find', statuses: ['on_hold'], adds: 'one' },
      };

/** Explains the moves between stages: all of them, or those between two stages. */
export function explainMoves(
  { pipeline, stage_words }: Omit<StageInput, 'stageOrGroup'>,
  range: { readonly from?: string; readonly to?: string },
): DayExplanation {
  const { moves } = pipeline;
  if (moves === undefined) return { ...explainUnknown(pipeline), absent: absences.not_compared };
  const items =
    range.to === undefined
      ? moves.items
      : moves.items.filter(({ from, to }) => to === range.to && from === range.from);
  const total = items.reduce((sum, { count }) => sum + count, 0);
  const names = zoneStageTerms(stage_words);
  const [only] = items;
  return {
    ...compact({
      subject:
        range.to === undefined || only === undefined
          ? undefined
          : inAll((language) =>
              only.from === undefined
                ? names[only.to][language]
                : `${names[only.from][language]} → ${names[only.to][language]}`,
            ),
    }),
    text: countText(total),
    exact: [{ value: String(total), unit: 'projects' }],
    sources: writeSource(pipeline),
    data_status: pipeline.data_status,
    since: moves.since,
    rows: {
      kind: 'projects',
      total,
      items: items.flatMap(({ to, projects }) =>
        projects.map((one) => ({ ...pickNamed(one), stage: to, date: one.date })),
      ),
    },
  };
}

/** Explains the list of what needs action. */
export function explainActions(
  actions: ActionList | undefined,
  { data_status, as_of }: { readonly data_status: DataStatus; readonly as_of: IsoDate },
): DayExplanation {
  if (actions === undefined)
    return { absent: absences.unknown, data_status, rows: { kind: 'none' } };
  return {
    text: countText(actions.total),
    exact: [{ value: String(actions.total), unit: 'projects' }],
    left_out: leftOut(reasons.not_judged, actions.undated + actions.not_judged),
    sources: writeSource({ data_status, as_of }),
    data_status,
    rows: {
      kind: 'projects',
      total: actions.total,
      items: actions.items.map((action) => ({
        ...pickNamed(action),
        adds: { value: String(action.days_over), unit: 'days' },
        ...compact({ date: action.reasons[0]?.since }),
      })),
    },
  };
}
