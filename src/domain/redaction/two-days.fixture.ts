import { compact } from '#domain/values/compact.ts';
import { revisionInTransition } from '#domain/changes/bridge.fixture.ts';
import { makeBridge } from '#domain/changes/bridge.ts';
import type { StageAmounts } from '#domain/changes/bridge-steps.ts';
import { countMoves } from '#domain/changes/moves.fixture.ts';
import {
  listMoveKinds,
  type Move,
  type MoveSide,
  type RegisterChanges,
} from '#domain/changes/moves.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import { defaultStageMapping as mapping, stageGroup } from '#domain/projects/stage.ts';
import type { InvestorTransition } from './bridge-amounts.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { RedactionProfile } from './profile.ts';
import { redactOverview } from './redact.ts';
import { makeCells, overviewWith, type P } from './register.fixture.ts';
import type { RegisterCell } from './register-cells.ts';
import { redactChanges, type SharedRegisterChanges } from './shared-register-changes.ts';

/** A project on two days. */
export interface Pair {
  readonly code: string;
  readonly investor?: string;
  readonly from?: MoveSide;
  readonly to?: MoveSide;
}
const heldOf = (side: MoveSide | undefined): StageAmounts | undefined =>
  side && {
    stage: side.stage,
    status: side.status,
    ...compact({ currency: side.money?.currency }),
  };
export const isRevised = ({ from, to }: Pair): boolean =>
  from?.money?.minor !== to?.money?.minor || from?.money?.currency !== to?.money?.currency;
const transitionOf = (pair: Pair): InvestorTransition => {
  const [from, to] = [heldOf(pair.from), heldOf(pair.to)];
  return {
    ...compact({ from, to }),
    holder: investorKey(pair.investor, pair.code),
    count: 1,
    from_minor: BigInt(pair.from?.money?.minor ?? '0'),
    to_minor: BigInt(pair.to?.money?.minor ?? '0'),
    revised: isRevised(pair) ? 1 : 0,
    ...revisionInTransition(pair.from, pair.to),
  };
};
/** Groups projects with the same change, as the store does. */
function transitionsOf(pairs: readonly Pair[]): InvestorTransition[] {
  const alike = Map.groupBy(pairs.map(transitionOf), ({ from, to, revised, revision, holder }) =>
    JSON.stringify([from, to, revised, revision, holder]),
  );
  const addAll = (
    list: readonly InvestorTransition[],
    of: (one: InvestorTransition) => bigint,
  ): bigint => list.reduce((sum, one) => sum + of(one), 0n);
  return [...alike.values()].flatMap((list) => {
    const [first] = list;
    const revised = list.filter((one) => one.revised > 0).length;
    const [from_minor, to_minor] = [
      addAll(list, (one) => one.from_minor),
      addAll(list, (one) => one.to_minor),
    ];
    return first === undefined
      ? []
      : [{ ...first, count: list.length, revised, from_minor, to_minor }];
  });
}
const cellOn = (
  code: string,
  investor: string | undefined,
  side: MoveSide | undefined,
): RegisterCell[] =>
  side === undefined
    ? []
    : makeCells([
        {
          code,
          stage: side.stage,
          minor: side.money?.minor ?? '0',
          ...compact({ investor }),
          ...side.money,
        },
      ]).map((cell) => ({ ...cell, status: side.status }));
export const findGroup = (side: MoveSide | undefined) =>
  side === undefined ? undefined : stageGroup(side.stage, side.status, mapping);

/** Redacts the difference of two days, and the stages of the second day for another page. */
export function redactPairs(
  pairs: readonly Pair[],
  profile: RedactionProfile,
  published: boolean,
): { readonly shared: SharedRegisterChanges; readonly groups: readonly StageGroupTotals[] } {
  const out = pairs.filter(({ code }) => profile.without.includes(code));
  const members = pairs.filter(({ code }) => !profile.without.includes(code));
  const active = members.flatMap(({ code, investor, to }): P[] =>
    to === undefined || to.status !== 'active'
      ? []
      : [
          {
            code,
            ...compact({ investor }),
            stage: to.stage,
            minor: to.money?.minor ?? '0',
            ...compact({ currency: to.money?.currency }),
          },
        ],
  );
  const overview = overviewWith(active, published ? { value: '1000' } : undefined);
  const cells = {
    keptCells: makeCells(active),
    out: out.flatMap(({ code, investor, to }) => cellOn(code, investor, to)),
  };
  const groups = redactOverview(overview, profile, cells).strip?.groups ?? [];
  const moves = members.flatMap(({ code, from, to }): Move[] => {
    const kinds = listMoveKinds(from, to);
    return kinds.length === 0
      ? []
      : [
          {
            code,
            name: code,
            kinds,
            ...compact({ from, to }),
            regression: false,
          },
        ];
  });
  const total = overview.headline.established_investment;
  const figure = published && total?.source !== undefined ? total : undefined;
  const bridge = makeBridge(transitionsOf(members), {
    from: '2021-02-28',
    to: '2021-03-31',
    measure: 'total_investment',
    mapping,
  });
  const changes: RegisterChanges = {
    bridge,
    moves,
    total: moves.length,
    counts: countMoves(moves),
    indicators: [],
    targets: [],
    revision: { from: 1, to: 1 },
    data_status: 'reported',
  };
  const shared = redactChanges(changes, {
    profile,
    mapping,
    keptTransitions: transitionsOf(members),
    out: transitionsOf(out),
    groups,
    published: { from: figure, to: figure },
  });
  return { shared, groups };
}
