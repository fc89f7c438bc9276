import type { MoveSide } from '#domain/changes/moves.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import { canBeFound } from './oracle.fixture.ts';
import type { RedactionProfile } from './profile.ts';
import { type Pair, isRevised, findGroup, redactPairs } from './two-days.fixture.ts';

/**
 * The public sums and those for a reader, as multiples of each project's amount on both days. An
 * unrevised amount is one unknown.
 */
function vectors(
  pairs: readonly Pair[],
  { shared, groups }: ReturnType<typeof redactPairs>,
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
    test: (side: MoveSide, one: Unknown) => boolean,
  ): number => {
    const side = one.pair[day];
    return one.days.includes(day) && side !== undefined && test(side, one) ? 1 : 0;
  };
  const facts =
    published && currency === 'CNY'
      ? (['from', 'to'] as const).map((day) =>
          vector((one) => on(one, day, (state) => findGroup(state) === 'established')),
        )
      : [];
  const visible = (shared.bridge?.groups ?? []).flatMap(({ group, steps }) =>
    steps.flatMap(({ kind, held_back }) => {
      if (held_back?.includes(currency) === true) return [];
      const was = ({ pair, out }: Unknown): boolean => !out && findGroup(pair.from) === group;
      const is = ({ pair, out }: Unknown): boolean => !out && findGroup(pair.to) === group;
      const wasInEither = ({ pair }: Unknown): boolean =>
        findGroup(pair.from) === 'established' || findGroup(pair.from) === 'pipeline';
      const stays = (one: Unknown): boolean => is(one) && wasInEither(one);
      const hasLeft =
        (...now: readonly (string | undefined)[]) =>
        (one: Unknown) =>
          on(
            one,
            'from',
            () =>
              was(one) &&
              findGroup(one.pair.to) !== 'established' &&
              findGroup(one.pair.to) !== 'pipeline' &&
              now.includes(one.pair.to?.status),
          );
      const moved = (before: string, now: string) => (one: Unknown) =>
        on(
          one,
          'from',
          () => !one.out && findGroup(one.pair.from) === before && findGroup(one.pair.to) === now,
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
        lost: hasLeft('lost'),
        withdrawn: hasLeft('withdrawn'),
        ended: hasLeft('rejected', 'terminated', 'closed'),
        on_hold: hasLeft('on_hold'),
        unlisted: hasLeft('unlisted', undefined),
        stage_unset: hasLeft('active'),
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
              (state) =>
                !one.out &&
                state.status === 'active' &&
                rows.some(({ stage }) => stage === state.stage),
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
                (state) => !one.out && state.status === 'active' && state.stage === row.stage,
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
  return {
    unknowns,
    facts: elsewhere ? [...facts, ...strip] : facts,
    shown: [...visible, ...moved],
  };
}

/** Whether a project's amount on these days must not be found. */
export type MustHide = (pair: Pair, days: readonly string[]) => boolean;
/**
 * Finds something about one or two projects, one of them hidden, that follows from the shown sums
 * but not without them.
 */
export function findInferable(
  pairs: readonly Pair[],
  profile: RedactionProfile,
  published: boolean,
  elsewhere: boolean,
  mustHide: MustHide,
): string[] {
  const redaction = redactPairs(pairs, profile, published);
  return ['CNY', 'JPY'].flatMap((currency) => {
    const { unknowns, facts, shown } = vectors(pairs, redaction, {
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
      // an amount that may be shown, together with a fact about the other project, is no disclosure
      const open = own
        .flatMap(({ i, hidden }) => (hidden ? [] : [nothing.with(i, 1n)]))
        .filter((v) => canBeFound(v, shown));
      // sums and differences of their amounts on either day
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
