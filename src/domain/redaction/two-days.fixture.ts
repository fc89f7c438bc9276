import { compact } from '#domain/values/compact.ts';
import { revisionInTransition } from '#domain/changes/bridge.fixture.ts';
import { makeBridge } from '#domain/changes/bridge.ts';
import type { StageAmounts } from '#domain/changes/bridge-steps.ts';
import {
  countMoves,
  moveKindsOf,
  type Move,
  type MoveSide,
  type RegisterChanges,
} from '#domain/changes/moves.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import { defaultStageMapping as mapping, stageGroup } from '#domain/projects/stage.ts';
import type { InvestorTransition } from './bridge-amounts.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import { canBeFound } from './oracle.fixture.ts';
import type { RedactionProfile } from './profile.ts';
import { redactOverview } from './redact.ts';
import { cellsOf, overviewWith, type P } from './register.fixture.ts';
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
const isRevised = ({ from, to }: Pair): boolean =>
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
/** Projects that became the same, as the store gives them. */
function transitionsOf(pairs: readonly Pair[]): InvestorTransition[] {
  const alike = Map.groupBy(pairs.map(transitionOf), ({ from, to, revised, revision, holder }) =>
    JSON.stringify([from, to, revised, revision, holder]),
  );
  const added = (
    list: readonly InvestorTransition[],
    of: (one: InvestorTransition) => bigint,
  ): bigint => list.reduce((sum, one) => sum + of(one), 0n);
  return [...alike.values()].flatMap((list) => {
    const [first] = list;
    const revised = list.filter((one) => one.revised > 0).length;
    const [from_minor, to_minor] = [
      added(list, (one) => one.from_minor),
      added(list, (one) => one.to_minor),
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
    : cellsOf([
        {
          code,
          stage: side.stage,
          minor: side.money?.minor ?? '0',
          ...compact({ investor }),
          ...side.money,
        },
      ]).map((cell) => ({ ...cell, status: side.status }));
const groupOf = (side: MoveSide | undefined) =>
  side === undefined ? undefined : stageGroup(side.stage, side.status, mapping);

/** What a reader gets of the difference, and of the second day's stages on another page. */
export function sharedOf(
  pairs: readonly Pair[],
  profile: RedactionProfile,
  published: boolean,
): { readonly shared: SharedRegisterChanges; readonly groups: readonly StageGroupTotals[] } {
  const out = pairs.filter(({ code }) => profile.without.includes(code));
  const kept = pairs.filter(({ code }) => !profile.without.includes(code));
  const active = kept.flatMap(({ code, investor, to }): P[] =>
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
    kept: cellsOf(active),
    out: out.flatMap(({ code, investor, to }) => cellOn(code, investor, to)),
  };
  const groups = redactOverview(overview, profile, cells).strip?.groups ?? [];
  const moves = kept.flatMap(({ code, from, to }): Move[] => {
    const kinds = moveKindsOf(from, to);
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
  const bridge = makeBridge(transitionsOf(kept), {
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
    kept: transitionsOf(kept),
    out: transitionsOf(out),
    groups,
    published: { from: figure, to: figure },
  });
  return { shared, groups };
}

/** What reaches a reader, or is public, as multiples of each project's amount on both days; one that was not revised is one unknown. */
function vectors(
  pairs: readonly Pair[],
  { shared, groups }: ReturnType<typeof sharedOf>,
  {
    without,
    currency,
    published,
    elsewhere,
  }: {
    readonly without: readonly string[];
    readonly currency: string;
    readonly published: boolean;
    readonly elsewhere: boolean;
  },
) {
  const unknowns = pairs.flatMap((pair) => {
    const [was, is] = [
      pair.from?.money?.currency === currency,
      pair.to?.money?.currency === currency,
    ];
    const sides =
      was && is && !isRevised(pair)
        ? [['from', 'to']]
        : [...(was ? [['from']] : []), ...(is ? [['to']] : [])];
    return sides.map((days) => ({ pair, days, out: without.includes(pair.code) }));
  });
  type Unknown = (typeof unknowns)[number];
  const vector = (sign: (one: Unknown) => number) => unknowns.map((one) => BigInt(sign(one)));
  const on = (
    one: Unknown,
    day: 'from' | 'to',
    test: (held: MoveSide, one: Unknown) => boolean,
  ): number => {
    const held = one.pair[day];
    return one.days.includes(day) && held !== undefined && test(held, one) ? 1 : 0;
  };
  const facts =
    published && currency === 'CNY'
      ? (['from', 'to'] as const).map((day) =>
          vector((one) => on(one, day, (held) => groupOf(held) === 'established')),
        )
      : [];
  const shown = (shared.bridge?.groups ?? []).flatMap(({ group, steps }) =>
    steps.flatMap(({ kind, held_back }) => {
      if (held_back?.includes(currency) === true) return [];
      const was = ({ pair, out }: Unknown): boolean => !out && groupOf(pair.from) === group;
      const is = ({ pair, out }: Unknown): boolean => !out && groupOf(pair.to) === group;
      const wasInEither = ({ pair }: Unknown): boolean =>
        groupOf(pair.from) === 'established' || groupOf(pair.from) === 'pipeline';
      const stays = (one: Unknown): boolean => is(one) && wasInEither(one);
      const left =
        (...now: readonly (string | undefined)[]) =>
        (one: Unknown) =>
          on(
            one,
            'from',
            () =>
              was(one) &&
              groupOf(one.pair.to) !== 'established' &&
              groupOf(one.pair.to) !== 'pipeline' &&
              now.includes(one.pair.to?.status),
          );
      const moved = (before: string, now: string) => (one: Unknown) =>
        on(
          one,
          'from',
          () => !one.out && groupOf(one.pair.from) === before && groupOf(one.pair.to) === now,
        );
      const step: Record<string, (one: Unknown) => number> = {
        opening: (one) => on(one, 'from', () => was(one)),
        closing: (one) => on(one, 'to', () => is(one)),
        new: (one) => on(one, 'to', () => is(one) && one.pair.from === undefined),
        resumed: (one) =>
          on(
            one,
            'to',
            () => is(one) && one.pair.from !== undefined && one.pair.from.status !== 'active',
          ),
        stage_set: (one) =>
          on(one, 'to', () => is(one) && !wasInEither(one) && one.pair.from?.status === 'active'),
        established: moved('pipeline', 'established'),
        moved_back: moved('established', 'pipeline'),
        lost: left('lost'),
        withdrawn: left('withdrawn'),
        ended: left('rejected', 'terminated', 'closed'),
        on_hold: left('on_hold'),
        unlisted: left('unlisted', undefined),
        stage_unset: left('active'),
        revised: (one) => on(one, 'to', () => stays(one)) - on(one, 'from', () => stays(one)),
      };
      const sign = step[kind];
      return sign === undefined ? [] : [vector(sign)];
    }),
  );
  const moved = (shared.moves ?? []).flatMap(({ code, from, to }) => [
    ...(from?.money?.currency === currency
      ? [vector((one) => on(one, 'from', () => one.pair.code === code))]
      : []),
    ...(to?.money?.currency === currency
      ? [vector((one) => on(one, 'to', () => one.pair.code === code))]
      : []),
  ]);
  const has = (amounts: StageGroupTotals['amounts']): boolean =>
    amounts.some((money) => money.currency === currency);
  const strip = groups.flatMap(({ amounts, rows }) => [
    ...(has(amounts)
      ? [
          vector((one) =>
            on(
              one,
              'to',
              (held) =>
                !one.out &&
                held.status === 'active' &&
                rows.some(({ stage }) => stage === held.stage),
            ),
          ),
        ]
      : []),
    ...rows.flatMap((row) => [
      ...(has(row.amounts)
        ? [
            vector((one) =>
              on(
                one,
                'to',
                (held) => !one.out && held.status === 'active' && held.stage === row.stage,
              ),
            ),
          ]
        : []),
      ...row.dots.flatMap(({ code, money }) =>
        money?.currency === currency
          ? [vector((one) => on(one, 'to', () => one.pair.code === code))]
          : [],
      ),
    ]),
  ]);
  return { unknowns, facts: elsewhere ? [...facts, ...strip] : facts, shown: [...shown, ...moved] };
}

/** Whether a project's amount on these days must not be found. */
export type MustHide = (pair: Pair, days: readonly string[]) => boolean;
/** Something about one or two projects, one of them hidden, that follows from what is shown, though not from what is known without. */
export function findInferable(
  pairs: readonly Pair[],
  profile: RedactionProfile,
  published: boolean,
  elsewhere: boolean,
  mustHide: MustHide,
): string[] {
  const got = sharedOf(pairs, profile, published);
  return ['CNY', 'JPY'].flatMap((currency) => {
    const { unknowns, facts, shown } = vectors(pairs, got, {
      without: profile.without,
      currency,
      published,
      elsewhere,
    });
    const codes = [...new Set(unknowns.map(({ pair }) => pair.code))];
    const sets = codes.flatMap((a, i) => [[a], ...codes.slice(i + 1).map((b) => [a, b])]);
    const nothing = unknowns.map(() => 0n);
    return sets.flatMap((set) => {
      const own = unknowns.flatMap(({ pair, days }, i) =>
        set.includes(pair.code) ? [{ i, hidden: mustHide(pair, days) }] : [],
      );
      // what may be seen of a project of the set together with a fact about the other is no news
      const open = own
        .flatMap(({ i, hidden }) => (hidden ? [] : [nothing.with(i, 1n)]))
        .filter((v) => canBeFound(v, shown));
      // sums and differences of what they are worth on either day
      const signs = own.reduce<bigint[][]>(
        (all, { i }) => all.flatMap((v) => [0n, 1n, -1n].map((sign) => v.with(i, sign))),
        [nothing],
      );
      return signs
        .filter((v) => own.some(({ i, hidden }) => hidden && v[i] !== 0n))
        .filter((v) => canBeFound(v, [...shown, ...facts]) && !canBeFound(v, [...facts, ...open]))
        .map((v) => `${currency}: ${v.join(' ')} of ${set.join(' + ')}`);
    });
  });
}
