import { compact } from '#domain/values/compact.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeBridge, type Transition } from '#domain/changes/bridge.ts';
import { revisionInTransition } from '#domain/changes/bridge.fixture.ts';
import type { StageAmounts } from '#domain/changes/bridge-steps.ts';
import { type Move, type MoveSide, listMoveKinds } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';

/** A project on the two days. Omitted on a day when it was not in the register. */
export interface ChangedProject {
  readonly code: string;
  readonly from?: MoveSide;
  readonly to?: MoveSide;
}
/**
 * An active project at a stage, with an amount in hundreds of millions; without one its amount is
 * missing.
 */
export const side = (
  stage: MoveSide['stage'],
  amount?: number,
  more: Partial<MoveSide> & { readonly currency?: string } = {},
): MoveSide => {
  const { currency = 'CNY', ...rest } = more;
  return {
    stage,
    status: 'active',
    ...compact({
      money:
        amount === undefined ? undefined : { minor: String(Math.round(amount * 1e10)), currency },
    }),
    ...rest,
  };
};

const toStageAmounts = ({ stage, status, money }: MoveSide): StageAmounts => ({
  stage,
  status,
  ...compact({ currency: money?.currency }),
});
const toTransition = ({ from, to }: ChangedProject): Transition => ({
  ...compact({
    from: from === undefined ? undefined : toStageAmounts(from),
    to: to === undefined ? undefined : toStageAmounts(to),
  }),
  count: 1,
  from_minor: BigInt(from?.money?.minor ?? '0'),
  to_minor: BigInt(to?.money?.minor ?? '0'),
  ...revisionInTransition(from, to),
  revised:
    from?.money?.minor === to?.money?.minor && from?.money?.currency === to?.money?.currency
      ? 0
      : 1,
});

/** An overview with the bridge of these projects, and the moves of those that changed. */
export function makeChangesOverview(
  projects: readonly ChangedProject[],
  more: Partial<Overview> = {},
): Overview {
  const moves = projects.flatMap(({ code, from, to }): Move[] => {
    const kinds = listMoveKinds(from, to);
    const sides = compact({ from, to });
    return kinds.length === 0 ? [] : [{ code, name: code, kinds, ...sides, regression: false }];
  });
  const bridge = makeBridge(projects.map(toTransition), {
    from: '2021-02-08',
    to: '2021-04-16',
    measure: 'total_investment',
    mapping,
  });
  return {
    ...sampleOverview,
    bridge,
    bridge_moves: { moves, total: moves.length },
    stage_mapping: mapping,
    ...more,
  };
}
