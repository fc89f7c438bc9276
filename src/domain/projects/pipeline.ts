import { pickNamed, type NamedProject } from './project.ts';
import { compact } from '#domain/values/compact.ts';
import { actionList, type ActionList, type ActionRows } from './actions.ts';
import type { DataStatus, Origin } from '#domain/values/data-status.ts';
import { areProjectsKnown } from './first-known-day.ts';
import { isCountUnknown } from './unknown-count.ts';
import { type Currency, sumWire, type WireMoney } from '#domain/values/money.ts';
import type { Change } from './register-view.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import {
  stageGroup,
  stages,
  stagesAndUnknown,
  type StageGroup,
  type StageMapping,
  type StageOrUnknown,
} from './stage.ts';
import { medianDays, daysOfEightInTen, type StageStay } from './stage-days.ts';

interface Sums {
  readonly count: number;
  readonly undisclosed: number;
  /** Disclosed planned investment by currency; two currencies are never added. */
  readonly amounts: readonly WireMoney[];
  /** Currencies whose sum a shared view withholds. */
  readonly held_back?: readonly string[];
}
/** Active projects of one stage, with the days they have been in it. */
export interface PipelineStage extends Sums {
  readonly stage: StageOrUnknown;
  readonly group: StageGroup;
  /** Projects whose days in the stage are known; the median and the 80 % quantile use them. */
  readonly dated: number;
  /** Projects without a day of entry; no median includes them. */
  readonly undated: number;
  /** Omitted under five projects, like `p80_days`. */
  readonly median_days?: number;
  /** At least 8 in 10 have been in the stage for at most this many days. */
  readonly p80_days?: number;
}
/** Moves between two stages in the period. `from` is omitted for new projects. */
export interface StageMoves {
  readonly from?: StageOrUnknown;
  readonly to: StageOrUnknown;
  readonly count: number;
  readonly regression: boolean;
  /** The newest moves. */
  readonly projects: readonly (NamedProject & {
    readonly date: IsoDate;
    readonly by?: true;
  })[];
}
/** The pipeline: its stages, the days in them, the moves of the period and stalled projects. */
export interface Pipeline {
  readonly origin: Origin;
  readonly revision: number;
  readonly as_of: IsoDate;
  readonly compare?: IsoDate;
  readonly data_status: DataStatus;
  readonly stages: readonly PipelineStage[];
  /**
   * The first day of which the register knows its projects. Before it, and without a register,
   * there are no stages, and the following fields are omitted.
   */
  readonly first_known_day?: IsoDate;
  /**
   * Projects that may have been in the register without being counted; every count is then a lower
   * bound.
   */
  readonly undated_projects?: number;
  /** All stages that the zone counts as pipeline. */
  readonly pipeline?: Sums & { readonly undated: number };
  readonly on_hold?: number;
  /** Omitted without a compared day, and where that is before the first known day. */
  readonly moves?: {
    readonly since: IsoDate;
    readonly total: number;
    readonly items: readonly StageMoves[];
  };
  /** The same list as on the overview. */
  readonly actions?: ActionList;
}

/** A pipeline on a day of which the register knows its projects. */
export type KnownPipeline<P extends Pick<Pipeline, 'pipeline' | 'on_hold'> = Pipeline> = P &
  Required<Pick<Pipeline, 'pipeline' | 'on_hold'>>;
/** Whether the projects of the day are known, so that the pipeline has its figures. */
export const isKnown = <P extends Pick<Pipeline, 'pipeline' | 'on_hold'>>(
  pipeline: P,
): pipeline is KnownPipeline<P> =>
  pipeline.pipeline !== undefined && pipeline.on_hold !== undefined;

/** The rows that the store returns: groups by SQL, and lists cut to the length of a page. */
export interface PipelineRows {
  readonly sums: readonly (Sums & { readonly stage: StageOrUnknown })[];
  readonly on_hold: number;
  readonly data_status: DataStatus;
  readonly since: readonly {
    readonly stage: StageOrUnknown;
    readonly since: IsoDate | null;
    readonly count: number;
  }[];
  /** `from` is null for new projects. */
  readonly moves?: readonly {
    readonly from: StageOrUnknown | null;
    readonly to: StageOrUnknown;
    readonly count: number;
  }[];
  readonly changes: readonly Change[];
  readonly actions: ActionRows;
  readonly undated: number;
  /** Nobody knows the projects of the compared day. */
  readonly is_before_unknown: boolean;
}
export interface PipelineInput {
  readonly origin: Origin;
  readonly revision: number;
  readonly as_of: IsoDate;
  readonly compare?: IsoDate;
  readonly mapping: StageMapping;
  /** The currency of the zone, whose sums come first. */
  readonly currency: Currency;
  readonly first_known_day?: IsoDate;
  readonly rows: PipelineRows;
}

