import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import { stageRank, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import {
  movingStages,
  type MovingStage,
  type StageExposure,
} from '#domain/outlook/chance/stage-rates.ts';

/** A period in which a project had one stage and one status. */
export interface StagePeriod {
  readonly code: string;
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly from: IsoDate;
  /** The first day after it. */
  readonly to: IsoDate;
}

const daysPerMonth = 365.25 / 12;
const isMoving = (stage: StageOrUnknown): stage is MovingStage =>
  movingStages.some((one) => one === stage);
const ended: ReadonlySet<Status> = new Set([
  'withdrawn',
  'lost',
  'rejected',
  'terminated',
  'closed',
]);

/** The event that ended a period: the next stage, an exit, or none. */
function findEvent(period: StagePeriod, next: StagePeriod | undefined): 'on' | 'out' | undefined {
  if (next === undefined || next.code !== period.code) return undefined;
  if (ended.has(next.status)) return 'out';
  const [before, after] = [stageRank(period.stage), stageRank(next.stage)];
  return before !== undefined && after !== undefined && after > before ? 'on' : undefined;
}

/**
 * The oracle of the store: counts moves, exits and project-months at risk by stage. Active cases
 * are at risk, open ones too; months on hold and months before the first known day are not.
 * @param periods by project, then by day
 * @param as_of the last day that counts
 * @param first_known_day the first day of which the register knows its projects
 */
export function countExposures(
  periods: readonly StagePeriod[],
  as_of: IsoDate,
  first_known_day: IsoDate | undefined,
): Partial<Record<MovingStage, StageExposure>> {
  const totals = new Map<MovingStage, { on: number; out: number; months: number }>();
  for (const [at, period] of periods.entries()) {
    const { stage, status, from, to } = period;
    if (!isMoving(stage) || status !== 'active') continue;
    const start = first_known_day !== undefined && from < first_known_day ? first_known_day : from;
    const end = to < as_of ? to : as_of;
    if (start > end) continue;
    const total = totals.get(stage) ?? { on: 0, out: 0, months: 0 };
    total.months += daysBetween(start, end) / daysPerMonth;
    const event = to <= as_of ? findEvent(period, periods[at + 1]) : undefined;
    if (event !== undefined) total[event] += 1;
    totals.set(stage, total);
  }
  return Object.fromEntries(totals);
}
