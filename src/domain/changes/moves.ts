import { compact } from '#domain/values/compact.ts';
import type { Bridge } from './bridge.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IndicatorChange } from './indicator-changes.ts';
import type { TargetChange } from '#domain/zone/target-history.ts';
import type { Replan } from '#domain/projects/milestones.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { MilestoneType, NamedProject } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { stageRank, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';

/** A project on one of two days. */
export interface MoveSide {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  /** Omitted when the amount is missing; a missing amount is not 0. */
  readonly money?: WireMoney;
}
/**
 * The kinds of change of a project, in the order of counting. `returned`: its stage or status
 * changed between the days and is the same again. `gone`: an edition no longer lists it. `stage`:
 * to or from an unset stage. `replanned`: a planned date changed.
 */
export const moveKinds = [
  'new',
  'gone',
  'status',
  'advanced',
  'moved_back',
  'returned',
  'stage',
  'replanned',
  'revised',
] as const;
export type MoveKind = (typeof moveKinds)[number];
/** One project that changed between two days. It is counted under the first of its kinds. */
export interface Move extends NamedProject {
  readonly kinds: readonly MoveKind[];
  readonly from?: MoveSide;
  readonly to?: MoveSide;
  /** The day on which its present stage or status began, or by which it was reached. */
  readonly date?: IsoDate;
  /** The day is that of the edition that recorded it: it was reached on that day or before. */
  readonly by?: true;
  /** It went back to an earlier stage in between, even when it has advanced again since. */
  readonly regression: boolean;
  /** Changed planned dates; only for `replanned`. */
  readonly replans?: readonly Replan[];
}

const sameMoney = (a: WireMoney | undefined, b: WireMoney | undefined): boolean =>
  a?.minor === b?.minor && a?.currency === b?.currency;

/**
 * Lists the kinds of change of a project between two days, in the order of `moveKinds`.
 *
 * @param from - the project on the first day; omitted when it was not in the register
 * @param to - the project on the second day; omitted when it was not in the register
 * @param changedBetween - whether another stage or status held in between
 * @param isReplanned - whether a planned date changed
 * @returns an empty list where nothing changed
 */
export function listMoveKinds(
  from: MoveSide | undefined,
  to: MoveSide | undefined,
  changedBetween = false,
  isReplanned = false,
): MoveKind[] {
  if (from === undefined || to === undefined)
    return from === to ? [] : [from === undefined ? 'new' : 'gone'];
  const [before, now] = [stageRank(from.stage), stageRank(to.stage)];
  const isSameState = from.stage === to.stage && from.status === to.status;
  const hasLeft = from.status !== 'unlisted' && to.status === 'unlisted';
  return [
    ...(hasLeft ? (['gone'] as const) : from.status !== to.status ? (['status'] as const) : []),
    ...(before !== undefined && now !== undefined && now > before ? (['advanced'] as const) : []),
    ...(before !== undefined && now !== undefined && now < before ? (['moved_back'] as const) : []),
    ...(isSameState && changedBetween ? (['returned'] as const) : []),
    ...(from.stage !== to.stage && (before === undefined || now === undefined)
      ? (['stage'] as const)
      : []),
    ...(isReplanned ? (['replanned'] as const) : []),
    ...(sameMoney(from.money, to.money) ? [] : (['revised'] as const)),
  ];
}

/** The differences of two days, each as known at a revision. */
export interface RegisterChanges {
  /** Without groups where the projects of one of the days are not known. */
  readonly bridge: Bridge;
  /** Newest first, at most 500; `total` counts all. */
  readonly moves: readonly Move[];
  readonly total?: number;
  /** Projects by the first of their kinds; the counts add up to `total`. */
  readonly counts?: Readonly<Record<MoveKind, number>>;
  /** If there are few changes, the next planned milestones after the second day, at most three. */
  readonly next_due?: readonly NextDue[];
  /**
   * The first day of which the register knows its projects. Before it there is no bridge, no move
   * and no count.
   */
  readonly first_known_day?: IsoDate;
  readonly indicators: readonly IndicatorChange[];
  /** Targets that changed since the first day, newest change first. */
  readonly targets: readonly TargetChange[];
  readonly revision: { readonly from: number; readonly to: number };
  readonly data_status: DataStatus;
}

/** A milestone planned for a later day. */
export interface NextDue extends NamedProject {
  readonly stage: StageOrUnknown;
  readonly type: MilestoneType;
  readonly plan: IsoDate;
}
/** The projects behind a bridge as a reader gets them; `total` counts all changes, named or not. */
export interface BridgeMoves {
  readonly moves: readonly Move[];
  readonly total: number;
  /** If there are few changes, the next milestones, earliest first. */
  readonly next_due?: readonly NextDue[];
}
/** The projects behind the bridge of a difference; undefined where it has none. */
export const bridgeMoves = ({
  moves = [],
  total,
  next_due,
}: Partial<BridgeMoves>): { readonly bridge_moves?: BridgeMoves } =>
  total === undefined ? {} : { bridge_moves: { moves, total, ...compact({ next_due }) } };

/** A difference of two days on which the register is known. */
export type KnownChanges = RegisterChanges & Required<Pick<RegisterChanges, 'total' | 'counts'>>;
/** Whether the register is known on both days of a difference. */
export const areKnown = (changes: RegisterChanges): changes is KnownChanges =>
  changes.total !== undefined && changes.counts !== undefined;