/** Whether a move goes to an earlier stage; moves to or from unknown never do. */
export const isRegression = (from: StageOrUnknown | undefined, to: StageOrUnknown): boolean =>
  from !== undefined &&
  from !== 'unknown' &&
  to !== 'unknown' &&
  stages.indexOf(to) < stages.indexOf(from);

const none: Sums = { count: 0, undisclosed: 0, amounts: [] };

function stageRow(stage: StageOrUnknown, { rows, mapping, as_of }: PipelineInput): PipelineStage {
  const { count, undisclosed, amounts } = rows.sums.find((row) => row.stage === stage) ?? none;
  const ofStage = rows.since.filter((row) => row.stage === stage);
  const daysInStage: StageStay[] = ofStage.flatMap((row) =>
    row.since === null ? [] : [{ days: daysBetween(row.since, as_of), count: row.count }],
  );
  const countWithDate = daysInStage.reduce((sum, row) => sum + row.count, 0);
  const [median, p80] = [medianDays(daysInStage), daysOfEightInTen(daysInStage)];
  return {
    stage,
    group: stageGroup(stage, 'active', mapping),
    count,
    undisclosed,
    amounts,
    dated: countWithDate,
    undated: count - countWithDate,
    ...compact({ median_days: median, p80_days: p80 }),
  };
}

/** Sorts moves by stage; new projects first. */
function listMoves(
  moves: NonNullable<PipelineRows['moves']>,
  changes: readonly Change[],
): StageMoves[] {
  const order = (stage: StageOrUnknown | null): number =>
    stage === null ? -1 : stagesAndUnknown.indexOf(stage);
  return moves
    .toSorted((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to))
    .map(({ from, to, count }) => {
      const projects = changes.filter((change) =>
        from === null
          ? change.kind === 'new' && change.to === to
          : change.kind === 'stage' && change.from === from && change.to === to,
      );
      return {
        ...compact({ from: from === null ? undefined : from }),
        to,
        count,
        regression: isRegression(from ?? undefined, to),
        projects: projects.map((project) => ({
          ...pickNamed(project),
          date: project.date,
          ...compact({ by: project.by }),
        })),
      };
    });
}

/** The part of a pipeline that is known on any day. */
const knownAlways = ({
  origin,
  revision,
  as_of,
  compare,
  first_known_day,
  rows,
}: PipelineInput) => ({
  origin,
  revision,
  as_of,
  ...compact({ compare, first_known_day }),
  data_status: rows.data_status,
});

/** The moves since the compared day; undefined where the projects of either day are unknown. */
function movesSince({ compare, first_known_day, rows }: PipelineInput): Pick<Pipeline, 'moves'> {
  const count = rows.sums.reduce((sum, row) => sum + row.count, 0);
  if (
    compare === undefined ||
    rows.moves === undefined ||
    rows.is_before_unknown ||
    isCountUnknown(count, rows.undated) ||
    !areProjectsKnown(compare, first_known_day)
  )
    return {};
  const total = rows.moves.reduce((sum, move) => sum + move.count, 0);
  return { moves: { since: compare, total, items: listMoves(rows.moves, rows.changes) } };
}

/**
 * Makes the pipeline of a day (domain reference 1.4, 3.2 ageing, 3.4 stalled). Only active projects
 * count; those on hold are counted apart. Where projects are not known there are no stages.
 */
export function makePipeline(input: PipelineInput): Pipeline {
  const { as_of, first_known_day, rows } = input;
  if (!areProjectsKnown(as_of, first_known_day)) return { ...knownAlways(input), stages: [] };
  const visible = stagesAndUnknown.filter(
    (stage) => stage !== 'unknown' || rows.sums.some((row) => row.stage === stage),
  );
  const table = visible.map((stage) => stageRow(stage, input));
  const coming = table.filter((row) => row.group === 'pipeline');
  const total = (of: (row: PipelineStage) => number): number =>
    coming.reduce((sum, row) => sum + of(row), 0);
  return {
    ...knownAlways(input),
    stages: table,
    ...compact({ undated_projects: rows.undated === 0 ? undefined : rows.undated }),
    pipeline: {
      count: total((row) => row.count),
      undisclosed: total((row) => row.undisclosed),
      amounts: sumWire(
        coming.map((row) => row.amounts),
        input.currency,
      ),
      undated: total((row) => row.undated),
    },
    on_hold: rows.on_hold,
    ...movesSince(input),
    actions: actionList(rows.actions, as_of),
  };
}
