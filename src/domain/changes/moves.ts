import { compact } from '#domain/values/compact.ts';
import type { Bridge } from './bridge.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IndicatorChange } from './indicator-changes.ts';
import type { TargetChange } from '#domain/zone/target-history.ts';
import type { Replan } from '#domain/projects/milestones.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { MilestoneType } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { stageRank, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';

/** A project on one of two days. */
export interface MoveSide {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  /** Absent: missing, never 0. */
  readonly money?: WireMoney;
}
/**
 * The ways in which a project can change, in the order by which it is counted. `returned`: its stage or status changed between
 * the two days and is again what it was. `gone`: an edition no longer lists it. `stage`: to or from a stage that is not set.
 * `replanned`: a planned date is another.
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
/** One project that changed between two days, in one or more ways; the first of its kinds is the one that it is counted under. */
export interface Move {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly MoveKind[];
  readonly from?: MoveSide;
  readonly to?: MoveSide;
  /** The day on which its present stage or status began, or by which it was reached. */
  readonly date?: IsoDate;
  /** The day is that of the edition that gave it: it was reached on that day or before. */
  readonly by?: true;
  /** It went back to an earlier stage in between, even when it has come forward again since. */
  readonly regression: boolean;
  /** Planned dates that are others, with their days; of `replanned` only. */
  readonly replans?: readonly Replan[];
}

const sameMoney = (a: WireMoney | undefined, b: WireMoney | undefined): boolean =>
  a?.minor === b?.minor && a?.currency === b?.currency;

/**
 * In which ways a project changed between two days, in the order of `moveKinds`.
 *
 * @param from - the project on the first day; absent: not in the register
 * @param to - the project on the second day; absent: not in the register
 * @param changedBetween - whether another stage or status than that of the second day held in between
 * @param replanned - whether a planned date became another
 * @returns no kind where nothing changed
 */
export function moveKindsOf(
  from: MoveSide | undefined,
  to: MoveSide | undefined,
  changedBetween = false,
  replanned = false,
): MoveKind[] {
  if (from === undefined || to === undefined)
    return from === to ? [] : [from === undefined ? 'new' : 'gone'];
  const [before, now] = [stageRank(from.stage), stageRank(to.stage)];
  const isSameState = from.stage === to.stage && from.status === to.status;
  const left = from.status !== 'unlisted' && to.status === 'unlisted';
  return [
    ...(left ? (['gone'] as const) : from.status !== to.status ? (['status'] as const) : []),
    ...(before !== undefined && now !== undefined && now > before ? (['advanced'] as const) : []),
    ...(before !== undefined && now !== undefined && now < before ? (['moved_back'] as const) : []),
    ...(isSameState && changedBetween ? (['returned'] as const) : []),
    ...(from.stage !== to.stage && (before === undefined || now === undefined)
      ? (['stage'] as const)
      : []),
    ...(replanned ? (['replanned'] as const) : []),
    ...(sameMoney(from.money, to.money) ? [] : (['revised'] as const)),
  ];
}

/**
 * Counts each project once, under the first of its kinds, so that the counts add up to the number of projects.
 *
 * @param moves - the kinds of each project that changed; at least one each
 */
export function countMoves(
  moves: readonly Pick<Move, 'kinds'>[],
): Readonly<Record<MoveKind, number>> {
  const counts = Object.fromEntries(moveKinds.map((kind) => [kind, 0])) as Record<MoveKind, number>;
  for (const { kinds } of moves) if (kinds[0] !== undefined) counts[kinds[0]] += 1;
  return counts;
}

/** Everything that differs between a day and another, each as it was known at a revision. */
export interface RegisterChanges {
  /** Without groups where one of the days lies before the first known one. */
  readonly bridge: Bridge;
  /** The newest first, at most 500; `total` counts all. */
  readonly moves: readonly Move[];
  readonly total?: number;
  /** Projects by the first of their kinds: the counts add up to `total`. */
  readonly counts?: Readonly<Record<MoveKind, number>>;
  /** After a quiet time: at most three milestones that are planned next after the second day. */
  readonly next_due?: readonly NextDue[];
  /** The first day of which the register knows its projects. Of days before it there is no bridge, no move and no count. */
  readonly first_known_day?: IsoDate;
  readonly indicators: readonly IndicatorChange[];
  /** Targets that promise something else than on the first day, as recorded since; the newest first. */
  readonly targets: readonly TargetChange[];
  readonly revision: { readonly from: number; readonly to: number };
  readonly data_status: DataStatus;
}

/** A milestone that is planned for a day to come. */
export interface NextDue {
  readonly code: string;
  readonly name: string;
  readonly stage: StageOrUnknown;
  readonly type: MilestoneType;
  readonly plan: IsoDate;
}
/** The projects behind a bridge as its reader gets them: `total` counts all that changed, named or not. */
export interface BridgeMoves {
  readonly moves: readonly Move[];
  readonly total: number;
  /** After a quiet time: the milestones that come next, the earliest first. */
  readonly next_due?: readonly NextDue[];
}
/** The projects behind the bridge of a difference; nothing where it has none. */
export const bridgeMoves = ({
  moves = [],
  total,
  next_due,
}: Partial<BridgeMoves>): { readonly bridge_moves?: BridgeMoves } =>
  total === undefined ? {} : { bridge_moves: { moves, total, ...compact({ next_due }) } };

/** A difference of two days on both of which the register is known. */
export type KnownChanges = RegisterChanges & Required<Pick<RegisterChanges, 'total' | 'counts'>>;
export const areKnown = (changes: RegisterChanges): changes is KnownChanges =>
  changes.total !== undefined && changes.counts !== undefined;
