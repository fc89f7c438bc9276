import { compact } from '#domain/values/compact.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { stages, type Stage, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import { stageHistory } from '#domain/projects/history/stage-history.ts';
import type { EditionStatement, Statement } from '#domain/projects/history/edition-statement.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';
import type { NewStatement } from '#server/projects/history/statement-store.ts';

/** The stage and status of one row. */
export interface RowStage {
  readonly stage?: StageOrUnknown;
  readonly word?: string;
  readonly status?: Status;
  readonly status_date?: IsoDate;
  readonly status_reason?: string;
  readonly status_reason_code?: ReasonCode;
  readonly dates: Readonly<Partial<Record<Stage, IsoDate>>>;
  /** Stages of which the row gives the year alone. */
  readonly years?: readonly Stage[];
  /** Stages that a mark shows as reached, without a day. */
  readonly ticked?: readonly Stage[];
}

/**
 * Finds the furthest stage that actual dates and marks prove, for a register without a stage
 * column.
 * @returns undefined if nothing proves a stage
 */
export const findReachedStage = (
  { dates, ticked }: Pick<RowStage, 'dates' | 'ticked'>,
  asOf?: IsoDate,
): Stage | undefined =>
  stages.findLast(
    (s) =>
      ticked?.includes(s) || (dates[s] !== undefined && (asOf === undefined || dates[s] <= asOf)),
  );

/**
 * Selects the dated stages of a row up to its present stage. If that is unknown, selects all past
 * ones.
 */
function selectDates(row: RowStage, stage: StageOrUnknown | undefined): RowStage['dates'] {
  const passedStages =
    stage === undefined || stage === 'unknown'
      ? stages
      : stages.slice(0, stages.indexOf(stage) + 1);
  return Object.fromEntries(
    passedStages.flatMap((one) => (row.dates[one] === undefined ? [] : [[one, row.dates[one]]])),
  );
}

/** Makes the statement of a row about the stage and status of its project. */
export function createStatement(row: RowStage, day: IsoDate): Omit<EditionStatement, 'revision'> {
  const stage =
    row.stage ?? findReachedStage(row, day) ?? (row.word === undefined ? undefined : 'unknown');
  const dates = selectDates(row, stage);
  const years = row.years?.filter((one) => dates[one] !== undefined) ?? [];
  return {
    kind: 'edition',
    day,
    ...compact({
      stage,
      word: stage !== 'unknown' || row.word === undefined ? undefined : row.word,
    }),
    dates,
    ...compact({ years: years.length === 0 ? undefined : years }),
    status: row.status ?? 'active',
    ...compact({
      status_date: row.status_date,
      status_reason: row.status_reason,
      status_reason_code: row.status_reason_code,
    }),
  };
}

/** The revision of a statement that is not stored. It sorts after all stored ones. */
const pending = Number.MAX_SAFE_INTEGER;

/** Makes the history of a project from the stored statements and a new one. */
export function extendHistory(
  news: readonly NewStatement[],
  storedStatements: readonly Statement[],
): Pick<ProjectRecord, 'stage_events' | 'status_events'> {
  const statements = [
    ...storedStatements,
    ...news.map((statement) => ({ ...statement, revision: pending })),
  ];
  return { stage_events: stageHistory(statements), status_events: statusHistory(statements) };
}

/** Whether a statement adds anything to the stored ones of its day. */
export const isNews = (
  statement: Omit<EditionStatement, 'revision'>,
  storedStatements: readonly Statement[],
): boolean => !storedStatements.some((one) => one.kind === 'edition' && one.day === statement.day);
